#pragma once

#include "core/base/quote.h"
#include "core/pg/sessionpool.h"
#include "models/latest.h"
#include "models/query/editorsession.h"
#include "models/query/queryrunner.h"
#include "models/query/querywork.h"
#include "models/query/transactionwatch.h"
#include "models/workbench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QHash>
#include <QPointer>
#include <QTimer>

namespace squall::models {

/// What a QueryRunner does: queryrun.cpp starts work, queryevents.cpp takes in what it tells, queryheld.cpp
/// keeps writes waiting, and querycancel.cpp ends it.
class QueryRunner::Private : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::QueryRunner)

public:
    Private(QueryRunner &runner, OpenDatabase &database);
    ~Private() override;

    OpenDatabase &database() const { return m_database; }
    bool isOwn() const { return m_own; }
    void run(const QueryScript &script);
    void runOwn(const QString &sql);
    void cancel();
    void readOn(qsizetype budget);
    void goOn(qsizetype budget);
    void endReading(const QString &because, bool further);
    void runHeld(bool all);
    void closeSession();
    void setPatience(const QueryPatience &given);
    void askParameterTypes(const QueryScript &script, const QStringList &names);

    State state = State::Idle;
    Mode mode = Mode::Automatic;
    QueryPatience patience;
    QueryOutcome outcome; ///< of the last run, or what is known of the one that runs
    std::optional<sql::Span> statement;
    std::optional<HeldWrite> held;
    QStringList kept;
    TransactionWatch watch;

private:
    using Task = std::function<QueryWork::Stop(QueryWork &, pg::Connection &, const QueryWork::Tell &)>;

    pg::SessionPool &sessions();
    void begin(const QueryScript &script, bool own);
    void takeSession();
    void releaseSession();
    void launch(Task task);
    void take(int begin, int end);
    void ended();
    void letGoOfEvents();
    void on(const WorkStopped &event);
    void finish(QueryOutcome::End end, const QString &words = {});
    void setState(State next);
    void pause();
    void warnUnread();
    void keepWaiting();
    void giveUpHeld(const QString &because);

    void on(const StatementBegan &event);
    void on(const ResultBegan &event);
    void on(const RowsCame &event);
    void on(const ResultPaused &event);
    void on(const ResultEnded &event);
    void on(const StatementDone &event);
    void on(const SessionSeen &event);
    void on(const QueryMessage &event);
    void on(const ScriptFailed &event);
    void on(const TrialBegan &event);
    void on(const WriteFound &event);
    void flush();
    void announce();
    void readInTransaction(bool itIs);
    void transactionEnded(ResultModel::Transaction how);
    void askTypes();
    void say(QueryMessage::Kind kind, const QString &text, const QString &detail = {});
    void listen();

    void terminate();
    void drop();
    QString howItEnded() const;

    QueryRunner &m_runner;
    OpenDatabase &m_database;
    QPointer<Workbench> m_workbench; ///< whose sessions these are
    std::optional<pg::SessionPool::Lease> m_lease;
    std::shared_ptr<const pg::WriteLock> m_lock;
    std::shared_ptr<EditorSession> m_session = std::make_shared<EditorSession>();
    std::shared_ptr<QueryWork> m_work;
    bool m_own = false; ///< what runs is ours: COMMIT and its like

    // What runs on the session's thread, and what it has told.
    std::unique_ptr<QFutureWatcher<QueryEvent>> m_events;
    QFuture<Result<Done>> m_running;
    QElapsedTimer m_clock;
    QTimer m_again;

    QPointer<ResultModel> m_result;
    QList<QPointer<ResultModel>> m_uncommitted; ///< that were read in the transaction that is open
    bool m_announced = false;                   ///< somebody knows of it
    bool m_reading = false;                     ///< rows come, whether somebody still wants them or not
    std::vector<pg::RowBatch> m_batches;        ///< that are not in the result yet
    std::chrono::microseconds m_firstRow{0};
    std::chrono::microseconds m_elapsed{0};
    QTimer m_flushing;
    QHash<std::pair<quint32, int>, TypeName> m_types;
    QList<QPointer<ResultModel>> m_untyped;
    Latest<Result<std::vector<TypeName>>> m_asking;
    Latest<Result<ParameterTypes>> m_parameters;
    QTimer m_unread;
    bool m_warned = false;

    QTimer m_holding;  ///< until a held write is given up
    QString m_givenUp; ///< why, while its transaction is rolled back

    QTimer m_listening;
    struct Heard
    {
        std::vector<pg::Notification> notes;
        int backendPid = 0;
    };
    Latest<Result<Heard>> m_hearing;

    // Of the statement that runs, when somebody else than we wrote it.
    void endStatement(qint64 rows, const QString &error = {});
    std::optional<RanStatement> m_ran;
    QElapsedTimer m_ranClock;

    // Of a cancel.
    int m_backendPid = 0;
    QString m_sql;
    QTimer m_terminating;
    QTimer m_dropping;
    bool m_leaving = false; ///< the rest of a result
    Latest<Result<bool>> m_termination;
};

} // namespace squall::models

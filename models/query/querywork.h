#pragma once

#include "core/sql/parameters.h"
#include "models/query/editorsession.h"
#include "models/query/queryevent.h"

#include <QElapsedTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace squall::models {

/// How a script is run.
struct RunManner
{
    bool manual = false; ///< a transaction begins before the first statement that is outside of one
    bool holdsWrites =
        false;              ///< each that overwrites rows outside of a transaction waits for somebody's word
    TrialBounds trial = {}; ///< of finding out what it would do
};

/// One run of a script, blocking, on a Session: statement by statement up to the first error. It stops where
/// a result pauses, and goes on from there.
class QueryWork
{
public:
    using Stop = WorkStopped::Why;
    using Tell = std::function<void(QueryEvent)>;

    QueryWork(const QueryScript &script, std::shared_ptr<EditorSession> session, const RunManner &manner);

    /// Reads at most about `budget` bytes of a result.
    Stop go(pg::Connection &connection, const Tell &tell, qsizetype budget);
    /// Leaves the rest of the paused result, and goes on with what stands after it if `further`.
    Stop leaveResult(pg::Connection &connection, const Tell &tell, qsizetype budget, const QString &because,
                     bool further);
    /// Lets the write run before which it stopped, or `all` that follow as well, once it goes on.
    void release(bool all);
    /// Gives up the COMMIT before which it stopped, and the transaction with it.
    Stop rollBack(pg::Connection &connection, const Tell &tell);
    int againMs() const { return m_againMs; }

    /// Where statements come from.
    struct Source
    {
        QString text = {};
        qsizetype offset = 0;
        QString file = {};                   ///< of an included one
        std::optional<sql::Span> shown = {}; ///< what stands for it in the text that was run
        QString folder = {};
    };
    struct Step
    {
        std::shared_ptr<const Source> source;
        sql::Statement statement;
    };

private:
    class Call;

    /// Why the whole script cannot be run.
    std::optional<ScriptFailed> objection() const;
    std::optional<Error> missingValue(const sql::NumberedStatement &numbered) const;
    Stop proceed();
    Stop perform(const Step &step);
    bool isSentByCommand(const Step &step) const;
    // Holding writes: queryhold.cpp
    const Step *sentBy(const Step &step) const;
    bool isToBeHeld(const Step &step) const;
    Stop hold(const Step &step);
    Stop holdCommit(const Step &step);
    bool isHeldCommit(const Step &step) const;
    void noteUndecided(const QByteArray &tag, qint64 rows);
    void compareForeseen(qint64 rows);
    void hearNotices(bool hear);
    Stop send(const Step &step, bool asRecords);
    Stop sendNumbered(const Step &step, const sql::NumberedStatement &numbered, bool asRecords);
    std::optional<Error> beginTransaction(const Step &step);
    Query queryOf(const sql::NumberedStatement &numbered) const;
    QStringList names() const;
    const Query::Parameter &valueOf(const QString &name) const;
    ResultModel::Origin originOf(const Step &step, const QString &sql, bool asRecords) const;

    Stop stream(const Step &step, const Query &query, const ResultModel::Origin &origin);
    Stop consume(Result<pg::RowBatch> batch);
    Stop several(const Step &step, const Query &query, const ResultModel::Origin &origin);
    Stop copyIn(const Step &step, const Query &query);
    Stop copyOut(const Step &step, const Query &query, const ResultModel::Origin &origin);
    Stop finishStatement(const QByteArray &tag);
    Stop finishCopy(Result<qint64> rows);
    std::chrono::microseconds elapsed() const;
    bool isInTransaction() const;
    void began(const Step &step, const QString &sql);

    Stop fail(const Step &step, Error error, const sql::NumberedStatement *numbered = nullptr);
    Stop failAt(const Step &step, Error error, qsizetype unit);
    sql::Span spanOf(const Step &step) const;
    sql::Span spanOf(const Step &step, const sql::Span &part) const;
    std::vector<sql::Span> spansLeft() const;
    void say(QueryMessage::Kind kind, const QString &text, const QString &detail = {});

    // psql's commands: psqlcommands.cpp
    static std::optional<Error> refusal(const sql::PsqlCommand &command, QStringView text);
    Stop obey(const Step &step);
    Stop describe(const Step &step);
    std::optional<pg::RowBatch> fetchLast(const Step &step);
    Stop include(const Step &step);
    Stop copyFile(const Step &step);
    Stop runGenerated(const Step &step);
    Stop takeValues(const Step &step);
    Stop describeResult(const Step &step);
    Stop watch(const Step &step);
    void setValue(const QString &arguments);
    void sayConnection();
    QString argumentsOf(const Step &step) const;

    const QueryScript m_script;
    const std::shared_ptr<EditorSession> m_session;
    const RunManner m_manner;
    std::deque<Step> m_steps;
    bool m_released = false;            ///< the first of them
    bool m_allReleased = false;         ///< and the others
    std::optional<qint64> m_foreseen{}; ///< rows that the released one changed when it was tried
    bool m_ownTransaction = false;      ///< one that is open was begun by this script
    int m_undecided = 0;                ///< statements that have written into it
    qint64 m_undecidedRows = 0;
    std::optional<Step> m_last; ///< the statement that commands send
    bool m_checked = false;
    int m_included = 0; ///< files, so that one that includes itself ends

    // Of the statement that runs.
    Step m_step;
    std::optional<sql::NumberedStatement> m_numbered;
    QString m_sql;
    std::optional<ResultModel::Origin> m_origin;
    bool m_hasResult = false;
    bool m_asksCatalog = false;
    bool m_hidesEmpty = false;
    bool m_watched = false; ///< its rows take the place of those before
    qint64 m_rows = 0;
    std::chrono::microseconds m_firstRow{0};
    std::chrono::microseconds m_before{0}; ///< before it was paused
    bool m_inTransaction = false;          ///< that was open before
    QElapsedTimer m_clock;
    int m_againMs = 0;

    // Of the call.
    pg::Connection *m_connection = nullptr;
    const Tell *m_tell = nullptr;
    qsizetype m_budget = 0;
};

} // namespace squall::models

#pragma once

#include "models/query/parametertypes.h"
#include "models/query/queryscript.h"
#include "models/query/querytransaction.h"
#include "models/query/resultmodel.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace squall::models {

class OpenDatabase;

/// How long the runner of an editor waits before it says or does something; tests shorten it.
struct QueryPatience
{
    std::chrono::milliseconds terminateAfter{600}; ///< a cancelled statement that goes on
    std::chrono::milliseconds dropAfter{850};      ///< and the connection, when that does not help either
    std::chrono::seconds unread{60};               ///< before a paused result is warned of
    std::chrono::seconds unreadMore{30};           ///< and ended
    std::chrono::seconds idleTransaction{60};      ///< before an open transaction is warned of
    std::chrono::milliseconds held{30'000};        ///< before a write that nobody allows is given up
    std::chrono::milliseconds heldCommit{10'000};  ///< the same of a COMMIT, whose rows are locked meanwhile
    std::chrono::milliseconds trial{5000};         ///< spent on finding out what it would do
    std::chrono::milliseconds locks{2000};         ///< between two looks at what a transaction holds
    qsizetype readAhead = qsizetype(64) << 20;     ///< bytes of a result before it pauses
};

/// Runs what somebody wrote, statement by statement up to the first error, on a Session that it keeps only as
/// long as a transaction, an unread result, or something that lives in a session (a setting, a temporary
/// table, LISTEN) needs it.
class QueryRunner : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Running,
        Paused,     ///< a result is read up to the limit; `readOn`, or `endReading`
        Held,       ///< a write waits for `runHeld`, or `cancel`, which it comes to by itself
        Cancelling, ///< for a second at most
    };
    enum class Mode {
        Automatic, ///< every statement by itself, unless the script says BEGIN
        Manual,    ///< a transaction begins with the first statement and stays open
    };

    explicit QueryRunner(OpenDatabase &database, QObject *parent = nullptr);
    /// What runs is cancelled, and an open transaction rolled back.
    ~QueryRunner() override;

    OpenDatabase &database() const;

    /// Refused with a message while something runs. A paused result ends.
    void run(const QueryScript &script);
    /// Ends what runs within a second: asks the server, then has the statement's process ended, then gives
    /// the connection up. How it went is in the outcome's words. A held write is not run, nor what is after
    /// it.
    void cancel();

    State state() const;
    bool isBusy() const { return state() != State::Idle && state() != State::Paused; }
    /// What runs, or ran last, is none of somebody's text: `commit` and its like.
    bool isOwn() const;
    /// When the last run began; invalid before the first.
    QDateTime began() const;
    /// The statement that runs now, in the text.
    std::optional<sql::Span> runningStatement() const;

    /// The write that waits in State::Held: on staging and production what overwrites rows is not run before
    /// somebody has seen what it would do.
    const std::optional<HeldWrite> &held() const;
    /// `all`: neither are those held that follow in the script.
    void runHeld(bool all = false);

    // Of a paused result.
    void readOn();
    void readAll();
    void endReading();

    Mode mode() const;
    /// An open transaction stays open.
    void setMode(Mode mode);
    const QueryTransaction &transaction() const;
    void commit();
    void rollback();
    void rollbackTo(const QString &savepoint);

    /// Something of the session itself is kept for the next run: why, for a person; empty when nothing is.
    QString sessionKept() const;
    /// Forgets it, and an open transaction with it.
    void closeSession();

    void setPatience(const QueryPatience &patience);

    /// Asks what types the parameters of a script have, on another session and without running it; `names`
    /// are those that count as parameters. Newest wins.
    void askParameterTypes(const QueryScript &script, const QStringList &names);

signals:
    void stateChanged();
    void started();
    /// A statement returns rows: the first of them are there. A child of the runner until somebody else takes
    /// it; deleting it ends its stream.
    void resultAdded(squall::models::ResultModel *result);
    void messageAdded(const squall::models::QueryMessage &message);
    /// In State::Held.
    void writeHeld(const squall::models::HeldWrite &write);
    /// One of a script's statements is over.
    void statementEnded(const squall::models::RanStatement &statement);
    /// Before `finished`.
    void failed(const squall::models::QueryFailure &failure);
    void finished(const squall::models::QueryOutcome &outcome);
    void transactionChanged();
    void modeChanged();
    void sessionKeptChanged();
    /// What `askParameterTypes` found out.
    void parameterTypesKnown(const squall::models::ParameterTypes &types);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace squall::models

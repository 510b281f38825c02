#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "core/pg/connectionoptions.h"
#include "core/pg/rowbatch.h"

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace squall::pg {

/// The transaction as the server reports it, never guessed.
enum class TransactionStatus { Idle, Active, InTransaction, Failed, Unknown };

/// How `transaction` begins.
enum class TransactionMode {
    ReadWrite,
    ReadOnlySnapshot, ///< repeatable read, read only: every statement sees the same moment
};

/// What another session said with NOTIFY.
struct Notification
{
    QString channel;
    QString payload;
    int backendPid = 0;
};

/// Stops whatever a Connection is doing; may be called from any thread, and stays usable when the Connection
/// is gone.
class Interrupt
{
public:
    virtual ~Interrupt() = default;
    /// The running call ends with Error::Code::Cancelled, unless what it asked for is already done; without
    /// one, nothing happens, and never to a later call. A server that does not stop within 5 s loses the
    /// connection.
    virtual void request() = 0;
    /// Gives the connection up for good: the running call and all later ones end in moments, whatever the
    /// server does. What ran there may go on until the server notices.
    virtual void abandon() { request(); }
};

/// One libpq handle: blocking calls, confined to one thread, connecting when first needed and again after the
/// server went away, but never inside a transaction and never re-sending a statement that may have run.
class Connection
{
public:
    explicit Connection(ConnectionOptions options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Connects now; otherwise the first statement does.
    Result<Done> open();
    void close();
    bool isOpen() const;

    /// Runs one statement and keeps its whole reply.
    Result<RowBatch> fetch(const Query &query);

    /// The same inside a read-only transaction of its own, in one round trip: the server itself refuses
    /// whatever in it would write, a function in a view for example. Not inside another transaction. With
    /// `atMost` the server gives the statement up after that time, waiting for locks included:
    /// Error::Timeout.
    Result<RowBatch> fetchReadOnly(const Query &query, std::chrono::milliseconds atMost = {});

    /// Runs one statement and hands its rows over in batches of at most `rows`, fewer when the server is slow
    /// or the rows are wide: `more()` until `isLast()`. Starting another statement or `stop()` ends the
    /// stream.
    Result<RowBatch> start(const Query &query, int rows = 1000);
    Result<RowBatch> more();
    /// Cancels a query; what changes data or stands in a transaction, which a cancel would undo, is read to
    /// its end and dropped instead.
    void stop();
    /// Cancels the stream's statement in any case.
    void stopAtOnce();

    /// What a statement takes and returns.
    struct Description
    {
        std::vector<quint32> parameters = {}; ///< pg_type.oid of `$1` and so on
        std::vector<Field> columns = {};
    };
    /// Has the server look at a statement without running it.
    Result<Description> inspect(const QString &statement);

    /// Takes one batch of the reply to statement number `query`; an error ends the pipeline.
    using BatchSink = std::function<Result<Done>(size_t query, const RowBatch &batch)>;
    /// Sends all statements in one round trip and streams the replies in their order. The first error ends
    /// it; the statements run in one implicit transaction unless they say otherwise. A transaction that they
    /// began is rolled back after an error. An error of the sink stops reading; what was sent may have taken
    /// effect.
    Result<Done> pipeline(const std::vector<Query> &queries, const BatchSink &sink);

    /// Runs a script of several statements without parameters through the simple protocol; keeps the last
    /// reply.
    Result<RowBatch> runScript(const QString &script);

    /// `work` between BEGIN and COMMIT; its error, or a failing COMMIT, leaves the database as it was.
    /// Not inside another transaction.
    Result<Done> transaction(const std::function<Result<Done>(Connection &)> &work,
                             TransactionMode mode = TransactionMode::ReadWrite);
    /// Makes the connection fit for the next user: ends a stream and rolls back an open transaction.
    void settle();

    /// `COPY … TO STDOUT`: each piece of data as it arrives. Both answer with the number of rows.
    Result<qint64> copyOut(const Query &query, const std::function<Result<Done>(QByteArrayView)> &sink);
    /// `COPY … FROM STDIN`: `source` gives the next piece, an empty one at the end; its error aborts the
    /// copy.
    Result<qint64> copyIn(const Query &query, const std::function<Result<QByteArray>()> &source);

    TransactionStatus transactionStatus() const;
    /// For example 150020; 0 before the first connection.
    int serverVersion() const;
    /// What the server reports of itself, for example `server_encoding` or `TimeZone`.
    QByteArray parameterStatus(const char *name) const;
    int backendPid() const;
    const ConnectionOptions &options() const;

    /// Valid on any thread, also after this Connection is gone.
    std::shared_ptr<Interrupt> interrupt() const;

    /// Called with every notice of the server, on this thread, during a call.
    void onNotice(std::function<void(const Error &notice)> handler);
    /// Called for every NOTIFY on a channel that this connection LISTENs to, on this thread, during a call.
    void onNotification(std::function<void(const Notification &)> handler);
    /// Waits until a notification was delivered; false when none came in time.
    Result<bool> waitForNotification(int timeoutMs);

    /// Makes the calls during its life one piece of work: an interrupt between two of them ends the next as
    /// well, and so does `cancelled`, which is asked about every 50 ms while one waits.
    class Work
    {
    public:
        Work(Connection &connection, std::function<bool()> cancelled);
        ~Work();
        Work(const Work &) = delete;
        Work &operator=(const Work &) = delete;

    private:
        Connection &m_connection;
    };

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace squall::pg

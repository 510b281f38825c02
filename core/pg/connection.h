#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "core/pg/connectionoptions.h"
#include "core/pg/rowbatch.h"

#include <QtGlobal>

#include <functional>
#include <memory>
#include <vector>

namespace squall::pg {

/// The transaction as the server reports it, never guessed.
enum class TransactionStatus { Idle, Active, InTransaction, Failed, Unknown };

/// Stops whatever a Connection is doing; may be called from any thread, and stays usable when the Connection is gone.
class Interrupt
{
public:
    virtual ~Interrupt() = default;
    /// The running call ends with Error::Code::Cancelled; without one, nothing happens.
    virtual void request() = 0;
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

    /// Runs one statement and hands its rows over in batches of at most `rows`: `more()` until `isLast()`.
    /// Starting another statement or `stop()` ends the stream on the server.
    Result<RowBatch> start(const Query &query, int rows = 1000);
    Result<RowBatch> more();
    void stop();

    /// Takes one batch of the reply to statement number `query`; an error ends the pipeline.
    using BatchSink = std::function<Result<Done>(size_t query, const RowBatch &batch)>;
    /// Sends all statements in one round trip and streams the replies in their order. The first error ends it;
    /// the statements run in one implicit transaction unless they say otherwise.
    Result<Done> pipeline(const std::vector<Query> &queries, const BatchSink &sink);

    /// Runs a script of several statements without parameters through the simple protocol; keeps the last reply.
    Result<RowBatch> runScript(const QString &script);

    /// `work` between BEGIN and COMMIT; its error, or a failing COMMIT, leaves the database as it was.
    Result<Done> transaction(const std::function<Result<Done>(Connection &)> &work);

    /// `COPY … TO STDOUT`: each piece of data as it arrives.
    Result<qint64> copyOut(const Query &query, const std::function<Result<Done>(QByteArrayView)> &sink);
    /// `COPY … FROM STDIN`: `source` gives the next piece, an empty one at the end; its error aborts the copy.
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

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace squall::pg

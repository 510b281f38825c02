#pragma once

#include "core/pg/connection.h"
#include "core/pg/statementwords.h"
#include "core/pg/wire.h"

#include <optional>

namespace squall::pg {

/// What the calls of a Connection share. They are spread over files by what they do: connection.cpp comes and
/// goes, statement.cpp sends and streams, pipeline.cpp, copy.cpp and transaction.cpp do as they are named.
class Connection::Private
{
public:
    /// Statements of one call. `inTransaction` tells what is lost when the connection is.
    struct Statement
    {
        QString text;
        bool inTransaction = false;
    };

    /// A reply that has not been read to its end.
    struct Stream
    {
        Statement statement;
        int rows = 0;
    };

    /// A call as the interrupter sees it.
    class Call
    {
    public:
        explicit Call(Private &connection)
            : m_interrupter(connection.wire.sharedInterrupter())
        {
            m_interrupter->enterCall();
        }
        ~Call() { m_interrupter->leaveCall(); }
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

    private:
        std::shared_ptr<Interrupter> m_interrupter;
    };

    ConnectionOptions options;
    Wire wire;
    std::function<void(const Error &)> noticeHandler;
    std::function<void(const Notification &)> notificationHandler;
    std::optional<Stream> stream;
    /// The last FATAL that came while nothing ran: why the server sent us away.
    std::optional<Error> farewell;
    QByteArray clientEncoding = "UTF8";
    int serverVersion = 0;
    bool notified = false;
    /// Counts connections, so that a transaction notices that it lost its own.
    quint64 generation = 0;

    /// Ready to send: connected, the last reply read, no request to cancel under way.
    Result<Done> prepare();
    Result<Done> connect();
    Result<Connected> reach();
    Result<Done> probe();
    TransactionStatus status() const;
    std::vector<StatementWord> words(const Statement &statement) const;

    Result<Statement> send(const Query &query);
    /// The next batch; the whole reply when `rows` is 0.
    Result<RowBatch> readBatch(const Statement &statement, int rows, bool first = false);
    /// Reads a reply to its very end, where an error may still stand, and gives `last` when there is none.
    Result<RowBatch> finish(RowBatch last, const Statement &statement);
    /// Ends an unread reply: by a cancel when that undoes nothing or `atOnce`, else by reading it.
    Result<Done> endStream(bool atOnce);
    /// Reads what is left of a reply; the first error in it.
    std::optional<Error> drain();

    Result<Statement> beginCopy(const Query &query, ExecStatusType wanted);
    Result<bool> putCopyData(QByteArrayView data);
    Result<qint64> endCopy(const Statement &statement);
    void leaveCopy(ExecStatusType state);
    Error refuseCopy(ExecStatusType state, const Statement &statement);

    void rollBack();
    class Pipeline;

    QString role() const;
    Error stopped() const;
    /// The error of a failed reply, after reading the rest of it.
    Error failure(const PGresult *result, const Statement &statement);
    /// What an error means for the caller: the server's own, a stop on request, or a connection that is gone.
    Error conclude(Error error, const Statement &statement);
    Error lost(const Error &reason, const Statement &statement);
    void deliverNotifications();
    static void receiveNotice(void *self, const PGresult *notice);
};

} // namespace squall::pg

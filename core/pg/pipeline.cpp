#include "core/pg/connection_p.h"
#include "core/pg/decodetext.h"
#include "core/pg/reply.h"

#include <QCoreApplication>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Pipeline)
};

constexpr int batchRows = 1024;
constexpr qsizetype batchBytes = 16 << 20;
/// Short statements travel together: each piece that is sent alone wakes the server alone.
constexpr qsizetype sentTogether = 8 << 10;

qsizetype bytesOf(const Query &query)
{
    qsizetype bytes = query.text.size();
    for (const auto &parameter : query.parameters)
        bytes += parameter ? parameter->size() : 0;
    return bytes;
}

} // namespace

/// One run of `Connection::pipeline`. Statements are handed to libpq only as fast as the socket takes them,
/// and replies are read meanwhile: neither side ever waits for the other with both directions full.
class Connection::Private::Pipeline
{
public:
    Pipeline(Private &connection, const std::vector<Query> &queries, const BatchSink &sink)
        : m_connection(connection)
        , m_wire(connection.wire)
        , m_queries(queries)
        , m_sink(sink)
    {
    }

    Result<Done> run();

private:
    void fail(Error error)
    {
        if (!m_failure)
            m_failure = std::move(error);
    }
    void sendSome();
    void take(const PGresult *reply);
    void takeRows(const PGresult *reply);

    Private &m_connection;
    Wire &m_wire;
    const std::vector<Query> &m_queries;
    const BatchSink &m_sink;

    Statement m_statement;
    size_t m_sent = 0;
    size_t m_read = 0;
    bool m_synced = false;
    bool m_ended = false;
    std::optional<RowBatchBuilder> m_batch;
    std::optional<Error> m_failure;
};

void Connection::Private::Pipeline::sendSome()
{
    qsizetype together = 0;
    while (!m_failure && m_sent < m_queries.size()) {
        if (const auto sent = m_connection.send(m_queries[m_sent]); !sent) {
            fail(sent.error());
            break;
        }
        together += bytesOf(m_queries[m_sent++]);
        if (together < sentTogether)
            continue;
        if (PQflush(m_wire.handle()) > 0)
            return;
        together = 0;
    }
    if (m_wire.isOpen() && !m_synced)
        PQpipelineSync(m_wire.handle());
    m_synced = true;
}

void Connection::Private::Pipeline::takeRows(const PGresult *reply)
{
    // Row by row, libpq would make a result of each; whole, a reply stands in memory once, as the server sent
    // it. The first reply after a stream comes row by row all the same: libpq forgets that mode only between
    // pipelines.
    const bool whole = PQresultStatus(reply) != PGRES_SINGLE_TUPLE;
    if (!m_batch)
        m_batch.emplace(describe(reply));
    const int rows = PQntuples(reply);
    int next = 0;
    do {
        const auto full = [&] { return m_batch->rowCount() >= batchRows || m_batch->bytes() >= batchBytes; };
        for (; next < rows && !full(); ++next)
            appendRows(*m_batch, reply, next, next + 1);
        const bool last = whole && next == rows;
        if (!last && !full())
            return;
        if (const auto taken = m_sink(m_read, m_batch->take(last ? commandTag(reply) : QByteArray(), last));
            !taken) {
            fail(taken.error());
            if (!m_statement.inTransaction)
                m_wire.cancel();
            return;
        }
    } while (next < rows);
}

void Connection::Private::Pipeline::take(const PGresult *reply)
{
    if (!reply) {
        ++m_read;
        m_batch.reset();
        return;
    }
    switch (PQresultStatus(reply)) {
    case PGRES_PIPELINE_SYNC: m_ended = true; break;
    case PGRES_PIPELINE_ABORTED: break;
    case PGRES_FATAL_ERROR: fail(serverError(reply, m_connection.role())); break;
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
    case PGRES_COPY_BOTH:
        fail({.code = Error::Code::Usage, .message = Text::tr("COPY cannot be one of several statements.")});
        m_wire.drop();
        break;
    default:
        if (!m_failure)
            takeRows(reply);
    }
}

Result<Done> Connection::Private::Pipeline::run()
{
    const auto before = m_connection.status();
    m_statement = {{}, before != TransactionStatus::Idle};
    PQenterPipelineMode(m_wire.handle());
    while (!m_ended && m_wire.isOpen()) {
        if (!m_synced && PQflush(m_wire.handle()) == 0)
            sendSome();
        const bool unsent = PQflush(m_wire.handle()) > 0;
        if ((m_read < m_sent || m_synced) && !PQisBusy(m_wire.handle())) {
            take(ResultPtr(PQgetResult(m_wire.handle()), &PQclear).get());
        } else if (unsent || m_synced) {
            if (const auto ready = m_wire.wait(unsent); !ready)
                return ready.error();
        }
    }
    if (!m_wire.isOpen())
        return m_wire.handle() ? m_connection.lost(
                                     m_failure.value_or(m_connection.farewell.value_or(Error{})), m_statement)
                               : m_failure.value_or(Error{});
    PQexitPipelineMode(m_wire.handle());
    m_connection.deliverNotifications();
    if (!m_failure)
        return Done{};
    // Before the rollback, which settles the request to cancel that tells a stop from the server's own.
    auto error = m_connection.conclude(*m_failure, m_statement);
    if (before == TransactionStatus::Idle)
        m_connection.rollBack();
    return error;
}

Result<Done> Connection::pipeline(const std::vector<Query> &queries, const BatchSink &sink)
{
    const Private::Call call(*d);
    if (const auto ready = d->prepare(); !ready)
        return ready;
    return Private::Pipeline(*d, queries, sink).run();
}

} // namespace squall::pg

#include "core/pg/connection.h"

#include <libpq-fe.h>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

using ResultPtr = std::unique_ptr<PGresult, decltype(&PQclear)>;

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

Error serverError(const PGresult *result)
{
    Error error;
    error.code = Error::Code::Server;
    error.sqlState = field(result, PG_DIAG_SQLSTATE);
    error.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    error.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
    error.hint = field(result, PG_DIAG_MESSAGE_HINT);
    error.context = field(result, PG_DIAG_CONTEXT);
    error.position = field(result, PG_DIAG_STATEMENT_POSITION).toInt();
    if (error.message.isEmpty())
        error.message = QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
    if (error.sqlState == u"57014")
        error.code = Error::Code::Cancelled;
    return error;
}

std::vector<Field> describe(const PGresult *result)
{
    std::vector<Field> fields;
    for (int column = 0; column < PQnfields(result); ++column) {
        fields.push_back({.name = QString::fromUtf8(PQfname(result, column)),
                          .type = PQftype(result, column),
                          .typeModifier = PQfmod(result, column),
                          .table = PQftable(result, column),
                          .tableColumn = PQftablecol(result, column)});
    }
    return fields;
}

void appendRows(RowBatchBuilder &batch, const PGresult *result)
{
    for (int row = 0; row < PQntuples(result); ++row) {
        for (int column = 0; column < PQnfields(result); ++column) {
            if (PQgetisnull(result, row, column))
                batch.addNull();
            else
                batch.addCell({PQgetvalue(result, row, column), PQgetlength(result, row, column)});
        }
    }
}

} // namespace

/// Wakes the thread that polls and asks the server to cancel, from a thread of its own because PQcancel blocks.
class Waker : public Interrupt
{
public:
    Waker()
        : m_event(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    {
    }
    ~Waker() override { ::close(m_event); }
    void request() override
    {
        const quint64 one = 1;
        [[maybe_unused]] const auto written = ::write(m_event, &one, sizeof one);
    }
    bool take() const
    {
        quint64 count = 0;
        return ::read(m_event, &count, sizeof count) > 0;
    }
    int descriptor() const { return m_event; }

private:
    int m_event;
};

class Connection::Private
{
public:
    ConnectionOptions options;
    PGconn *handle = nullptr;
    std::shared_ptr<Waker> waker = std::make_shared<Waker>();
    std::function<void(const Error &)> noticeHandler;
    int streamRows = 0;

    Result<Done> ensureOpen();
    Error connectionError() const;
    Result<Done> wait(bool forWriting);
    void cancel() const;
    Result<ResultPtr> next();
    Result<Done> send(const Query &query);
    void drain();
    Result<RowBatch> readBatch();
};

Error Connection::Private::connectionError() const
{
    return {.code = Error::Code::Connection, .message = QString::fromUtf8(PQerrorMessage(handle)).trimmed()};
}

Result<Done> Connection::Private::ensureOpen()
{
    if (handle && PQstatus(handle) == CONNECTION_OK)
        return Done{};
    PQfinish(handle);
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : options.keywords) {
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    handle = PQconnectdbParams(keywords.data(), values.data(), 1);
    if (PQstatus(handle) != CONNECTION_OK)
        return connectionError();
    PQsetnonblocking(handle, 1);
    PQsetClientEncoding(handle, "UTF8");
    return Done{};
}

void Connection::Private::cancel() const
{
    std::thread([token = PQgetCancel(handle)] {
        char message[256];
        PQcancel(token, message, sizeof message);
        PQfreeCancel(token);
    }).detach();
}

Result<Done> Connection::Private::wait(bool forWriting)
{
    pollfd sockets[2] = {{PQsocket(handle), static_cast<short>(POLLIN | (forWriting ? POLLOUT : 0)), 0},
                         {waker->descriptor(), POLLIN, 0}};
    if (::poll(sockets, 2, -1) < 0)
        return Error{.code = Error::Code::Connection, .message = u"poll failed"_s};
    if (sockets[1].revents && waker->take())
        cancel();
    if ((sockets[0].revents & ~POLLOUT) && !PQconsumeInput(handle))
        return connectionError();
    return Done{};
}

Result<ResultPtr> Connection::Private::next()
{
    for (;;) {
        const int unsent = PQflush(handle);
        if (unsent < 0)
            return connectionError();
        if (unsent == 0 && !PQisBusy(handle))
            return ResultPtr(PQgetResult(handle), &PQclear);
        if (const auto ready = wait(unsent > 0); !ready)
            return ready.error();
    }
}

Result<Done> Connection::Private::send(const Query &query)
{
    std::vector<const char *> values;
    for (const auto &parameter : query.parameters)
        values.push_back(parameter ? parameter->constData() : nullptr);
    const auto count = static_cast<int>(values.size());
    if (!PQsendQueryParams(handle, query.text.toUtf8().constData(), count, nullptr, values.data(), nullptr, nullptr, 0))
        return connectionError();
    return Done{};
}

void Connection::Private::drain()
{
    streamRows = 0;
    while (auto result = next()) {
        if (!*result)
            break;
    }
}

Connection::Connection(ConnectionOptions options)
    : d(std::make_unique<Private>())
{
    d->options = std::move(options);
}

Connection::~Connection()
{
    PQfinish(d->handle);
}

Result<Done> Connection::open()
{
    return d->ensureOpen();
}

void Connection::close()
{
    PQfinish(std::exchange(d->handle, nullptr));
}

bool Connection::isOpen() const
{
    return d->handle && PQstatus(d->handle) == CONNECTION_OK;
}

Result<RowBatch> Connection::fetch(const Query &query)
{
    auto batch = start(query, 0);
    return batch;
}

Result<RowBatch> Connection::start(const Query &query, int rows)
{
    stop();
    if (const auto open = d->ensureOpen(); !open)
        return open.error();
    if (const auto sent = d->send(query); !sent)
        return sent.error();
    if (rows > 0)
        PQsetSingleRowMode(d->handle);
    d->streamRows = rows > 0 ? rows : -1;
    return d->readBatch();
}

Result<RowBatch> Connection::more()
{
    return d->readBatch();
}

Result<RowBatch> Connection::Private::readBatch()
{
    std::optional<RowBatchBuilder> batch;
    for (;;) {
        auto result = next();
        if (!result)
            return result.error();
        const PGresult *reply = result->get();
        if (!reply) {
            streamRows = 0;
            return RowBatchBuilder({}).take({}, true);
        }
        const auto status = PQresultStatus(reply);
        if (status == PGRES_FATAL_ERROR) {
            const auto error = serverError(reply);
            drain();
            return error;
        }
        if (!batch)
            batch.emplace(describe(reply));
        appendRows(*batch, reply);
        if (status != PGRES_SINGLE_TUPLE) {
            auto last = batch->take(PQcmdStatus(const_cast<PGresult *>(reply)), true);
            drain();
            return last;
        }
        if (batch->rowCount() >= streamRows)
            return batch->take();
    }
}

void Connection::stop()
{
    if (d->streamRows == 0)
        return;
    d->cancel();
    d->drain();
}

Result<Done> Connection::pipeline(const std::vector<Query> &queries, const BatchSink &sink)
{
    constexpr int batchRows = 4096;
    stop();
    if (const auto open = d->ensureOpen(); !open)
        return open.error();
    PQenterPipelineMode(d->handle);
    for (const auto &query : queries) {
        if (const auto sent = d->send(query); !sent)
            return sent.error();
    }
    PQpipelineSync(d->handle);

    std::optional<Error> failure;
    for (size_t query = 0; query < queries.size(); ++query) {
        PQsetSingleRowMode(d->handle);
        std::optional<RowBatchBuilder> batch;
        for (;;) {
            auto result = d->next();
            if (!result)
                return result.error();
            const PGresult *reply = result->get();
            if (!reply)
                break;
            const auto status = PQresultStatus(reply);
            if (status == PGRES_FATAL_ERROR && !failure)
                failure = serverError(reply);
            if (failure)
                continue;
            if (!batch)
                batch.emplace(describe(reply));
            appendRows(*batch, reply);
            const bool last = status != PGRES_SINGLE_TUPLE;
            if (last || batch->rowCount() >= batchRows) {
                if (auto taken = sink(query, batch->take(PQcmdStatus(const_cast<PGresult *>(reply)), last)); !taken)
                    failure = taken.error();
            }
        }
    }
    if (const auto sync = d->next(); !sync)
        return sync.error();
    PQexitPipelineMode(d->handle);
    if (failure)
        return *failure;
    return Done{};
}

Result<RowBatch> Connection::runScript(const QString &script)
{
    stop();
    if (const auto open = d->ensureOpen(); !open)
        return open.error();
    if (!PQsendQuery(d->handle, script.toUtf8().constData()))
        return d->connectionError();
    RowBatch last;
    std::optional<Error> failure;
    for (;;) {
        auto result = d->next();
        if (!result)
            return result.error();
        const PGresult *reply = result->get();
        if (!reply)
            break;
        if (PQresultStatus(reply) == PGRES_FATAL_ERROR) {
            failure = serverError(reply);
            continue;
        }
        RowBatchBuilder batch(describe(reply));
        appendRows(batch, reply);
        last = batch.take(PQcmdStatus(const_cast<PGresult *>(reply)), true);
    }
    if (failure)
        return *failure;
    return last;
}

Result<Done> Connection::transaction(const std::function<Result<Done>(Connection &)> &work)
{
    if (const auto begun = fetch({u"BEGIN"_s}); !begun)
        return begun.error();
    if (const auto done = work(*this); !done) {
        [[maybe_unused]] const auto rolledBack = fetch({u"ROLLBACK"_s});
        return done.error();
    }
    if (const auto committed = fetch({u"COMMIT"_s}); !committed)
        return committed.error();
    return Done{};
}

TransactionStatus Connection::transactionStatus() const
{
    switch (PQtransactionStatus(d->handle)) {
    case PQTRANS_IDLE:
        return TransactionStatus::Idle;
    case PQTRANS_ACTIVE:
        return TransactionStatus::Active;
    case PQTRANS_INTRANS:
        return TransactionStatus::InTransaction;
    case PQTRANS_INERROR:
        return TransactionStatus::Failed;
    case PQTRANS_UNKNOWN:
        break;
    }
    return TransactionStatus::Unknown;
}

int Connection::serverVersion() const
{
    return PQserverVersion(d->handle);
}

QByteArray Connection::parameterStatus(const char *name) const
{
    return PQparameterStatus(d->handle, name);
}

int Connection::backendPid() const
{
    return PQbackendPID(d->handle);
}

const ConnectionOptions &Connection::options() const
{
    return d->options;
}

std::shared_ptr<Interrupt> Connection::interrupt() const
{
    return d->waker;
}

void Connection::onNotice(std::function<void(const Error &)> handler)
{
    d->noticeHandler = std::move(handler);
}

} // namespace squall::pg

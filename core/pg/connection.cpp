#include "core/pg/connection.h"

#include "core/pg/connection_p.h"
#include "core/pg/decodetext.h"

#include <QCoreApplication>

#include <poll.h>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Connection)
};

/// Whether one of the statements makes the transaction's changes last.
bool endsTransaction(const std::vector<StatementWord> &words)
{
    for (size_t i = 0; i < words.size(); ++i) {
        const bool isFirst = i == 0 || words[i - 1].isSymbol(u";");
        if (isFirst && (words[i].isKeyword(u"commit") || words[i].isKeyword(u"end") ||
                        (words[i].isKeyword(u"prepare") && i + 1 < words.size() &&
                         words[i + 1].isKeyword(u"transaction"))))
            return true;
    }
    return false;
}

/// The databases one could have meant, asked of the one that every server has; empty when it does not tell.
QString databasesOn(ConnectionOptions options, Interrupter &interrupter)
{
    options.set("dbname", "postgres");
    options.set("connect_timeout", "3");
    Connection connection(std::move(options));
    const Connection::Work work(connection, [&interrupter] { return interrupter.requested(); });
    const auto names =
        connection.fetch({u"select datname from pg_database where datallowconn and not datistemplate"
                          " order by datname limit 12"_s});
    QStringList list;
    for (int row = 0; names && row < names->rowCount(); ++row)
        list += names->text(row, 0);
    return list.join(u", "_s);
}

} // namespace

/// A server checks that what it sends is UTF-8, but a database in SQL_ASCII holds any bytes and knows no way
/// to translate them: there we ask for the bytes as they are.
Result<Connected> Connection::Private::reach()
{
    auto connected = pg::connect(options, clientEncoding, wire.interrupter());
    if (!connected || clientEncoding != "UTF8" ||
        qstrcmp(PQparameterStatus(connected->handle.get(), "server_encoding"), "SQL_ASCII") != 0)
        return connected;
    clientEncoding = "SQL_ASCII";
    connected->handle.reset();
    return pg::connect(options, clientEncoding, wire.interrupter());
}

Result<Done> Connection::Private::connect()
{
    wire.drop();
    auto connected = reach();
    if (!connected) {
        Error error = connected.error();
        if (error.sqlState == u"3D000" && options.value("dbname") != "postgres") {
            if (const auto databases = databasesOn(options, wire.interrupter()); !databases.isEmpty())
                error.hint = Text::tr("This server has: %1.").arg(databases) + u' ' + error.hint;
        }
        return error;
    }
    wire.adopt(std::move(connected->handle));
    ++generation;
    serverVersion = PQserverVersion(wire.handle());
    PQsetNoticeReceiver(wire.handle(), receiveNotice, this);
    for (const auto &notice : connected->notices) {
        if (noticeHandler)
            noticeHandler(notice);
    }
    return Done{};
}

/// Looks whether an idle connection still stands before anything is sent on it: what was not sent may be sent
/// again.
Result<Done> Connection::Private::probe()
{
    constexpr int readAtMost = 100;
    const auto before = status();
    farewell.reset();
    for (int reads = 0; reads < readAtMost && wire.isOpen(); ++reads) {
        pollfd event = {PQsocket(wire.handle()), POLLIN, 0};
        if (::poll(&event, 1, 0) <= 0)
            break;
        PQconsumeInput(wire.handle());
        PQisBusy(wire.handle()); // takes notices and notifications apart
    }
    deliverNotifications();
    if (wire.isOpen())
        return Done{};
    if (before == TransactionStatus::InTransaction || before == TransactionStatus::Failed)
        return lost(farewell.value_or(Error{}), {.text = {}, .inTransaction = true});
    wire.drop();
    return Done{};
}

Result<Done> Connection::Private::prepare()
{
    if (wire.isInterrupted())
        return stopped();
    if (const auto ended = endStream(false); !ended)
        return ended;
    const auto before = status();
    if (const auto settled = wire.settleCancel(); !settled && before != TransactionStatus::Idle)
        return settled;
    if (wire.handle()) {
        if (const auto alive = probe(); !alive)
            return alive;
    }
    return wire.isOpen() ? Result<Done>(Done{}) : connect();
}

TransactionStatus Connection::Private::status() const
{
    switch (PQtransactionStatus(wire.handle())) {
    case PQTRANS_IDLE: return TransactionStatus::Idle;
    case PQTRANS_ACTIVE: return TransactionStatus::Active;
    case PQTRANS_INTRANS: return TransactionStatus::InTransaction;
    case PQTRANS_INERROR: return TransactionStatus::Failed;
    case PQTRANS_UNKNOWN: break;
    }
    return TransactionStatus::Unknown;
}

QString Connection::Private::role() const
{
    return decodeText(PQuser(wire.handle()));
}

Error Connection::Private::stopped() const
{
    return {.code = Error::Code::Cancelled, .message = Text::tr("Stopped on request.")};
}

Error Connection::Private::conclude(Error error, const Statement &statement)
{
    if (!wire.isOpen())
        return wire.handle() ? lost(error, statement) : error;
    if (error.sqlState == u"57014" && wire.isCancelling())
        error.code = Error::Code::Cancelled;
    return error;
}

std::vector<StatementWord> Connection::Private::words(const Statement &statement) const
{
    return statementWords(
        statement.text, qstrcmp(PQparameterStatus(wire.handle(), "standard_conforming_strings"), "off") == 0);
}

Error Connection::Private::lost(const Error &reason, const Statement &statement)
{
    const bool ends = endsTransaction(words(statement));
    wire.drop();
    stream.reset();
    Error error{.code = Error::Code::Connection,
                .message = {},
                .detail = reason.message,
                .sqlState = reason.sqlState};
    if (statement.inTransaction && !ends) {
        error.message = Text::tr("The connection to the server was lost, and the open transaction with it.");
        error.hint =
            Text::tr("Nothing that the transaction changed was kept. The next statement connects again.");
    } else if (statement.inTransaction) {
        error.message = Text::tr("The connection to the server was lost while the transaction was ending.");
        error.hint =
            Text::tr("Check whether its changes are there before repeating them. The next statement connects "
                     "again.");
    } else {
        error.message = Text::tr("The connection to the server was lost while a statement was running.");
        error.hint =
            Text::tr("If it changes something, check whether it did before repeating it. The next statement "
                     "connects again.");
    }
    return error;
}

void Connection::Private::deliverNotifications()
{
    while (wire.handle()) {
        const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notify(PQnotifies(wire.handle()), &PQfreemem);
        if (!notify)
            break;
        notified = true;
        if (notificationHandler)
            notificationHandler({decodeText(notify->relname), decodeText(notify->extra), notify->be_pid});
    }
}

void Connection::Private::receiveNotice(void *self, const PGresult *notice)
{
    auto *connection = static_cast<Private *>(self);
    const auto error = serverError(notice, {});
    if (error.code == Error::Code::Connection)
        connection->farewell = error;
    else if (connection->noticeHandler)
        connection->noticeHandler(error);
}

Connection::Connection(ConnectionOptions options)
    : d(std::make_unique<Private>())
{
    d->options = std::move(options);
}

Connection::~Connection()
{
    close();
}

Result<Done> Connection::open()
{
    const Private::Call call(*d);
    if (d->stream)
        return Done{};
    return d->prepare();
}

void Connection::close()
{
    if (d->stream)
        d->wire.cancel();
    d->stream.reset();
    d->wire.drop();
}

bool Connection::isOpen() const
{
    return d->wire.isOpen();
}

TransactionStatus Connection::transactionStatus() const
{
    return d->status();
}

int Connection::serverVersion() const
{
    return d->serverVersion;
}

QByteArray Connection::parameterStatus(const char *name) const
{
    return PQparameterStatus(d->wire.handle(), name);
}

int Connection::backendPid() const
{
    return PQbackendPID(d->wire.handle());
}

const ConnectionOptions &Connection::options() const
{
    return d->options;
}

std::shared_ptr<Interrupt> Connection::interrupt() const
{
    return d->wire.sharedInterrupter();
}

void Connection::onNotice(std::function<void(const Error &)> handler)
{
    d->noticeHandler = std::move(handler);
}

Connection::Work::Work(Connection &connection, std::function<bool()> cancelled)
    : m_connection(connection)
{
    m_connection.d->wire.interrupter().beginWork(std::move(cancelled));
}

Connection::Work::~Work()
{
    m_connection.d->wire.interrupter().endWork();
}

} // namespace squall::pg

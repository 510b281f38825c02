#include "core/pg/connection_p.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Copy)
};

/// What libpq is given at once: it grows its buffer to whatever it gets.
constexpr qsizetype pieceBytes = 64 << 10;

Error notACopy()
{
    return {.code = Error::Code::Usage,
            .message = Text::tr("This statement is not the COPY that was expected.")};
}

qint64 copiedRows(PGresult *result)
{
    return QByteArray(PQcmdTuples(result)).toLongLong();
}

} // namespace

/// Gets out of a COPY that nobody serves; the rest of the reply is still to be read.
void Connection::Private::leaveCopy(ExecStatusType state)
{
    if (state == PGRES_COPY_BOTH)
        wire.drop();
    while (state == PGRES_COPY_IN && wire.isOpen() && PQputCopyEnd(wire.handle(), "no data was given") == 0) {
        if (!wire.wait(true))
            return;
    }
    while (state == PGRES_COPY_OUT && wire.isOpen()) {
        char *piece = nullptr;
        const int size = PQgetCopyData(wire.handle(), &piece, 1);
        PQfreemem(piece);
        if (size < 0 || (size == 0 && !wire.wait(false)))
            return;
    }
}

Error Connection::Private::refuseCopy(ExecStatusType state, const Statement &statement)
{
    stream.reset();
    if (state == PGRES_COPY_OUT && !statement.inTransaction)
        wire.cancel();
    leaveCopy(state);
    drain();
    return {.code = Error::Code::Usage,
            .message = state == PGRES_COPY_OUT ? Text::tr("COPY TO STDOUT sends a file, not a table of rows.")
                                               : Text::tr("COPY FROM STDIN needs a file to read."),
            .hint = state == PGRES_COPY_OUT
                        ? Text::tr("Export the table or query instead, or run it as SELECT.")
                        : Text::tr("Import the file instead.")};
}

/// Sends a COPY and waits for the server to agree to it.
Result<Connection::Private::Statement> Connection::Private::beginCopy(const Query &query,
                                                                      ExecStatusType wanted)
{
    if (const auto ready = prepare(); !ready)
        return ready.error();
    auto statement = send(query);
    if (!statement)
        return statement;
    const auto result = wire.next();
    if (!result)
        return result.error();
    const auto state = PQresultStatus(result->get());
    if (state == wanted)
        return statement;
    if (state == PGRES_FATAL_ERROR || !*result)
        return failure(result->get(), *statement);
    leaveCopy(state);
    if (const auto late = drain())
        return conclude(*late, *statement);
    return notACopy();
}

/// The reply after the data: the number of rows, or why there are none.
Result<qint64> Connection::Private::endCopy(const Statement &statement)
{
    const auto result = wire.next();
    if (!result)
        return result.error();
    if (PQresultStatus(result->get()) != PGRES_COMMAND_OK)
        return failure(result->get(), statement);
    const auto rows = copiedRows(result->get());
    const auto finished = finish({}, statement);
    return finished ? Result<qint64>(rows) : finished.error();
}

Result<qint64> Connection::copyOut(const Query &query,
                                   const std::function<Result<Done>(QByteArrayView)> &sink)
{
    const Private::Call call(*d);
    const auto statement = d->beginCopy(query, PGRES_COPY_OUT);
    if (!statement)
        return statement.error();

    std::optional<Error> refused;
    for (;;) {
        char *data = nullptr;
        const int size = PQgetCopyData(d->wire.handle(), &data, 1);
        const std::unique_ptr<char, decltype(&PQfreemem)> piece(data, &PQfreemem);
        if (size < 0)
            break;
        if (size == 0) {
            if (const auto ready = d->wire.wait(false); !ready)
                return ready.error();
            if (!d->wire.isOpen())
                break;
            continue;
        }
        if (refused)
            continue;
        if (const auto taken = sink({piece.get(), size}); !taken) {
            refused = taken.error();
            if (!statement->inTransaction)
                d->wire.cancel();
        }
    }
    const auto rows = d->endCopy(*statement);
    return refused ? Result<qint64>(*refused) : rows;
}

/// Hands one piece to the server; false when it has no use for more.
Result<bool> Connection::Private::putCopyData(QByteArrayView data)
{
    while (!data.isEmpty()) {
        const auto piece = data.first(std::min(data.size(), pieceBytes));
        const int taken = PQputCopyData(wire.handle(), piece.data(), static_cast<int>(piece.size()));
        if (taken < 0)
            return false;
        if (taken > 0)
            data = data.sliced(piece.size());
        while (PQflush(wire.handle()) > 0 && wire.isOpen()) {
            if (const auto ready = wire.wait(true); !ready)
                return ready;
            // The server answers a cancel at once but reads on until the data ends.
            if (wire.isCancelling())
                return false;
        }
    }
    return wire.isOpen();
}

Result<qint64> Connection::copyIn(const Query &query, const std::function<Result<QByteArray>()> &source)
{
    const Private::Call call(*d);
    const auto statement = d->beginCopy(query, PGRES_COPY_IN);
    if (!statement)
        return statement.error();

    std::optional<Error> refused;
    while (!refused) {
        if (d->wire.isInterrupted()) {
            refused = d->stopped();
            break;
        }
        const auto piece = source();
        if (!piece) {
            refused = piece.error();
            break;
        }
        if (piece->isEmpty())
            break;
        const auto wanted = d->putCopyData(*piece);
        if (!wanted)
            return wanted.error();
        if (!*wanted)
            break;
    }
    if (d->wire.isCancelling() && !refused)
        refused = d->stopped();
    const char *const reason = refused ? "stopped by the client" : nullptr;
    while (d->wire.isOpen() && PQputCopyEnd(d->wire.handle(), reason) == 0) {
        if (const auto ready = d->wire.wait(true); !ready)
            return ready.error();
    }
    const auto rows = d->endCopy(*statement);
    return refused && d->wire.isOpen() ? Result<qint64>(*refused) : rows;
}

} // namespace squall::pg

#include "core/pg/connection_p.h"
#include "core/pg/decodetext.h"
#include "core/pg/reply.h"
#include "core/pg/statementwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Statement)
};

constexpr qsizetype batchBytes = 16 << 20;
/// Rows that are here are shown rather than kept until a slow server has filled the batch.
constexpr int handOverMs = 150;
/// The first ones show that something comes at all.
constexpr int firstHandOverMs = 8;
/// A remainder of this many rows is read faster than a cancel travels.
constexpr int shortRemainder = 5000;

/// Whether stopping the statement half-way undoes nothing, as far as its words tell.
bool onlyReads(const std::vector<StatementWord> &words)
{
    static const QStringList queries{u"select"_s,  u"table"_s, u"values"_s, u"show"_s,
                                     u"explain"_s, u"fetch"_s, u"with"_s};
    static const QStringList changes{u"insert"_s, u"update"_s, u"delete"_s, u"merge"_s, u"into"_s, u"call"_s};
    const auto first = std::find_if(words.begin(), words.end(),
                                    [](const StatementWord &word) { return !word.isSymbol(u"("); });
    return first != words.end() && queries.contains(first->text) &&
           std::none_of(first, words.end(),
                        [](const StatementWord &word) { return changes.contains(word.text); });
}

} // namespace

Result<Connection::Private::Statement> Connection::Private::send(const Query &query)
{
    const auto isCut = [](const Query::Parameter &parameter) {
        return parameter && parameter->contains('\0');
    };
    if (query.text.contains(QChar(u'\0')) ||
        std::any_of(query.parameters.begin(), query.parameters.end(), isCut)) {
        return Error{.code = Error::Code::Usage,
                     .message = Text::tr("PostgreSQL's text cannot hold the character with the number zero."),
                     .hint = Text::tr("Store it in a column of type bytea.")};
    }
    std::vector<const char *> values;
    values.reserve(query.parameters.size());
    for (const auto &parameter : query.parameters)
        values.push_back(parameter ? parameter->constData() : nullptr);

    const auto now = status();
    const Statement statement{query.text,
                              now == TransactionStatus::InTransaction || now == TransactionStatus::Failed};
    const auto count = static_cast<int>(values.size());
    if (!PQsendQueryParams(wire.handle(), query.text.toUtf8().constData(), count, nullptr, values.data(),
                           nullptr, nullptr, 0)) {
        const Error error{.code = Error::Code::Usage,
                          .message = decodeSentence(PQerrorMessage(wire.handle())).trimmed()};
        return conclude(error, statement);
    }
    return statement;
}

std::optional<Error> Connection::Private::drain()
{
    std::optional<Error> first;
    for (;;) {
        const auto result = wire.next();
        if (!result)
            return result.error();
        if (!*result)
            break;
        const auto state = PQresultStatus(result->get());
        if (state == PGRES_FATAL_ERROR && !first)
            first = serverError(result->get(), role());
        else if (state == PGRES_COPY_IN || state == PGRES_COPY_OUT || state == PGRES_COPY_BOTH)
            leaveCopy(state);
    }
    deliverNotifications();
    return first;
}

Error Connection::Private::failure(const PGresult *result, const Statement &statement)
{
    Error error = serverError(result, role());
    stream.reset();
    if (const auto later = drain(); later && !wire.handle())
        error = *later;
    return conclude(error, statement);
}

Result<RowBatch> Connection::Private::finish(RowBatch last, const Statement &statement)
{
    stream.reset();
    // The server commits after the last row: only the end of the whole reply says that it did.
    if (const auto late = drain())
        return conclude(*late, statement);
    if (!wire.isOpen())
        return lost({}, statement);
    return last;
}

Result<RowBatch> Connection::Private::readBatch(const Statement &statement, int rows, bool first)
{
    const int patienceMs = first ? firstHandOverMs : handOverMs;
    std::optional<RowBatchBuilder> batch;
    bool dropped = false;
    for (;;) {
        const bool mayHandOver = rows > 0 && batch && batch->rowCount() > 0;
        const auto ready = wire.awaitReply(mayHandOver ? QDeadlineTimer(patienceMs)
                                                       : QDeadlineTimer(QDeadlineTimer::Forever));
        if (!ready) {
            stream.reset();
            return ready.error();
        }
        if (!*ready)
            return batch->take();

        const ResultPtr reply(PQgetResult(wire.handle()), &PQclear);
        const auto state = PQresultStatus(reply.get());
        if (!reply || state == PGRES_FATAL_ERROR)
            return failure(reply.get(), statement);
        if (state == PGRES_COPY_IN || state == PGRES_COPY_OUT || state == PGRES_COPY_BOTH)
            return refuseCopy(state, statement);
        if (!batch)
            batch.emplace(describe(reply.get()));
        if (state == PGRES_SINGLE_TUPLE && rows > 0 && wire.isCancelling()) {
            dropped = true;
            continue;
        }
        appendRows(*batch, reply.get(), 0, PQntuples(reply.get()));
        if (state != PGRES_SINGLE_TUPLE) {
            const auto last = finish(batch->take(commandTag(reply.get()), true), statement);
            return last && dropped ? Result<RowBatch>(stopped()) : last;
        }
        if (rows > 0 && (batch->rowCount() >= rows || batch->bytes() >= batchBytes))
            return batch->take();
    }
}

Result<Done> Connection::Private::endStream(bool atOnce)
{
    if (!stream)
        return Done{};
    const auto statement = std::exchange(stream, std::nullopt)->statement;
    const bool mayCancel = atOnce || (!statement.inTransaction && onlyReads(words(statement)));
    for (int results = 0; results < shortRemainder; ++results) {
        const auto ready = wire.awaitReply(QDeadlineTimer(1));
        if (!ready)
            return ready.error();
        if (!*ready)
            break;
        const ResultPtr result(PQgetResult(wire.handle()), &PQclear);
        if (!result)
            return wire.isOpen() ? Result<Done>(Done{}) : lost({}, statement);
        if (PQresultStatus(result.get()) == PGRES_FATAL_ERROR)
            return failure(result.get(), statement);
    }
    if (!mayCancel) {
        const auto left = drain();
        if (left)
            return conclude(*left, statement);
        return wire.isOpen() ? Result<Done>(Done{}) : lost({}, statement);
    }
    const Wire::Shield shield(wire);
    wire.cancel();
    drain();
    return Done{};
}

Result<RowBatch> Connection::fetch(const Query &query)
{
    const Private::Call call(*d);
    if (const auto ready = d->prepare(); !ready)
        return ready.error();
    const auto statement = d->send(query);
    if (!statement)
        return statement.error();
    // Row by row even here: a whole PGresult beside the batch would hold everything twice.
    PQsetSingleRowMode(d->wire.handle());
    return d->readBatch(*statement, 0);
}

Result<RowBatch> Connection::start(const Query &query, int rows)
{
    const Private::Call call(*d);
    if (const auto ready = d->prepare(); !ready)
        return ready.error();
    const auto statement = d->send(query);
    if (!statement)
        return statement.error();
    PQsetSingleRowMode(d->wire.handle());
    d->stream = Private::Stream{*statement, std::max(rows, 1)};
    return d->readBatch(*statement, std::max(rows, 1), true);
}

Result<RowBatch> Connection::more()
{
    const Private::Call call(*d);
    if (!d->stream)
        return RowBatchBuilder({}).take({}, true);
    const auto stream = *d->stream;
    return d->readBatch(stream.statement, stream.rows);
}

void Connection::stop()
{
    const Private::Call call(*d);
    [[maybe_unused]] const auto ended = d->endStream(false);
}

void Connection::stopAtOnce()
{
    const Private::Call call(*d);
    [[maybe_unused]] const auto ended = d->endStream(true);
}

Result<RowBatch> Connection::runScript(const QString &script)
{
    const Private::Call call(*d);
    if (const auto ready = d->prepare(); !ready)
        return ready.error();
    const Private::Statement statement{script, d->status() != TransactionStatus::Idle};
    if (script.contains(QChar(u'\0')) || !PQsendQuery(d->wire.handle(), script.toUtf8().constData())) {
        const Error error{.code = Error::Code::Usage,
                          .message = decodeSentence(PQerrorMessage(d->wire.handle()))};
        return d->conclude(error, statement);
    }
    RowBatch last;
    for (;;) {
        const auto result = d->wire.next();
        if (!result)
            return result.error();
        const PGresult *reply = result->get();
        const auto state = PQresultStatus(reply);
        if (!reply)
            break;
        if (state == PGRES_FATAL_ERROR)
            return d->failure(reply, statement);
        if (state == PGRES_COPY_IN || state == PGRES_COPY_OUT || state == PGRES_COPY_BOTH)
            return d->refuseCopy(state, statement);
        RowBatchBuilder batch(describe(reply));
        appendRows(batch, reply, 0, PQntuples(reply));
        last = batch.take(commandTag(reply), true);
    }
    return d->finish(last, statement);
}

} // namespace squall::pg

#include "core/pg/connection_p.h"
#include "core/pg/reply.h"

#include <QCoreApplication>

namespace squall::pg {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Statement)
};

} // namespace

Result<Connection::Description> Connection::inspect(const QString &statement)
{
    const Private::Call call(*d);
    if (const auto ready = d->prepare(); !ready)
        return ready.error();
    if (statement.contains(QChar(u'\0')))
        return Error{.code = Error::Code::Usage,
                     .message =
                         Text::tr("PostgreSQL's text cannot hold the character with the number zero.")};
    const Private::Statement sent{{}, d->status() != TransactionStatus::Idle};
    // In one round trip: behind a pooler the second could meet another server process.
    PGconn *const handle = d->wire.handle();
    PQenterPipelineMode(handle);
    PQsendPrepare(handle, "", statement.toUtf8().constData(), 0, nullptr);
    PQsendDescribePrepared(handle, "");
    PQpipelineSync(handle);

    Description description;
    std::optional<Error> failed;
    for (bool ended = false; !ended && d->wire.isOpen();) {
        const auto result = d->wire.next();
        if (!result)
            return result.error();
        if (!*result)
            continue; // between two replies
        const auto state = PQresultStatus(result->get());
        ended = state == PGRES_PIPELINE_SYNC;
        if (state == PGRES_FATAL_ERROR && !failed)
            failed = serverError(result->get(), d->role());
        if (state != PGRES_COMMAND_OK)
            continue;
        description = {.parameters = {}, .columns = pg::describe(result->get())};
        for (int parameter = 0; parameter < PQnparams(result->get()); ++parameter)
            description.parameters.push_back(PQparamtype(result->get(), parameter));
    }
    if (!d->wire.isOpen())
        return d->lost(failed.value_or(Error{}), sent);
    PQexitPipelineMode(handle);
    if (failed)
        return d->conclude(*failed, sent);
    return description;
}

} // namespace squall::pg

#include "models/query/writepreview.h"

#include "core/pg/connection.h"
#include "models/opendatabase.h"

#include <optional>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleRows = 100;
/// The first server on which MERGE returns rows.
constexpr int mergeReturningVersion = 170000;

/// The number at the end of `UPDATE 3` or `INSERT 0 3`.
qint64 rowsOf(const QByteArray &tag)
{
    return tag.mid(tag.lastIndexOf(' ') + 1).toLongLong();
}

Result<WriteEffect> performed(pg::Connection &connection, sql::RowWrite::Verb verb, const Query &query)
{
    auto batch = connection.start(query, sampleRows);
    if (!batch)
        return batch.error();
    WriteEffect effect{.verb = verb, .sample = *batch};
    while (!batch->isLast()) {
        batch = connection.more();
        if (!batch)
            return batch.error();
    }
    effect.rows = rowsOf(batch->commandTag());
    return effect;
}

} // namespace

Result<WriteEffect> tryWrite(pg::Connection &connection, const sql::RowWrite &write, const Query &query)
{
    std::optional<Result<WriteEffect>> effect;
    const auto ended = connection.transaction([&](pg::Connection &inside) -> Result<Done> {
        if (const auto set = inside.runScript(u"set local lock_timeout = '2s'"_s); !set)
            return set.error();
        const bool returns =
            write.verb != sql::RowWrite::Verb::Merge || inside.serverVersion() >= mergeReturningVersion;
        effect = performed(inside, write.verb, {returns ? write.returning : query.text, query.parameters});
        // Whatever came of it, nothing is to stay.
        return Error{.code = Error::Code::Cancelled, .message = {}};
    });
    return effect ? *effect : ended.error();
}

WritePreview::WritePreview(OpenDatabase &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

void WritePreview::look(const QueryScript &script)
{
    const auto query = script.statements.size() == 1 ? queryOf(script) : Query();
    const auto write = sql::rowWrite(query.text);
    if (!write) {
        emit failed(
            {.code = Error::Code::Unsupported,
             .message = tr("Only a single INSERT, UPDATE, DELETE or MERGE can be looked at before.")});
        return;
    }
    if (m_database.isWritingLocked()) {
        emit failed({.code = Error::Code::ReadOnly,
                     .message = tr("This database is locked against writing."),
                     .hint = tr("Unlock it first: even what is taken back has to be written before.")});
        return;
    }
    m_request.run(m_database.workbench().sessions().run([write = *write, query](pg::Connection &connection) {
        return tryWrite(connection, write, query);
    }),
                  [this](const Result<WriteEffect> &effect) {
                      if (effect)
                          emit shown(*effect);
                      else
                          emit failed(effect.error());
                      emit runningChanged();
                  });
    emit runningChanged();
}

void WritePreview::cancel()
{
    m_request.cancel();
    emit runningChanged();
}

} // namespace squall::models

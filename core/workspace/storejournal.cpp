#include "core/workspace/statement.h"
#include "core/workspace/store.h"

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<Done> doneOr(const Result<QSqlQuery> &query)
{
    return query ? Result<Done>(Done{}) : query.error();
}

// What is null would be SQL's NULL.
QString text(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

QByteArray bytes(const QByteArray &array)
{
    return array.isNull() ? QByteArray("") : array;
}

QVariantList nameOf(const QString &connection, const ObjectId &relation)
{
    return {text(connection), static_cast<int>(relation.kind), text(relation.schema), text(relation.name)};
}

Result<Done> forgetEmpty(const QSqlDatabase &database, const QString &connection)
{
    return doneOr(execute(database,
                          u"delete from staged where connection = ? and edits = x'' and draft = x''"_s,
                          {text(connection)}));
}

Result<Done> saveEntry(const QSqlDatabase &database, const QString &connection, const JournalEntry &entry)
{
    const auto saved =
        execute(database,
                u"insert into staged (connection, kind, schema, name, edits, draft) values (?, ?, ?, ?, ?, ?)"
                u" on conflict (connection, kind, schema, name) do update set edits = excluded.edits,"
                u" draft = excluded.draft"_s,
                nameOf(connection, entry.relation) << bytes(entry.edits) << bytes(entry.draft));
    return saved ? forgetEmpty(database, connection) : saved.error();
}

Result<Done> forgetOldBatches(const QSqlDatabase &database, const QString &connection)
{
    return doneOr(execute(database,
                          u"delete from batch where connection = ? and state <> ? and id <= (select id from"
                          u" batch where connection = ? order by id desc limit 1 offset ?)"_s,
                          {text(connection), static_cast<int>(JournalBatch::State::Committing),
                           text(connection), Journal::mostBatches}));
}

} // namespace

Result<JournalContents> Store::journal(const QString &connection)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    JournalContents contents;
    auto entries =
        execute(database, u"select kind, schema, name, edits, draft from staged where connection = ?"_s,
                {text(connection)});
    if (!entries)
        return entries.error();
    while (entries->next())
        contents.entries.push_back({.relation = {static_cast<Kind>(entries->value(0).toInt()),
                                                 entries->value(1).toString(), entries->value(2).toString()},
                                    .edits = entries->value(3).toByteArray(),
                                    .draft = entries->value(4).toByteArray()});
    auto batches =
        execute(database, u"select id, at, state, xid, content from batch where connection = ? order by id"_s,
                {text(connection)});
    if (!batches)
        return batches.error();
    while (batches->next())
        contents.batches.push_back({.id = batches->value(0).toLongLong(),
                                    .at = QDateTime::fromMSecsSinceEpoch(batches->value(1).toLongLong()),
                                    .state = static_cast<JournalBatch::State>(batches->value(2).toInt()),
                                    .transaction = batches->value(3).toByteArray(),
                                    .content = batches->value(4).toByteArray()});
    return contents;
}

Result<Done> Store::saveJournalEntry(const QString &connection, const JournalEntry &entry)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&] { return saveEntry(database, connection, entry); });
}

Result<Done> Store::saveJournalDraft(const QString &connection, const ObjectId &relation,
                                     const QByteArray &draft)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        const auto saved = execute(
            database,
            u"insert into staged (connection, kind, schema, name, edits, draft) values (?, ?, ?, ?, x'', ?)"
            u" on conflict (connection, kind, schema, name) do update set draft = excluded.draft"_s,
            nameOf(connection, relation) << bytes(draft));
        return saved ? forgetEmpty(database, connection) : saved.error();
    });
}

Result<qint64> Store::addBatch(const QString &connection, const JournalBatch &batch)
{
    auto added = execute(QSqlDatabase::database(m_connectionName),
                         u"insert into batch (connection, at, state, xid, content) values (?, ?, ?, ?, ?)"_s,
                         {text(connection), batch.at.toMSecsSinceEpoch(), static_cast<int>(batch.state),
                          bytes(batch.transaction), bytes(batch.content)});
    if (!added)
        return added.error();
    return added->lastInsertId().toLongLong();
}

Result<Done> Store::settleBatch(const QString &connection, qint64 id, const QByteArray &content,
                                const std::vector<JournalEntry> &left)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        const auto settled = execute(database, u"update batch set state = ?, content = ? where id = ?"_s,
                                     {static_cast<int>(JournalBatch::State::Committed), bytes(content), id});
        if (!settled)
            return settled.error();
        for (const auto &entry : left) {
            if (const auto saved = saveEntry(database, connection, entry); !saved)
                return saved;
        }
        return forgetOldBatches(database, connection);
    });
}

Result<Done> Store::setBatchState(qint64 id, JournalBatch::State state)
{
    return doneOr(execute(QSqlDatabase::database(m_connectionName),
                          u"update batch set state = ? where id = ?"_s, {static_cast<int>(state), id}));
}

Result<Done> Store::removeBatch(qint64 id)
{
    return doneOr(
        execute(QSqlDatabase::database(m_connectionName), u"delete from batch where id = ?"_s, {id}));
}

} // namespace squall::workspace

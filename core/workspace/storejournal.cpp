#include "core/workspace/statement.h"
#include "core/workspace/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

QString lockFile(const QString &file, const QString &owner)
{
    return file + u".in-use-"_s + owner;
}

/// Removes the locks of runs that were killed and have left nothing else.
Result<Done> tidy(const QSqlDatabase &database, const QString &file)
{
    auto kept = execute(database,
                        u"select owner from staged union select owner from buffer"
                        u" union select owner from batch where state = ?"_s,
                        {static_cast<int>(JournalBatch::State::Committing)});
    if (!kept)
        return kept.error();
    QStringList owners;
    while (kept->next())
        owners << kept->value(0).toString();
    const QFileInfo about(file);
    for (const auto &name : about.dir().entryList({about.fileName() + u".in-use-*"_s}, QDir::Files)) {
        if (owners.contains(name.section(u".in-use-"_s, -1)))
            continue;
        QLockFile lock(about.dir().filePath(name));
        lock.setStaleLockTime(0);
        (void)lock.tryLock(0); // and goes with it
    }
    return Done{};
}

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

/// One owner's part of what is staged on a connection.
struct Part
{
    const QSqlDatabase &database;
    const QString &connection;
    const QString &owner;

    QVariantList nameOf(const ObjectId &relation) const
    {
        return {text(connection), text(owner), static_cast<int>(relation.kind), text(relation.schema),
                text(relation.name)};
    }
    Result<Done> forgetEmpty() const
    {
        return doneOr(execute(
            database,
            u"delete from staged where connection = ? and owner = ? and edits = x'' and draft = x''"_s,
            {text(connection), text(owner)}));
    }
    Result<Done> save(const JournalEntry &entry) const
    {
        const auto saved =
            execute(database,
                    u"insert into staged (connection, owner, kind, schema, name, edits, draft)"
                    u" values (?, ?, ?, ?, ?, ?, ?) on conflict (connection, owner, kind, schema, name)"
                    u" do update set edits = excluded.edits, draft = excluded.draft"_s,
                    nameOf(entry.relation) << bytes(entry.edits) << bytes(entry.draft));
        return saved ? forgetEmpty() : saved.error();
    }
    Result<Done> remove(const ObjectId &relation) const
    {
        return doneOr(execute(database,
                              u"delete from staged where connection = ? and owner = ? and kind = ?"
                              u" and schema = ? and name = ?"_s,
                              nameOf(relation)));
    }
};

Result<Done> forgetOldBatches(const QSqlDatabase &database, const QString &connection)
{
    return doneOr(execute(database,
                          u"delete from batch where connection = ? and state <> ? and id <= (select id from"
                          u" batch where connection = ? order by id desc limit 1 offset ?)"_s,
                          {text(connection), static_cast<int>(JournalBatch::State::Committing),
                           text(connection), Journal::mostBatches}));
}

} // namespace

/// From now on the journal knows this Store, and others see that it is there.
Result<Done> Store::claim(const QString &file)
{
    if (auto tidied = tidy(QSqlDatabase::database(m_connectionName), file); !tidied)
        return tidied;
    m_file = file;
    m_owner = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (isOurs(m_owner))
        return Done{};
    return Error{.code = Error::Code::File,
                 .message = QCoreApplication::translate("Workspace", "The file %1 could not be locked.")
                                .arg(lockFile(file, m_owner))};
}

/// Whose lock can be had is not there any more.
bool Store::isOurs(const QString &owner)
{
    if (m_claims.contains(owner))
        return true;
    auto lock = std::make_unique<QLockFile>(lockFile(m_file, owner));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return false;
    m_claims.emplace(owner, std::move(lock));
    return true;
}

Result<JournalContents> Store::journal(const QString &connection)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    JournalContents contents;
    auto entries = execute(
        database,
        u"select kind, schema, name, edits, draft, owner from staged where connection = ? order by owner"_s,
        {text(connection)});
    if (!entries)
        return entries.error();
    while (entries->next()) {
        const auto owner = entries->value(5).toString();
        if (!isOurs(owner)) {
            contents.elsewhere = true;
            continue;
        }
        contents.entries.push_back({.relation = {static_cast<Kind>(entries->value(0).toInt()),
                                                 entries->value(1).toString(), entries->value(2).toString()},
                                    .edits = entries->value(3).toByteArray(),
                                    .draft = entries->value(4).toByteArray(),
                                    .owner = owner == m_owner ? QString() : owner});
    }
    auto batches = execute(
        database, u"select id, at, state, xid, content, owner from batch where connection = ? order by id"_s,
        {text(connection)});
    if (!batches)
        return batches.error();
    while (batches->next()) {
        const auto state = static_cast<JournalBatch::State>(batches->value(2).toInt());
        const auto owner = batches->value(5).toString();
        if (state == JournalBatch::State::Committing && !isOurs(owner))
            continue;
        contents.batches.push_back({.id = batches->value(0).toLongLong(),
                                    .at = QDateTime::fromMSecsSinceEpoch(batches->value(1).toLongLong()),
                                    .state = state,
                                    .transaction = batches->value(3).toByteArray(),
                                    .content = batches->value(4).toByteArray(),
                                    .owner = owner == m_owner ? QString() : owner});
    }
    return contents;
}

Result<Done> Store::saveJournalEntry(const QString &connection, const JournalEntry &entry)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&] { return Part{database, connection, m_owner}.save(entry); });
}

Result<Done> Store::takeOver(const QString &connection, const std::vector<JournalEntry> &entries,
                             const std::vector<JournalEntry> &now)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        for (const auto &entry : entries) {
            if (auto removed = Part{database, connection, entry.owner}.remove(entry.relation); !removed)
                return removed;
            const auto moved = execute(
                database, u"update batch set owner = ? where connection = ? and owner = ? and state = ?"_s,
                {text(m_owner), text(connection), text(entry.owner),
                 static_cast<int>(JournalBatch::State::Committing)});
            if (!moved)
                return moved.error();
        }
        for (const auto &entry : now) {
            if (auto saved = Part{database, connection, m_owner}.save(entry); !saved)
                return saved;
        }
        return Done{};
    });
}

Result<Done> Store::saveJournalDraft(const QString &connection, const ObjectId &relation,
                                     const QByteArray &draft)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    const Part part{database, connection, m_owner};
    return inTransaction(database, [&]() -> Result<Done> {
        const auto saved =
            execute(database,
                    u"insert into staged (connection, owner, kind, schema, name, edits, draft)"
                    u" values (?, ?, ?, ?, ?, x'', ?) on conflict (connection, owner, kind, schema, name)"
                    u" do update set draft = excluded.draft"_s,
                    part.nameOf(relation) << bytes(draft));
        return saved ? part.forgetEmpty() : saved.error();
    });
}

Result<qint64> Store::addBatch(const QString &connection, const JournalBatch &batch)
{
    auto added = execute(QSqlDatabase::database(m_connectionName),
                         u"insert into batch (connection, owner, at, state, xid, content)"
                         u" values (?, ?, ?, ?, ?, ?)"_s,
                         {text(connection), text(m_owner), batch.at.toMSecsSinceEpoch(),
                          static_cast<int>(batch.state), bytes(batch.transaction), bytes(batch.content)});
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
            if (const auto saved = Part{database, connection, m_owner}.save(entry); !saved)
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

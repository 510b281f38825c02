#include "core/workspace/statement.h"
#include "core/workspace/store.h"

#include <QRegularExpression>
#include <QSet>

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

// A null QString would be SQL's NULL.
QString text(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

Result<Done> insert(const QSqlDatabase &database, const HistoryEntry &entry)
{
    const auto added = execute(
        database,
        u"insert into history (id, connection, database, at, sql, whole, length, milliseconds, rows, error)"
        u" values (nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.id, text(entry.connection), text(entry.database), entry.at.toMSecsSinceEpoch(),
         text(entry.sql), entry.whole ? 1 : 0, entry.sql.size(), entry.milliseconds, entry.rows,
         text(entry.error)});
    return added ? Result<Done>(Done{}) : added.error();
}

/// Takes away what is older than the bounds allow. Reads the index alone, not the statements.
Result<Done> trim(const QSqlDatabase &database, const QString &connection)
{
    const auto trimmed =
        execute(database,
                u"delete from history where connection = ? and id <= (select id from (select id,"
                u" row_number() over newest as entries, sum(length) over newest as characters from history"
                u" where connection = ? window newest as (order by id desc))"
                u" where entries > ? or (characters > ? and entries > 1) order by id desc limit 1)"_s,
                {text(connection), text(connection), History::mostEntries, History::mostCharacters});
    return trimmed ? Result<Done>(Done{}) : trimmed.error();
}

} // namespace

Result<Done> Store::addHistory(const std::vector<HistoryEntry> &entries)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        QSet<QString> connections;
        for (const auto &entry : entries) {
            if (const auto added = insert(database, entry); !added)
                return added;
            connections.insert(entry.connection);
        }
        for (const auto &connection : std::as_const(connections)) {
            if (const auto trimmed = trim(database, connection); !trimmed)
                return trimmed;
        }
        return Done{};
    });
}

Result<std::vector<HistoryEntry>> Store::history(const HistoryQuery &query)
{
    QStringList conditions{u"true"_s};
    QVariantList parameters;
    const auto where = [&](const QString &condition, const QVariant &parameter) {
        conditions << condition;
        parameters << parameter;
    };
    if (!query.connection.isEmpty())
        where(u"connection = ?"_s, query.connection);
    if (!query.database.isEmpty())
        where(u"database = ?"_s, query.database);
    if (query.before > 0)
        where(u"id < ?"_s, query.before);
    if (query.after > 0)
        where(u"id > ?"_s, query.after);
    if (query.errorsOnly)
        conditions << u"error <> ''"_s;
    if (!query.containing.isEmpty()) {
        // SQLite's own lower() knows the letters of English alone.
        const auto pattern = u"(?i)"_s + QRegularExpression::escape(query.containing);
        where(u"(sql regexp ? or error regexp ?)"_s, pattern);
        parameters << pattern;
    }
    parameters << query.limit;
    auto rows = execute(QSqlDatabase::database(m_connectionName),
                        u"select id, connection, database, at, sql, whole, milliseconds, rows, error"
                        u" from history where "_s +
                            conditions.join(u" and "_s) + u" order by id desc limit ?"_s,
                        parameters);
    if (!rows)
        return rows.error();
    std::vector<HistoryEntry> entries;
    while (rows->next())
        entries.push_back({.id = rows->value(0).toLongLong(),
                           .connection = rows->value(1).toString(),
                           .database = rows->value(2).toString(),
                           .at = QDateTime::fromMSecsSinceEpoch(rows->value(3).toLongLong()),
                           .sql = rows->value(4).toString(),
                           .whole = rows->value(5).toBool(),
                           .milliseconds = rows->value(6).toLongLong(),
                           .rows = rows->value(7).toLongLong(),
                           .error = rows->value(8).toString()});
    return entries;
}

Result<Done> Store::removeHistory(const std::vector<qint64> &ids)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        for (const auto id : ids) {
            if (const auto removed = execute(database, u"delete from history where id = ?"_s, {id}); !removed)
                return removed.error();
        }
        return Done{};
    });
}

Result<Done> Store::clearHistory(const QString &connection)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    const auto cleared = connection.isEmpty()
                             ? execute(database, u"delete from history"_s)
                             : execute(database, u"delete from history where connection = ?"_s, {connection});
    return cleared ? Result<Done>(Done{}) : cleared.error();
}

} // namespace squall::workspace

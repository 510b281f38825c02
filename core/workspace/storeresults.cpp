#include "core/workspace/statement.h"
#include "core/workspace/store.h"

#include <QDateTime>

// What statements of SQL tabs returned.
namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<Done> doneOr(const Result<QSqlQuery> &query)
{
    return query ? Result<Done>(Done{}) : query.error();
}

/// Takes away what is beyond the bound. Reads the index alone, not the results.
Result<Done> trim(const QSqlDatabase &database)
{
    return doneOr(execute(database,
                          u"delete from result where rowid in (select rowid from (select rowid,"
                          u" sum(length) over (order by at desc, rowid desc) as bytes from result)"
                          u" where bytes > ?)"_s,
                          {Results::mostBytes}));
}

} // namespace

Result<std::vector<KeptResult>> Store::results(const QString &buffer)
{
    auto rows =
        execute(QSqlDatabase::database(m_connectionName),
                u"select id, content from result where buffer = ? order by position, at, rowid"_s, {buffer});
    if (!rows)
        return rows.error();
    std::vector<KeptResult> results;
    while (rows->next())
        results.push_back({.id = rows->value(0).toString(), .content = rows->value(1).toByteArray()});
    return results;
}

Result<Done> Store::addResult(const QString &buffer, const KeptResult &result)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        if (const auto deleted = execute(database, u"delete from result where id = ?"_s, {result.id});
            !deleted || result.content.isEmpty())
            return doneOr(deleted);
        const auto added =
            execute(database,
                    u"insert into result (id, buffer, position, at, length, content)"
                    u" select ?, id, (select coalesce(max(position), -1) + 1 from result where buffer = ?),"
                    u" ?, ?, ? from buffer where id = ?"_s,
                    {result.id, buffer, QDateTime::currentMSecsSinceEpoch(), result.content.size(),
                     result.content, buffer});
        return added ? trim(database) : added.error();
    });
}

Result<Done> Store::arrangeResults(const QString &buffer, const QStringList &ids)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        auto known = execute(database, u"select id from result where buffer = ?"_s, {buffer});
        if (!known)
            return known.error();
        QStringList gone;
        while (known->next()) {
            if (const auto id = known->value(0).toString(); !ids.contains(id))
                gone << id;
        }
        known->finish();
        for (const auto &id : gone) {
            if (const auto deleted = execute(database, u"delete from result where id = ?"_s, {id}); !deleted)
                return deleted.error();
        }
        for (qsizetype position = 0; position < ids.size(); ++position) {
            const auto moved =
                execute(database, u"update result set position = ? where id = ? and position <> ?"_s,
                        {position, ids[position], position});
            if (!moved)
                return moved.error();
        }
        return Done{};
    });
}

Result<Done> Store::clearResults(const QString &connection)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    if (connection.isEmpty())
        return doneOr(execute(database, u"delete from result"_s));
    return doneOr(execute(
        database, u"delete from result where buffer in (select id from buffer where connection = ?)"_s,
        {connection}));
}

} // namespace squall::workspace

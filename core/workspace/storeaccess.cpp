#include "core/base/secretkeyword.h"
#include "core/workspace/statement.h"
#include "core/workspace/store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

QString keywordsToText(const SavedConnection &connection)
{
    QJsonArray pairs;
    for (const auto &[keyword, value] : connection.keywords) {
        if (!isSecretKeyword(keyword))
            pairs.append(QJsonArray{QString::fromUtf8(keyword), QString::fromUtf8(value)});
    }
    return QString::fromUtf8(QJsonDocument(pairs).toJson(QJsonDocument::Compact));
}

std::vector<std::pair<QByteArray, QByteArray>> keywordsFromText(const QString &text)
{
    std::vector<std::pair<QByteArray, QByteArray>> keywords;
    const auto pairs = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &pair : pairs)
        keywords.emplace_back(pair.toArray().at(0).toString().toUtf8(),
                              pair.toArray().at(1).toString().toUtf8());
    return keywords;
}

Result<Done> doneOr(const Result<QSqlQuery> &query)
{
    return query ? Result<Done>(Done{}) : query.error();
}

// A null QString would be SQL's NULL.
QString text(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

Result<Done> readConnections(const QSqlDatabase &database, Contents &contents)
{
    auto rows =
        execute(database, u"select id, name, keywords, environment, one_connection, last_used, apply_on_leave"
                          u" from connection order by last_used desc nulls last, name"_s);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        SavedConnection connection{.id = rows->value(0).toString(),
                                   .name = rows->value(1).toString(),
                                   .keywords = keywordsFromText(rows->value(2).toString()),
                                   .environment = rows->value(3).toString(),
                                   .oneConnection = rows->value(4).toBool(),
                                   .applyOnLeave = rows->value(6).toBool()};
        if (!rows->isNull(5))
            connection.lastUsed = QDateTime::fromMSecsSinceEpoch(rows->value(5).toLongLong());
        contents.connections.push_back(std::move(connection));
    }
    return Done{};
}

Result<Done> readTabs(const QSqlDatabase &database, Contents &contents)
{
    auto rows = execute(
        database, u"select id, connection, kind, object_kind, object_schema, object_name, title, content,"
                  u" view, current from tab order by position"_s);
    if (!rows)
        return rows.error();
    while (rows->next())
        contents.tabs.push_back({.id = rows->value(0).toString(),
                                 .connection = rows->value(1).toString(),
                                 .kind = rows->value(2).toString(),
                                 .object = {static_cast<Kind>(rows->value(3).toInt()),
                                            rows->value(4).toString(), rows->value(5).toString()},
                                 .title = rows->value(6).toString(),
                                 .text = rows->value(7).toString(),
                                 .view = rows->value(8).toString(),
                                 .current = rows->value(9).toBool()});
    return Done{};
}

Result<Done> readSettings(const QSqlDatabase &database, Contents &contents)
{
    auto rows = execute(database, u"select owner, name, value from setting"_s);
    if (!rows)
        return rows.error();
    while (rows->next())
        contents.settings.push_back(
            {rows->value(0).toString(), rows->value(1).toString(), rows->value(2).toByteArray()});
    return Done{};
}

Result<Done> readQueries(const QSqlDatabase &database, Contents &contents)
{
    auto rows = execute(database, u"select id, connection, folder, name, abbreviation, content from query"_s);
    if (!rows)
        return rows.error();
    while (rows->next())
        contents.queries.push_back({.id = rows->value(0).toString(),
                                    .connection = rows->value(1).toString(),
                                    .folder = rows->value(2).toString(),
                                    .name = rows->value(3).toString(),
                                    .abbreviation = rows->value(4).toString(),
                                    .text = rows->value(5).toString()});
    return Done{};
}

} // namespace

Result<Contents> Store::contents()
{
    const auto database = QSqlDatabase::database(m_connectionName);
    Contents contents;
    contents.notice = m_notice;
    for (const auto read : {readConnections, readTabs, readSettings, readQueries}) {
        if (const auto done = read(database, contents); !done)
            return done.error();
    }
    if (const auto done = readBuffers(contents); !done)
        return done.error();
    return contents;
}

Result<Done> Store::saveConnection(const SavedConnection &connection)
{
    return doneOr(execute(
        QSqlDatabase::database(m_connectionName),
        u"insert into connection (id, name, keywords, environment, one_connection, apply_on_leave,"
        u" last_used) values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
        u" name = excluded.name, keywords = excluded.keywords, environment = excluded.environment,"
        u" one_connection = excluded.one_connection, apply_on_leave = excluded.apply_on_leave,"
        u" last_used = excluded.last_used"_s,
        {connection.id, text(connection.name), keywordsToText(connection), text(connection.environment),
         connection.oneConnection ? 1 : 0, connection.applyOnLeave ? 1 : 0,
         connection.lastUsed.isValid() ? QVariant(connection.lastUsed.toMSecsSinceEpoch())
                                       : QVariant(QMetaType(QMetaType::LongLong))}));
}

Result<Done> Store::removeConnection(const QString &id)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        for (const auto &sql :
             {u"delete from connection where id = ?"_s, u"delete from tab where connection = ?"_s,
              u"delete from history where connection = ?"_s, u"delete from query where connection = ?"_s,
              u"delete from setting where owner = ?"_s, u"delete from staged where connection = ?"_s,
              u"delete from batch where connection = ?"_s, u"delete from buffer where connection = ?"_s}) {
            if (const auto deleted = execute(database, sql, {id}); !deleted)
                return deleted.error();
        }
        return Done{};
    });
}

Result<Done> Store::saveTabs(const std::vector<OpenTab> &tabs)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        if (const auto deleted = execute(database, u"delete from tab"_s); !deleted)
            return deleted.error();
        int position = 0;
        for (const auto &tab : tabs) {
            const auto saved =
                execute(database,
                        u"insert into tab (id, position, connection, kind, object_kind, object_schema, "
                        u"object_name, title, content,"
                        u" view, current) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                        {tab.id, position++, text(tab.connection), text(tab.kind),
                         static_cast<int>(tab.object.kind), text(tab.object.schema), text(tab.object.name),
                         text(tab.title), text(tab.text), text(tab.view), tab.current ? 1 : 0});
            if (!saved)
                return saved.error();
        }
        return Done{};
    });
}

Result<Done> Store::saveSetting(const Setting &setting)
{
    const auto value = setting.value.isNull() ? QByteArray("") : setting.value;
    return doneOr(execute(QSqlDatabase::database(m_connectionName),
                          u"insert into setting (owner, name, value) values (?, ?, ?)"
                          u" on conflict (owner, name) do update set value = excluded.value"_s,
                          {text(setting.owner), setting.name, value}));
}

Result<Done> Store::changeQueries(const std::vector<SavedQuery> &saved, const QStringList &removed)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        for (const auto &id : removed) {
            if (const auto deleted = execute(database, u"delete from query where id = ?"_s, {id}); !deleted)
                return deleted.error();
        }
        for (const auto &query : saved) {
            const auto written =
                execute(database,
                        u"insert or replace into query (id, connection, folder, name, abbreviation, content)"
                        u" values (?, ?, ?, ?, ?, ?)"_s,
                        {query.id, text(query.connection), text(query.folder), text(query.name),
                         text(query.abbreviation), text(query.text)});
            if (!written)
                return written.error();
        }
        return Done{};
    });
}

} // namespace squall::workspace

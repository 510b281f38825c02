#include "app/cli/databaseoptions.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

QJsonValue sslValue(const QString &text)
{
    return text == u"true" || text == u"false" ? QJsonValue(text == u"true") : QJsonValue(text);
}

} // namespace

QStringList databaseGroup()
{
    return {u"url"_s,      u"host"_s, u"port"_s,         u"user"_s,          u"password"_s,
            u"database"_s, u"ssl"_s,  u"tablesFilter"_s, u"schemaFilters"_s, u"extensionsFilters"_s};
}

void offerDatabase(Arguments &arguments)
{
    const auto offer = [&](const QString &name, const QString &value, const QString &description) {
        arguments.add(name, value, Text::tr("Without a configuration: %1").arg(description));
    };
    offer(u"url"_s, u"URL"_s, Text::tr("the database, as postgresql://user@host/name."));
    offer(u"host"_s, u"NAME"_s, Text::tr("its server."));
    offer(u"port"_s, u"N"_s, Text::tr("the server's port."));
    offer(u"user"_s, u"NAME"_s, Text::tr("who reads it."));
    offer(u"password"_s, u"WORD"_s, Text::tr("the password; better left to the prompt or to .pgpass."));
    offer(u"database"_s, u"NAME"_s, Text::tr("its name."));
    offer(u"ssl"_s, u"MODE"_s, Text::tr("true, require, allow, prefer or verify-full."));
    offer(u"tablesFilter"_s, u"PATTERN"_s, Text::tr("only these tables; may be given several times."));
    offer(u"schemaFilters"_s, u"NAME"_s,
          Text::tr("these schemas in place of public; may be given several times."));
    offer(u"extensionsFilters"_s, u"postgis"_s, Text::tr("without the tables of this extension."));
}

void takeDatabase(const Arguments &arguments, QJsonObject &values)
{
    QJsonObject credentials;
    for (const auto &name : {u"url"_s, u"host"_s, u"port"_s, u"user"_s, u"password"_s, u"database"_s}) {
        if (arguments.isSet(name))
            credentials.insert(name, arguments.value(name));
    }
    if (arguments.isSet(u"ssl"_s))
        credentials.insert(u"ssl"_s, sslValue(arguments.value(u"ssl"_s)));
    if (!credentials.isEmpty())
        values.insert(u"dbCredentials"_s, credentials);
    for (const auto &[option, key] :
         {std::pair(u"tablesFilter"_s, u"tablesFilter"_s), std::pair(u"schemaFilters"_s, u"schemaFilter"_s),
          std::pair(u"extensionsFilters"_s, u"extensionsFilters"_s)}) {
        if (arguments.isSet(option))
            values.insert(key, QJsonArray::fromStringList(arguments.values(option)));
    }
}

} // namespace squall::cli

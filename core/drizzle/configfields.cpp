#include "core/drizzle/configfields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Config)
};

/// Takes members out of an object, and remembers the first that does not fit.
class Fields
{
public:
    Fields(const QJsonObject &object, QString prefix, std::optional<Error> &fault)
        : m_object(object)
        , m_prefix(std::move(prefix))
        , m_fault(fault)
    {
    }

    bool has(const QString &name) const { return !m_object[name].isUndefined() && !m_object[name].isNull(); }
    QJsonValue value(const QString &name) const { return m_object[name]; }

    void take(const QString &name, QString &into)
    {
        if (has(name) && expect(m_object[name].isString(), name, Words::tr("a text")))
            into = m_object[name].toString();
    }

    void take(const QString &name, bool &into)
    {
        if (has(name) && expect(m_object[name].isBool(), name, Words::tr("true or false")))
            into = m_object[name].toBool();
    }

    /// One text, or several.
    void take(const QString &name, QStringList &into)
    {
        if (!has(name))
            return;
        const auto value = m_object[name];
        const auto list = value.isString() ? QJsonArray{value} : value.toArray();
        bool fits = value.isString() || value.isArray();
        QStringList texts;
        for (const auto &each : list) {
            fits = fits && each.isString();
            texts += each.toString();
        }
        if (expect(fits, name, Words::tr("a text or a list of texts")))
            into = texts;
    }

    /// One of several words: its place among them.
    std::optional<qsizetype> word(const QString &name, const QStringList &words)
    {
        if (!has(name))
            return {};
        const auto place = words.indexOf(m_object[name].toString());
        if (!expect(m_object[name].isString() && place >= 0, name,
                    Words::tr("one of %1").arg(words.join(u", "_s))))
            return {};
        return place;
    }

    bool expect(bool fits, const QString &name, const QString &what)
    {
        if (!fits && !m_fault)
            m_fault = Error{Error::Code::Parse,
                            Words::tr("“%1” of the configuration has to be %2").arg(m_prefix + name, what)};
        return fits;
    }

    Fields inner(const QString &name)
    {
        if (has(name))
            expect(m_object[name].isObject(), name, Words::tr("an object"));
        return {m_object[name].toObject(), m_prefix + name + u'.', m_fault};
    }

private:
    QJsonObject m_object;
    QString m_prefix;
    std::optional<Error> &m_fault;
};

std::optional<Error> dialectFault(Fields &values)
{
    if (!values.has(u"dialect"_s))
        return Error{Error::Code::Parse,
                     Words::tr("The configuration does not say its “dialect”; it has to be “postgresql”")};
    const auto dialect = values.value(u"dialect"_s).toString();
    if (dialect == u"postgresql"_s)
        return {};
    const QStringList others{u"mysql"_s, u"sqlite"_s, u"turso"_s, u"singlestore"_s, u"gel"_s};
    if (others.contains(dialect)) {
        return Error{
            Error::Code::Unsupported,
            Words::tr("The project is for another database (dialect “%1”); Squall works with PostgreSQL only")
                .arg(dialect)};
    }
    return Error{Error::Code::Parse,
                 Words::tr("“dialect” of the configuration has to be “postgresql”, not “%1”").arg(dialect)};
}

/// A number, or a text that JavaScript takes for one.
std::optional<int> portOf(Fields &values)
{
    if (!values.has(u"port"_s))
        return {};
    const auto value = values.value(u"port"_s);
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    if (!values.expect(isNumber && number >= 0 && number <= 65535 && number == static_cast<int>(number),
                       u"port"_s, Words::tr("the number of a port")))
        return {};
    return static_cast<int>(number);
}

QByteArray sslOf(Fields &values)
{
    if (!values.has(u"ssl"_s))
        return {};
    const auto value = values.value(u"ssl"_s);
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const QStringList modes{u"require"_s, u"allow"_s, u"prefer"_s, u"verify-full"_s};
    if (!values.word(u"ssl"_s, modes))
        return {};
    return '"' + value.toString().toUtf8() + '"';
}

void takeCredentials(const QJsonObject &object, Config &config)
{
    Fields whole(object, {}, config.credentialsFault);
    if (!whole.has(u"dbCredentials"_s))
        return;
    auto values = whole.inner(u"dbCredentials"_s);
    auto &result = config.credentials.emplace();
    values.take(u"url"_s, result.url);
    values.take(u"host"_s, result.host);
    values.take(u"user"_s, result.user);
    values.take(u"password"_s, result.password);
    values.take(u"database"_s, result.database);
    values.take(u"secretArn"_s, result.secretArn);
    values.take(u"resourceArn"_s, result.resourceArn);
    result.port = portOf(values);
    result.ssl = sslOf(values);
    if (config.driver == u"aws-data-api"_s) {
        for (const auto &name : {u"database"_s, u"secretArn"_s, u"resourceArn"_s})
            values.expect(values.has(name), name, Words::tr("set"));
    } else if (result.url.isEmpty()) {
        if (values.has(u"url"_s) || config.driver == u"pglite"_s)
            values.expect(false, u"url"_s, Words::tr("an address; is the variable it is taken from set?"));
        for (const auto &name : {u"host"_s, u"database"_s})
            values.expect(!values.value(name).toString().isEmpty(), name,
                          Words::tr("set where there is no “url”"));
    }
}

std::optional<RoleFilter> rolesOf(Fields &config)
{
    auto entities = config.inner(u"entities"_s);
    if (!entities.has(u"roles"_s))
        return {};
    const auto value = entities.value(u"roles"_s);
    if (value.isBool())
        return value.toBool() ? std::optional(RoleFilter{.all = true}) : std::nullopt;
    auto values = entities.inner(u"roles"_s);
    RoleFilter filter;
    values.word(u"provider"_s, {u"supabase"_s, u"neon"_s});
    values.take(u"provider"_s, filter.provider);
    values.take(u"include"_s, filter.include);
    values.take(u"exclude"_s, filter.exclude);
    return filter;
}

void takeMigrations(Fields &config, Config &into)
{
    auto values = config.inner(u"migrations"_s);
    into.hasMigrations = config.has(u"migrations"_s);
    values.take(u"table"_s, into.migrationsTable);
    values.take(u"schema"_s, into.migrationsSchema);
    if (const auto prefix =
            values.word(u"prefix"_s, {u"index"_s, u"timestamp"_s, u"supabase"_s, u"unix"_s, u"none"_s}))
        into.prefix = static_cast<MigrationPrefix>(*prefix);
}

}

Result<Config> configOf(const QJsonObject &object)
{
    std::optional<Error> fault;
    Fields values(object, {}, fault);
    if (auto wrong = dialectFault(values))
        return *wrong;
    Config config;
    values.take(u"schema"_s, config.schema);
    values.take(u"out"_s, config.out);
    values.word(u"driver"_s, {u"pglite"_s, u"aws-data-api"_s});
    values.take(u"driver"_s, config.driver);
    takeCredentials(object, config);
    takeMigrations(values, config);
    values.take(u"breakpoints"_s, config.breakpoints);
    values.take(u"tablesFilter"_s, config.tablesFilter);
    values.take(u"schemaFilter"_s, config.schemaFilter);
    values.take(u"extensionsFilters"_s, config.extensionsFilters);
    config.roles = rolesOf(values);
    values.word(u"casing"_s, {u"snake_case"_s, u"camelCase"_s});
    values.take(u"casing"_s, config.casing);
    auto introspect = values.inner(u"introspect"_s);
    config.introspectCamel = introspect.word(u"casing"_s, {u"camel"_s, u"preserve"_s}).value_or(0) == 0;
    values.take(u"strict"_s, config.strict);
    values.take(u"verbose"_s, config.verbose);
    if (fault)
        return *fault;
    return config;
}

} // namespace squall::drizzle

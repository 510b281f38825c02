#include "core/migrate/credentials.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace squall::migrate {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::migrate::Credentials)
};

/// Where systems keep the certificates that everybody trusts, which Node brings along.
QByteArray systemCertificates()
{
    constexpr std::array places = {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                                   "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"};
    for (const auto *place : places) {
        if (QFile::exists(QString::fromLatin1(place)))
            return place;
    }
    return {};
}

void verify(pg::ConnectionOptions &options)
{
    options.set("sslmode", "verify-full");
    if (const auto file = systemCertificates();
        !file.isEmpty() && qEnvironmentVariableIsEmpty("PGSSLROOTCERT"))
        options.set("sslrootcert", file);
}

/// `ssl` as node-postgres takes it: true, a mode, or the options of a socket.
Result<Done> addSsl(pg::ConnectionOptions &options, const QByteArray &ssl)
{
    if (ssl.isEmpty())
        return Done{};
    if (ssl == "false") {
        options.set("sslmode", "disable");
    } else if (ssl == "true" || ssl == "\"verify-full\"") {
        verify(options);
    } else if (ssl.startsWith('"')) {
        // Modes that ask for no certificate: drizzle-kit encrypts in all of them.
        options.set("sslmode", "require");
    } else {
        const auto object = QJsonDocument::fromJson(ssl).object();
        for (const auto *text : {"ca", "cert", "key", "pfx"}) {
            if (object.contains(QLatin1StringView(text)))
                return Error{.code = Error::Code::Unsupported,
                             .message =
                                 Words::tr("“ssl.%1” holds a certificate as text, which libpq takes from "
                                           "files only.")
                                     .arg(QLatin1StringView(text)),
                             .hint = Words::tr("Give the database as a URL: %1.")
                                         .arg(u"postgresql://…?sslmode=verify-full&sslrootcert=FILE"_s)};
        }
        if (object.value(u"rejectUnauthorized"_s).toBool(true))
            verify(options);
        else
            options.set("sslmode", "require");
    }
    return Done{};
}

/// Without what drivers for Node and other tools read in a URL, and libpq refuses.
QString forLibpq(const QString &url)
{
    const auto from = url.indexOf(u'?');
    if (!url.contains(u"://"_s) || from < 0)
        return url;
    static const QStringList others{
        u"connection_limit"_s,     u"max"_s,       u"pgbouncer"_s,      u"pool_size"_s,
        u"pool_timeout"_s,         u"prepare"_s,   u"schema"_s,         u"ssl"_s,
        u"socket_timeout"_s,       u"sslaccept"_s, u"uselibpqcompat"_s, u"workaround"_s,
        u"statement_cache_size"_s,
    };
    QUrlQuery query(url.mid(from + 1));
    const bool isEncrypted = query.queryItemValue(u"ssl"_s) == u"true";
    for (const auto &name : others)
        query.removeAllQueryItems(name);
    if (isEncrypted && !query.hasQueryItem(u"sslmode"_s))
        query.addQueryItem(u"sslmode"_s, u"require"_s);
    const auto rest = query.toString(QUrl::FullyEncoded);
    return rest.isEmpty() ? url.left(from) : url.left(from + 1) + rest;
}

} // namespace

Result<pg::ConnectionOptions> databaseOf(const drizzle::Config &config)
{
    if (config.credentialsFault)
        return *config.credentialsFault;
    if (!config.credentials)
        return Error{.code = Error::Code::Usage,
                     .message = Words::tr("The configuration does not say where the database is "
                                          "(“dbCredentials”).")};
    if (!config.driver.isEmpty())
        return Error{
            .code = Error::Code::Unsupported,
            .message =
                Words::tr("The driver “%1” reaches no server that Squall could talk to.").arg(config.driver)};
    const auto &given = *config.credentials;
    if (!given.url.isEmpty())
        return pg::parseConnectionString(forLibpq(given.url));
    pg::ConnectionOptions options;
    const auto set = [&](const char *keyword, const QString &value) {
        if (!value.isEmpty())
            options.set(keyword, value.toUtf8());
    };
    set("host", given.host);
    set("port", given.port ? QString::number(*given.port) : QString());
    set("user", given.user);
    set("password", given.password);
    set("dbname", given.database);
    if (const auto done = addSsl(options, given.ssl); !done)
        return done.error();
    return options;
}

} // namespace squall::migrate

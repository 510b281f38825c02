#include "models/project/projectconnection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ProjectConnection)
};

/// What drivers for Node and other tools read in a URL, and libpq refuses.
QString forLibpq(const QString &text)
{
    static const QStringList others{
        u"schema"_s,       u"pgbouncer"_s,      u"connection_limit"_s, u"max"_s,
        u"pool_timeout"_s, u"socket_timeout"_s, u"prepare"_s,          u"statement_cache_size"_s,
        u"ssl"_s,          u"sslaccept"_s,      u"uselibpqcompat"_s,   u"workaround"_s,
        u"pool_size"_s};
    const auto from = text.indexOf(u'?');
    if (!text.contains(u"://"_s) || from < 0)
        return text;
    QUrlQuery query(text.mid(from + 1));
    const bool encrypted = query.queryItemValue(u"ssl"_s) == u"true";
    for (const auto &name : others)
        query.removeAllQueryItems(name);
    if (encrypted && !query.hasQueryItem(u"sslmode"_s))
        query.addQueryItem(u"sslmode"_s, u"require"_s);
    const auto rest = query.toString(QUrl::FullyEncoded);
    return rest.isEmpty() ? text.left(from) : text.left(from + 1) + rest;
}

/// As Node does: by the certificates of this system.
void verify(ConnectionForm &form)
{
    form.sslMode = u"verify-full"_s;
    for (const auto &bundle :
         {u"/etc/ssl/certs/ca-certificates.crt"_s, u"/etc/pki/tls/certs/ca-bundle.crt"_s}) {
        if (form.sslRootCertificate.isEmpty() && QFileInfo::exists(bundle))
            form.sslRootCertificate = bundle;
    }
}

/// The driver checks no certificate in the modes below `verify-full`.
void applySsl(ConnectionForm &form, const QByteArray &json)
{
    const auto value = QJsonDocument::fromJson('[' + json + ']').toVariant().toList().value(0);
    if (json.isEmpty() || value.isNull())
        return;
    if (value.typeId() == QMetaType::Bool)
        value.toBool() ? verify(form) : void(form.sslMode = u"disable"_s);
    else if (value.typeId() == QMetaType::QString)
        value.toString() == u"verify-full" ? verify(form) : void(form.sslMode = u"require"_s);
    else if (value.toMap().value(u"rejectUnauthorized"_s, true).toBool())
        verify(form);
    else
        form.sslMode = u"require"_s;
}

} // namespace

Result<ConnectionForm> connectionOf(const drizzle::Config &config)
{
    if (!config.driver.isEmpty())
        return Error{.code = Error::Code::Unsupported,
                     .message = Text::tr("The project's database is reached by the driver %1, and not by a "
                                         "PostgreSQL server's own protocol.")
                                    .arg(config.driver)};
    if (config.credentialsFault)
        return *config.credentialsFault;
    if (!config.credentials)
        return Error{.code = Error::Code::NotFound,
                     .message = Text::tr("The project's configuration has no dbCredentials.")};
    const auto &given = *config.credentials;
    if (!given.url.isEmpty()) {
        auto form = formFromUrl(forLibpq(given.url));
        if (!form)
            return Error{.code = Error::Code::Usage,
                         .message = Text::tr("The url of the project's dbCredentials cannot be used: %1")
                                        .arg(form.error().message),
                         .hint = form.error().hint};
        return form;
    }
    ConnectionForm form{.host = given.host,
                        .port = given.port ? QString::number(*given.port) : QString(),
                        .database = given.database,
                        .user = given.user,
                        .password = given.password};
    applySsl(form, given.ssl);
    return form;
}

} // namespace squall::models

#include "models/connectionform.h"

#include "core/base/secretkeyword.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Field
{
    const char *keyword;
    QString ConnectionForm::*member;
};

constexpr std::array fields{
    Field{"host", &ConnectionForm::host},
    Field{"port", &ConnectionForm::port},
    Field{"dbname", &ConnectionForm::database},
    Field{"user", &ConnectionForm::user},
    Field{"password", &ConnectionForm::password},
    Field{"service", &ConnectionForm::service},
    Field{"sslmode", &ConnectionForm::sslMode},
    Field{"sslrootcert", &ConnectionForm::sslRootCertificate},
    Field{"sslcert", &ConnectionForm::sslCertificate},
    Field{"sslkey", &ConnectionForm::sslKey},
    Field{"connect_timeout", &ConnectionForm::connectTimeout},
};

ConnectionForm fromKeywords(const std::vector<std::pair<QByteArray, QByteArray>> &keywords)
{
    ConnectionForm form;
    for (const auto &[keyword, value] : keywords) {
        const auto *field =
            std::find_if(fields.begin(), fields.end(),
                         [&k = keyword](const Field &candidate) { return k == candidate.keyword; });
        if (field != fields.end())
            form.*field->member = QString::fromUtf8(value);
        else
            form.others.emplace_back(keyword, value);
    }
    return form;
}

} // namespace

QString classWord(ConnectionClass environment)
{
    switch (environment) {
    case ConnectionClass::Local: return u"local"_s;
    case ConnectionClass::Shared: return u"shared"_s;
    case ConnectionClass::Staging: return u"staging"_s;
    case ConnectionClass::Production: return u"production"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ConnectionClass> classFromWord(const QString &word)
{
    for (const auto environment : {ConnectionClass::Local, ConnectionClass::Shared, ConnectionClass::Staging,
                                   ConnectionClass::Production}) {
        if (classWord(environment) == word)
            return environment;
    }
    return {};
}

ConnectionClass ConnectionForm::connectionClass() const
{
    return chosenClass ? *chosenClass : guessedClass();
}

ConnectionClass ConnectionForm::guessedClass() const
{
    const auto other = [this](const QByteArray &keyword) {
        const auto found = std::find_if(others.begin(), others.end(),
                                        [&](const auto &pair) { return pair.first == keyword; });
        return found == others.end() ? QString() : QString::fromUtf8(found->second);
    };
    const auto firstGiven = [](const QStringList &values) {
        const auto found =
            std::find_if(values.begin(), values.end(), [](const QString &value) { return !value.isEmpty(); });
        return found == values.end() ? QString() : *found;
    };
    const QString usedService = firstGiven({service, qEnvironmentVariable("PGSERVICE")});
    // A service says where the server is in a file of its own; as far as can be seen here it may be anywhere.
    const QString place = firstGiven({other("hostaddr"), host, usedService,
                                      qEnvironmentVariable("PGHOSTADDR"), qEnvironmentVariable("PGHOST")});
    return guessClass(place, firstGiven({database, qEnvironmentVariable("PGDATABASE")}),
                      name + u' ' + usedService + u' ' + host);
}

QString ConnectionForm::summary() const
{
    if (!service.isEmpty() && database.isEmpty())
        return u"service "_s + service;
    if (!service.isEmpty())
        return u"service "_s + service + u'/' + database;
    QString text = user.isEmpty() ? QString() : user + u'@';
    // Folders of sockets are long and say little.
    text += host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@') ? u"local"_s : host;
    if (!port.isEmpty() && port != u"5432")
        text += u':' + port;
    return database.isEmpty() ? text : text + u'/' + database;
}

QString ConnectionForm::url() const
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    QUrlQuery query;
    // A socket's folder cannot stand where the host does.
    if (host.startsWith(u'/') || host.startsWith(u'@') || host.contains(u','))
        query.addQueryItem(u"host"_s, host);
    else
        url.setHost(host);
    if (!port.isEmpty()) {
        if (url.host().isEmpty())
            query.addQueryItem(u"port"_s, port);
        else
            url.setPort(port.toInt());
    }
    url.setUserName(user);
    url.setPath(u'/' + database);
    for (const auto &field : fields) {
        const auto keyword = QByteArray(field.keyword);
        const bool inQuery =
            keyword.startsWith("ssl") || keyword == "service" || keyword == "connect_timeout";
        if (inQuery && !(this->*field.member).isEmpty())
            query.addQueryItem(QString::fromUtf8(keyword), this->*field.member);
    }
    for (const auto &[keyword, value] : others) {
        if (!isSecretKeyword(keyword))
            query.addQueryItem(QString::fromUtf8(keyword), QString::fromUtf8(value));
    }
    url.setQuery(query);
    auto text = url.toString(QUrl::FullyEncoded);
    // QUrl leaves out the authority that libpq wants to see, even if it is empty.
    return text.startsWith(u"postgresql://") ? text : u"postgresql://"_s + text.mid(text.indexOf(u':') + 1);
}

pg::ConnectionOptions ConnectionForm::options() const
{
    pg::ConnectionOptions options;
    for (const auto &field : fields) {
        if (!(this->*field.member).isEmpty())
            options.set(field.keyword, (this->*field.member).toUtf8());
    }
    for (const auto &[keyword, value] : others)
        options.set(keyword, value);
    return options;
}

bool ConnectionForm::mayApplyOnLeave() const
{
    const auto environment = connectionClass();
    return environment == ConnectionClass::Local || environment == ConnectionClass::Shared;
}

workspace::SavedConnection ConnectionForm::saved() const
{
    auto withoutPassword = *this;
    withoutPassword.password.clear();
    return {.id = id,
            .name = name,
            .keywords = withoutPassword.options().keywords,
            .environment = chosenClass ? classWord(*chosenClass) : QString(),
            .oneConnection = oneConnection,
            .applyOnLeave = applyOnLeave};
}

Result<ConnectionForm> formFromUrl(const QString &url)
{
    const auto options = pg::parseConnectionString(url.trimmed());
    if (!options)
        return options.error();
    return fromKeywords(options->keywords);
}

ConnectionForm formFromSaved(const workspace::SavedConnection &connection)
{
    auto form = fromKeywords(connection.keywords);
    form.id = connection.id;
    form.name = connection.name;
    form.chosenClass = classFromWord(connection.environment);
    form.oneConnection = connection.oneConnection;
    form.applyOnLeave = connection.applyOnLeave;
    return form;
}

} // namespace squall::models

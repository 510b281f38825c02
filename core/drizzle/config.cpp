#include "core/drizzle/config.h"

#include "core/drizzle/configfields.h"
#include "core/drizzle/dotenv.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Config)
};

Result<Evaluation> evaluatedConfig(const QString &path, const QMap<QString, QString> &environment,
                                   ProjectFiles &files, const Evaluator &evaluator)
{
    const EvaluationRequest request{
        .kind = EvaluationRequest::Kind::Config,
        .entries = {path},
        .environment = environment,
    };
    return evaluate(request, files, evaluator);
}

/// JSON needs no process to be read.
Result<Evaluation> plainConfig(const QString &path, ProjectFiles &files)
{
    const auto place = files.place(path);
    if (!place)
        return place.error();
    auto text = files.read(*place);
    if (!text)
        return text.error();
    QJsonParseError fault{};
    const auto document = QJsonDocument::fromJson(*text, &fault);
    if (fault.error != QJsonParseError::NoError) {
        const auto before = text->left(fault.offset);
        const auto line = before.count('\n') + 1;
        const auto column = fault.offset - before.lastIndexOf('\n');
        return Error{Error::Code::Parse,
                     u"%1:%2:%3: %4"_s.arg(files.shown(path)).arg(line).arg(column).arg(fault.errorString())};
    }
    if (!document.isObject())
        return Error{Error::Code::Parse,
                     u"%1: %2"_s.arg(files.shown(path), Words::tr("The configuration is not an object"))};
    return Evaluation{.texts = {*text}};
}

}

QString defaultConfigPath(const QString &directory)
{
    for (const auto &name : {u"drizzle.config.ts"_s, u"drizzle.config.js"_s, u"drizzle.config.json"_s}) {
        if (const auto path = QDir(directory).filePath(name); QFileInfo::exists(path))
            return path;
    }
    return {};
}

QStringList configPaths(const QString &directory)
{
    QStringList names;
    for (const auto *ending : {"ts", "mts", "cts", "js", "mjs", "cjs", "json"}) {
        names += u"drizzle*.config."_s + QLatin1StringView(ending);
        names += u"drizzle.config.*."_s + QLatin1StringView(ending);
    }
    QStringList paths;
    for (const auto &name : QDir(directory).entryList(names, QDir::Files, QDir::Name))
        paths += QDir(directory).filePath(name);
    return paths;
}

Result<QMap<QString, QString>> projectEnvironment(const QMap<QString, QString> &process, ProjectFiles &files,
                                                  const QString &envFile)
{
    auto environment = process;
    const auto path = QDir(files.directory()).absoluteFilePath(envFile.isEmpty() ? u".env"_s : envFile);
    const auto place = files.place(path);
    if (!place && place.error().code == Error::Code::NotFound && envFile.isEmpty())
        return environment;
    if (!place)
        return place.error();
    const auto text = files.read(*place);
    if (!text)
        return text.error();
    for (const auto &[name, value] : parseDotenv(QString::fromUtf8(*text))) {
        if (!environment.contains(name))
            environment.insert(name, value);
    }
    return environment;
}

std::optional<Credentials> environmentCredentials(const QMap<QString, QString> &environment)
{
    const auto first = [&](std::initializer_list<QLatin1StringView> names) {
        for (const auto name : names) {
            if (const auto value = environment.value(name); !value.isEmpty())
                return value;
        }
        return QString();
    };
    if (const auto url = first({"DATABASE_URL"_L1}); !url.isEmpty())
        return Credentials{.url = url};
    Credentials found{
        .host = first({"DB_HOST"_L1, "DB_HOSTNAME"_L1}),
        .user = first({"DB_USER"_L1, "DB_USERNAME"_L1}),
        .password = first({"DB_PASSWORD"_L1, "DB_PASS"_L1}),
        .database = first({"DB_NAME"_L1, "DB_DATABASE"_L1}),
    };
    if (found.host.isEmpty() || found.database.isEmpty())
        return {};
    bool isPort = false;
    if (const int port = first({"DB_PORT"_L1}).toUShort(&isPort); isPort)
        found.port = port;
    const auto ssl = first({"DB_SSL"_L1, "DB_SSLMODE"_L1}).toLower();
    if (ssl == u"true"_s || ssl == u"1"_s)
        found.ssl = "true";
    else if (ssl == u"require"_s || ssl == u"allow"_s || ssl == u"prefer"_s || ssl == u"verify-full"_s)
        found.ssl = '"' + ssl.toLatin1() + '"';
    return found;
}

Result<Config> readConfig(const QString &path, const QMap<QString, QString> &environment, ProjectFiles &files,
                          const Evaluator &evaluator)
{
    const auto evaluation = path.endsWith(u".json") ? plainConfig(path, files)
                                                    : evaluatedConfig(path, environment, files, evaluator);
    if (!evaluation)
        return evaluation.error();
    auto config = configOf(QJsonDocument::fromJson(evaluation->texts.first()).object());
    if (!config)
        return Error{config.error().code, u"%1: %2"_s.arg(files.shown(path), config.error().message)};
    config->path = path;
    config->environmentRead = evaluation->environmentRead;
    if (!config->credentials && !config->credentialsFault) {
        config->credentials = environmentCredentials(environment);
        config->credentialsOfEnvironment = config->credentials.has_value();
    }
    return config;
}

} // namespace squall::drizzle

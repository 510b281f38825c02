#include "core/drizzle/config.h"

#include "core/drizzle/configfields.h"
#include "core/drizzle/dotenv.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

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
    const QStringList names{u"drizzle*.config.ts"_s,  u"drizzle*.config.mts"_s, u"drizzle*.config.cts"_s,
                            u"drizzle*.config.js"_s,  u"drizzle*.config.mjs"_s, u"drizzle*.config.cjs"_s,
                            u"drizzle*.config.json"_s};
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

Result<Config> readConfig(const QString &path, const QMap<QString, QString> &environment, ProjectFiles &files,
                          const Evaluator &evaluator)
{
    const EvaluationRequest request{
        .kind = EvaluationRequest::Kind::Config,
        .entries = {path},
        .environment = environment,
    };
    const auto evaluation = evaluate(request, files, evaluator);
    if (!evaluation)
        return evaluation.error();
    auto config = configOf(QJsonDocument::fromJson(evaluation->texts.first()).object());
    if (!config)
        return Error{config.error().code, u"%1: %2"_s.arg(files.shown(path), config.error().message)};
    config->path = path;
    config->environmentRead = evaluation->environmentRead;
    return config;
}

} // namespace squall::drizzle

#include "models/project/projectplace.h"

#include "core/drizzle/config.h"
#include "core/drizzle/projects.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPackage = 256LL * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ProjectPlace)
};

bool isConfigName(const QString &name)
{
    static const QRegularExpression usual(u"\\.(ts|mts|cts|js|mjs|cjs|json)$"_s);
    return usual.match(name).hasMatch();
}

} // namespace

QStringList projectConfigs(const QString &folder)
{
    auto paths = drizzle::configPaths(folder);
    const auto usual = drizzle::defaultConfigPath(folder);
    if (!usual.isEmpty() && paths.removeOne(usual))
        paths.prepend(usual);
    return paths;
}

Result<ProjectPlace> findProject(const QString &path)
{
    const QFileInfo info(path);
    const auto whole = info.canonicalFilePath();
    if (whole.isEmpty())
        return Error{.code = Error::Code::NotFound, .message = Text::tr("%1 does not exist.").arg(path)};
    if (!info.isDir()) {
        if (!isConfigName(info.fileName()))
            return Error{.code = Error::Code::Usage,
                         .message = Text::tr("%1 is no configuration of Drizzle.").arg(path),
                         .hint = Text::tr("Open the folder of the project, or its drizzle.config.ts.")};
        return ProjectPlace{.directory = QFileInfo(whole).path(), .config = whole};
    }
    auto configs = projectConfigs(whole);
    if (configs.isEmpty()) {
        const auto below = drizzle::findProjects(whole).configs;
        configs = below.isEmpty() ? QStringList() : projectConfigs(QFileInfo(below.first()).path());
    }
    if (configs.isEmpty())
        return Error{.code = Error::Code::NotFound,
                     .message = Text::tr("There is no drizzle.config.ts in %1.").arg(path),
                     .hint = Text::tr("If the configuration is called otherwise, open that file.")};
    return ProjectPlace{.directory = QFileInfo(configs.first()).path(), .config = configs.first()};
}

QStringList projectEnvironments(const QString &directory)
{
    QStringList names;
    for (const auto &set : drizzle::environmentSets(directory))
        names << set.file;
    return names;
}

QString projectName(const QString &directory)
{
    QFile file(directory + u"/package.json"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const auto package = QJsonDocument::fromJson(file.read(largestPackage)).object();
        // `@acme/db` is `db` of somebody.
        if (const auto name = package[u"name"_s].toString().section(u'/', -1).trimmed(); !name.isEmpty())
            return name;
    }
    return QFileInfo(directory).fileName();
}

} // namespace squall::models

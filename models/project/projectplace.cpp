#include "models/project/projectplace.h"

#include "core/drizzle/config.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Of a repository with several packages: `packages/db`, `apps/web/server`.
constexpr int deepest = 3;
constexpr qsizetype mostFolders = 2000;
constexpr qint64 largestPackage = 256LL * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ProjectPlace)
};

QStringList configsIn(const QString &folder)
{
    auto paths = drizzle::configPaths(folder);
    const auto usual = drizzle::defaultConfigPath(folder);
    if (!usual.isEmpty() && paths.removeOne(usual))
        paths.prepend(usual);
    return paths;
}

bool holdsNoProject(const QString &folder)
{
    return folder.startsWith(u'.') || folder == u"node_modules" || folder == u"dist" || folder == u"build";
}

QStringList foldersIn(const QString &folder)
{
    QStringList paths;
    for (const auto &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (!holdsNoProject(name))
            paths << folder + u'/' + name;
    }
    return paths;
}

bool isConfigName(const QString &name)
{
    static const QRegularExpression usual(u"\\.(ts|mts|cts|js|mjs|cjs|json)$"_s);
    return usual.match(name).hasMatch();
}

} // namespace

QStringList projectConfigs(const QString &folder)
{
    QStringList folders{QDir::cleanPath(folder)};
    qsizetype seen = 0;
    for (int depth = 0; depth <= deepest && !folders.isEmpty(); ++depth) {
        QStringList found;
        QStringList below;
        for (const auto &each : std::as_const(folders)) {
            found += configsIn(each);
            if (found.isEmpty() && ++seen < mostFolders)
                below += foldersIn(each);
        }
        if (!found.isEmpty())
            return found;
        folders = below;
    }
    return {};
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
    const auto configs = projectConfigs(whole);
    if (configs.isEmpty())
        return Error{.code = Error::Code::NotFound,
                     .message = Text::tr("There is no drizzle.config.ts in %1.").arg(path),
                     .hint = Text::tr("If the configuration is called otherwise, open that file.")};
    return ProjectPlace{.directory = QFileInfo(configs.first()).path(), .config = configs.first()};
}

QStringList projectEnvironments(const QString &directory)
{
    static const QRegularExpression other(
        u"\\.(example|sample|template|dist|vault|keys|bak|swp|orig)\\b|~$"_s);
    auto names = QDir(directory).entryList({u".env"_s, u".env.*"_s}, QDir::Files | QDir::Hidden, QDir::Name);
    names.removeIf([](const QString &name) { return other.match(name).hasMatch(); });
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

#pragma once

#include "core/base/jsontree.h"
#include "core/drizzle/projectfiles.h"
#include "core/drizzle/tsconfig.h"

#include <QHash>

#include <optional>

namespace squall::drizzle {

/// Which file a module's name means, the way Node and tsx find it: relative paths with or without ending,
/// folders, tsconfig paths, packages in `node_modules` with their `exports`.
class ModuleFinder
{
public:
    explicit ModuleFinder(ProjectFiles &files);

    /// `from` is the file that asks, in its real place. NotFound when nothing fits.
    Result<QString> find(const QString &name, const QString &from);
    /// A file of a drizzle-orm that lies outside of what may be read, when one was asked for.
    const QString &outsideOrm() const { return m_outsideOrm; }

private:
    using Found = std::optional<QString>;

    Found fileOrFolder(const QString &path, bool fromTypeScript);
    Found file(const QString &path, bool fromTypeScript) const;
    Found withEnding(const QString &path, const QStringList &wanted) const;
    Found folder(const QString &path, bool fromTypeScript);
    Found alias(const QString &name);
    Found packageModule(const QString &name, const QString &from);
    Found inPackage(const QString &folder, const QString &subpath);
    Found ownImport(const QString &name, const QString &from);
    QString packageFile(const QString &name, const QString &from) const;
    /// nullptr without a readable package.json.
    const JsonTree *package(const QString &folder);

    ProjectFiles &m_files;
    std::optional<Result<TsConfig>> m_tsConfig;
    QString m_outsideOrm;
    QHash<QString, std::optional<JsonTree>> m_packages;
};

} // namespace squall::drizzle

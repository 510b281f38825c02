#pragma once

#include "core/drizzle/projectfiles.h"

#include <functional>
#include <utility>
#include <vector>

namespace squall::drizzle {

/// What a tsconfig.json, with those that it extends, says about where modules are.
struct TsConfig
{
    QString baseUrl = {}; ///< a folder; empty without one
    /// A pattern with at most one star, and where to look; the paths are whole.
    std::vector<std::pair<QString, QStringList>> paths = {};

    /// Where to look for a module by its name, the best place first.
    QStringList candidates(const QString &name) const;
};

/// Finds a package's file for `extends`; empty when there is none.
using PackageFile = std::function<QString(const QString &name, const QString &from)>;

/// Of the nearest tsconfig.json at or above the working directory; an empty one when there is none.
Result<TsConfig> readTsConfig(ProjectFiles &files, const PackageFile &packageFile);

} // namespace squall::drizzle

#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace squall::models {

/// Where a Drizzle project is, and in which environment it is read.
struct ProjectPlace
{
    QString directory = {}; ///< what the paths of its configuration count from; whole
    QString config = {};    ///< the configuration's file; whole
    /// A file of variables in the directory, by name. Empty: `.env` below the variables of this process, as
    /// drizzle-kit has it. Of one that somebody chose the values come first.
    QString environment = {};

    bool operator==(const ProjectPlace &) const = default;
};

/// Blocking. `path` is a configuration, or a folder that has one, or has one somewhere below: the nearest, by
/// name.
Result<ProjectPlace> findProject(const QString &path);

/// Blocking. The configurations that a folder has, the usual one first.
QStringList projectConfigs(const QString &folder);

/// Blocking. Files of variables that the project can be read with: `.env`, `.env.test`.
QStringList projectEnvironments(const QString &directory);

/// `coaching`: what its package is called, else its folder. Blocking.
QString projectName(const QString &directory);

} // namespace squall::models

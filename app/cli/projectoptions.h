#pragma once

#include "app/cli/arguments.h"
#include "core/drizzle/config.h"

namespace squall::cli {

/// A project's configuration, and the variables that its files see.
struct Project
{
    drizzle::Config config;
    QMap<QString, QString> environment;
    drizzle::ProjectFiles files;
};

/// The options with which a project is named: `--config` and `--env-file`, or, in place of the configuration,
/// those of a command's group.
class ProjectOptions
{
public:
    /// The group's members, of `dialect driver casing schema out breakpoints introspect-casing` and
    /// `databaseGroup`.
    ProjectOptions(Arguments &arguments, QString command, QStringList group);

    enum class Talk { WhichFile, Nothing };
    /// Reads what was named. Says on standard output which file that is, as drizzle-kit does, unless told not
    /// to.
    Result<Project> open(Talk talk) const;
    /// What the group says alone; nothing when none of it was given.
    std::optional<QJsonObject> given() const;

private:
    Result<QString> configPath(Talk talk) const;

    Arguments &m_arguments;
    QString m_command;
    QStringList m_group;
};

} // namespace squall::cli

#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

/// Drizzle projects and what they are run with, found without running anything.
namespace squall::drizzle {

struct FoundProjects
{
    QStringList configs;  ///< whole paths of every `drizzle*.config.*`, those nearer to the root first
    bool complete = true; ///< whether there was time for every folder
};

/// Below a folder, the repository's root as a rule. What is installed or hidden is left out, links are not
/// followed.
FoundProjects findProjects(const QString &root, std::chrono::milliseconds most = std::chrono::seconds(2));

/// A file of variables that the project can be run with.
struct EnvironmentSet
{
    QString name; ///< empty for `.env`; `test` for `.env.test`
    QString file; ///< in the project's folder

    bool operator==(const EnvironmentSet &) const = default;
};

/// `.env` first, then the others by name; examples and templates are none.
std::vector<EnvironmentSet> environmentSets(const QString &directory);

} // namespace squall::drizzle

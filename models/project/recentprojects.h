#pragma once

#include "models/project/projectplace.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace squall::models {

/// A project as it was opened last.
struct RecentProject
{
    QString name = {};
    QString config = {};
    QString environment = {};

    bool operator==(const RecentProject &) const = default;
};

/// Last opened first. What cannot be read is no list.
std::vector<RecentProject> recentProjects(const QByteArray &kept);
/// The project comes first, once, and the oldest go.
QByteArray withRecentProject(const QByteArray &kept, const RecentProject &project);

QByteArray toJson(const RecentProject &project);
std::optional<RecentProject> recentProject(const QByteArray &json);

} // namespace squall::models

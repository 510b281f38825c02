#include "models/project/recentprojects.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostKept = 10;

QJsonObject objectOf(const RecentProject &project)
{
    return {
        {u"name"_s, project.name}, {u"config"_s, project.config}, {u"environment"_s, project.environment}};
}

std::optional<RecentProject> read(const QJsonObject &object)
{
    RecentProject project{.name = object[u"name"_s].toString(),
                          .config = object[u"config"_s].toString(),
                          .environment = object[u"environment"_s].toString()};
    return project.config.isEmpty() ? std::nullopt : std::optional(std::move(project));
}

} // namespace

std::vector<RecentProject> recentProjects(const QByteArray &kept)
{
    std::vector<RecentProject> projects;
    const auto array = QJsonDocument::fromJson(kept).array();
    for (const auto &each : array) {
        if (auto project = read(each.toObject()))
            projects.push_back(*std::move(project));
    }
    return projects;
}

QByteArray withRecentProject(const QByteArray &kept, const RecentProject &project)
{
    auto projects = recentProjects(kept);
    std::erase_if(projects, [&](const RecentProject &each) { return each.config == project.config; });
    projects.insert(projects.begin(), project);
    projects.resize(std::min(projects.size(), mostKept));
    QJsonArray array;
    for (const auto &each : projects)
        array.append(objectOf(each));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray toJson(const RecentProject &project)
{
    return QJsonDocument(objectOf(project)).toJson(QJsonDocument::Compact);
}

std::optional<RecentProject> recentProject(const QByteArray &json)
{
    return read(QJsonDocument::fromJson(json).object());
}

} // namespace squall::models

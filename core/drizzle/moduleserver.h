#pragma once

#include "core/drizzle/modulefinder.h"

#include <QJsonObject>
#include <QSet>

namespace squall::drizzle {

/// Answers what an evaluation asks for. Its questions are not trusted: whatever they say, only files that
/// `ProjectFiles` allows are read.
class ModuleServer
{
public:
    explicit ModuleServer(ProjectFiles &files);

    QJsonObject answer(const QJsonObject &question);
    const ModuleFinder &finder() const { return m_finder; }

private:
    QJsonObject module(const Result<QString> &place);
    QJsonObject environment(const QString &path);
    QJsonObject same(const QString &folder, const QJsonObject &digests);

    ProjectFiles &m_files;
    ModuleFinder m_finder;
    QSet<QString> m_sent;
};

} // namespace squall::drizzle

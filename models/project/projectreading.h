#pragma once

#include "core/drizzle/config.h"
#include "core/drizzle/history.h"
#include "models/connectionform.h"
#include "models/project/projectplace.h"
#include "models/project/projectschema.h"

#include <memory>
#include <optional>

namespace squall::models {

/// A project as it was read at one time; what could not be read is missing, and `fault` says why.
struct ProjectReading
{
    ProjectPlace place = {};
    QString name = {};
    QStringList configs = {};      ///< that somebody could choose instead, whole paths, this one too
    QStringList environments = {}; ///< see `projectEnvironments`
    std::optional<drizzle::Config> config = {};
    std::optional<ConnectionForm> connection = {};
    std::optional<Error> connectionFault = {};
    ProjectSchemaPtr schema = {};
    std::optional<drizzle::History> history = {};
    std::optional<Error> historyFault = {};
    /// Why there is no configuration or no schema. The message begins with the place in the file, as far as
    /// one is known.
    std::optional<Error> fault = {};
    QStringList watched = {}; ///< files and folders that all this depends on
    QByteArray mark = {};     ///< see `projectMark`
};

using ProjectReadingPtr = std::shared_ptr<const ProjectReading>;

/// What somebody wants to be read.
struct ProjectRequest
{
    QString path = {}; ///< a folder or a configuration; while `place` is not known
    ProjectPlace place = {};
    QStringList watchedBefore = {};     ///< what it depends on as long as less of it can be read
    ProjectSchemaPtr schemaBefore = {}; ///< is the schema again when that is equal
    drizzle::Evaluator evaluator = {};
};

/// Blocking, with a process for each evaluation: for the pool. Given back in background when nobody has it
/// any more. Never null.
ProjectReadingPtr readProject(const ProjectRequest &request);

/// Blocking. Tells whether something was changed in these files and folders, and in which environments there
/// are.
QByteArray projectMark(const ProjectPlace &place, const QStringList &watched);

} // namespace squall::models

#pragma once

#include "core/diagram/languages.h"
#include "models/diagram/diagrammaking.h"

namespace squall::models {

/// What is shown, in the language of another tool: all of it, or these boxes of the picture that is there.
/// For the pool.
QString diagramText(const DiagramTask &task, diagram::Language language,
                    const std::vector<ObjectId> &tables = {});

/// The same as a schema for Drizzle, in the names of the project where there is one; `leftOut` are the tables
/// for which Drizzle has no words. For the pool.
struct DrizzleText
{
    QString schema = {};
    QStringList leftOut = {};
};
DrizzleText drizzleText(const DiagramTask &task, const std::vector<ObjectId> &tables = {});

} // namespace squall::models

#pragma once

#include "core/diagram/languages.h"
#include "models/diagram/diagrammaking.h"

namespace squall::models {

/// What is shown, in the language of another tool: all of it, or these boxes of the picture that is there.
/// For the pool.
QString diagramText(const DiagramTask &task, diagram::Language language,
                    const std::vector<ObjectId> &tables = {});

} // namespace squall::models

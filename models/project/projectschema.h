#pragma once

#include "core/drizzle/projectschema.h"

#include <memory>

namespace squall::models {

/// What the files of a project declare, freed in background.
using ProjectSchemaPtr = std::shared_ptr<const drizzle::ProjectSchema>;

} // namespace squall::models

#pragma once

#include "core/drizzle/projectschema.h"
#include "core/drizzle/typescript/names.h"

namespace squall::drizzle {

/// How a project calls what it declares.
SchemaNames namesIn(const ProjectSchema &project);

} // namespace squall::drizzle

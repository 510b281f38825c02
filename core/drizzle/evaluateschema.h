#pragma once

#include "core/drizzle/evaluator.h"
#include "core/drizzle/projectschema.h"

namespace squall::drizzle {

/// What a project's files declare. The entries are whole paths in the order of `schemaFiles`.
Result<ProjectSchema> evaluateSchema(const EvaluationRequest &request, ProjectFiles &files,
                                     const Evaluator &evaluator = {});

} // namespace squall::drizzle

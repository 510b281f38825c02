#pragma once

#include "core/drizzle/evaluator.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// The schema of a project's files as drizzle-kit would record it, as yet without an id. The entries are
/// whole paths in the order of `schemaFiles`.
Result<Snapshot> evaluateSchema(const EvaluationRequest &request, ProjectFiles &files,
                                const Evaluator &evaluator = {});

} // namespace squall::drizzle

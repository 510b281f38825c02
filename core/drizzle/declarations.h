#pragma once

#include "core/base/result.h"
#include "core/drizzle/projectschema.h"

namespace squall::drizzle {

/// Reads into `schema` what the evaluator says beside the snapshot. It is not trusted: what has no sense is
/// an error.
Result<Done> readDeclarations(const QByteArray &text, ProjectSchema &schema);

} // namespace squall::drizzle

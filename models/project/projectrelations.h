#pragma once

#include "core/diagram/declared.h"
#include "core/drizzle/projectschema.h"
#include "models/relations.h"

namespace squall::models {

/// What a project's relations join, as far as the database has these tables and columns: each once, from the
/// rows that point to those that are pointed to, whichever side declares it. Foreign keys may say the same.
std::vector<Relation> relationsOf(const drizzle::ProjectSchema &schema, const catalog::Snapshot &snapshot);

/// The same for a diagram.
std::vector<diagram::Declared> declaredBy(const drizzle::ProjectSchema &schema,
                                          const catalog::Snapshot &snapshot);

} // namespace squall::models

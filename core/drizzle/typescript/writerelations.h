#pragma once

#include "core/drizzle/typescript/names.h"

namespace squall::drizzle {

/// relations.ts: what the foreign keys between the schema's tables mean for queries, from both ends.
QString writeRelations(const Snapshot &snapshot, const SchemaNames &names);

} // namespace squall::drizzle

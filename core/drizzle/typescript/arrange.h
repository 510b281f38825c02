#pragma once

#include "core/drizzle/typescript/names.h"

namespace squall::drizzle {

/// The snapshot in the order in which it comes back from evaluating a file with these names: exports by their
/// names, what columns say before what stands beside them.
Snapshot arranged(const Snapshot &snapshot, const SchemaNames &names);

/// Keys of tables, referenced ones first; within a circle by name.
QStringList readingOrder(const Snapshot &snapshot);

} // namespace squall::drizzle

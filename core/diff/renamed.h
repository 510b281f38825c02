#pragma once

#include "core/catalog/snapshot.h"
#include "core/diff/renames.h"

namespace squall::diff {

/// How something of the old Snapshot is called in the new one, by its own rename or by that of what holds it.
ObjectId renamed(const ObjectId &id, const Renames &renames);

/// The old Snapshot with its objects under their new names, so that they stand beside what they became.
/// Types and dependencies follow; what refers to a renamed column or table by name still says the old one:
/// keys, indexes, expressions. Those are different from what they become, and are made anew.
catalog::Snapshot renamed(const catalog::Snapshot &snapshot, const Renames &renames);

} // namespace squall::diff

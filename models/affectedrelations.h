#pragma once

#include "core/catalog/snapshot.h"

#include <set>

namespace squall::models {

/// The relations where rows may show otherwise after these were written: they themselves, views on them, what
/// shares rows with them by inheritance or partitioning, and what their foreign keys take along. What
/// triggers write elsewhere nobody knows.
std::set<ObjectId> affectedBy(const catalog::Snapshot &snapshot, const std::set<ObjectId> &written);

} // namespace squall::models

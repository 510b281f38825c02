#pragma once

#include "core/diff/change.h"

#include <vector>

namespace squall::diff {

/// What two types are but for how they are spelled: `timestamp (3)` is `timestamp(3)`.
bool isSameType(QStringView one, QStringView other);

/// What has to happen for `from`, with the names of `renamed`, to become `to`; renames aside, and in no
/// order. It speaks of what a Drizzle schema can say. A primary key is its columns, whatever it is called.
std::vector<Change> changesBetween(const catalog::Snapshot &from, const catalog::Snapshot &to);

/// A label cannot be used in the transaction that adds it: types of which a new label is a default at once
/// are replaced instead.
void replaceTypesInUse(std::vector<Change> &changes, const catalog::Snapshot &from,
                       const catalog::Snapshot &to);

} // namespace squall::diff

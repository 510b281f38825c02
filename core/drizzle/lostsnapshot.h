#pragma once

#include "core/drizzle/mergedmigrations.h"

namespace squall::drizzle {

/// Two branches had a snapshot of the same name, and somebody has kept one of them. Whose that is says its
/// SQL: it is what leads there from the parent. The other migration comes after it then, with the schema as
/// it is now, if its own SQL is what leads there. Where one of the two is not so, nothing is changed.
void findLostSnapshot(const History &history, MergedMigrations &all, const Snapshot &schema);

} // namespace squall::drizzle

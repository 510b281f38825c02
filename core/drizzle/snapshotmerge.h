#pragma once

#include "core/base/result.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// `ours` with what `theirs` changed since both came from `base`; ids are those of `ours`. Values that both
/// gave an enum at its end come one after the other. An error names what both changed in different ways.
Result<Snapshot> mergeSnapshots(const Snapshot &base, const Snapshot &ours, const Snapshot &theirs);

} // namespace squall::drizzle

#pragma once

#include "core/base/result.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// As strict as drizzle-kit: what it calls malformed is refused here too, with the place and the path of what
/// is wrong. Only for version 7: `SnapshotVersion` tells, and upgrades older ones.
Result<Snapshot> readSnapshot(const QByteArray &text);

} // namespace squall::drizzle

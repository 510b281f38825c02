#pragma once

#include "core/base/result.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// What a snapshot's text says its version is; nothing when it is no JSON or does not say.
std::optional<int> snapshotVersion(const QByteArray &text);

constexpr int oldestSnapshotVersion = 5;
constexpr int snapshotVersionNow = 7;

/// One of version 5 or 6 as version 7 says the same.
Result<Snapshot> upgradeSnapshot(const QByteArray &text);

} // namespace squall::drizzle

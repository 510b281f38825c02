#pragma once

#include "core/drizzle/history.h"

#include <QStringList>

namespace squall::drizzle {

/// Writes the snapshots of versions 5 and 6 as version 7, each in its place. Their paths; nothing is written
/// when one cannot be read.
Result<QStringList> upgradeSnapshots(const History &history);

} // namespace squall::drizzle

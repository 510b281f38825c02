#pragma once

#include "core/diff/change.h"

#include <vector>

namespace squall::diff {

/// Everything that has to come into being for `snapshot` to exist, in the order a reader would like:
/// by kind as pg_dump ranks them, then by name. Dependencies are not minded yet, see `plan`.
std::vector<Change> creationOf(const catalog::Snapshot &snapshot);

} // namespace squall::diff

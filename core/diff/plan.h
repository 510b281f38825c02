#pragma once

#include "core/base/result.h"
#include "core/diff/change.h"

#include <vector>

namespace squall::diff {

/// One step of a plan: a change, and those that are written inside it for the reader's sake.
struct Step
{
    Change change;
    std::vector<Change> folded = {};
};

/// The ordered steps to a Snapshot; not yet SQL. Keeps what its steps point into.
struct Plan
{
    catalog::SnapshotPtr to;
    std::vector<Step> steps;
};

/// How `snapshot` comes into being in an empty database. Fails only when its objects need each other in a
/// circle.
Result<Plan> planCreation(catalog::SnapshotPtr snapshot);

} // namespace squall::diff

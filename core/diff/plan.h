#pragma once

#include "core/base/result.h"
#include "core/diff/change.h"

#include <functional>
#include <utility>
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

/// Where somebody would like a change to stand; the smaller the earlier.
using Rank = std::function<std::pair<int, int>(const Change &change)>;

/// How `snapshot` comes into being in an empty database: in the order of `creationOf`, or of `rank` when it
/// is given, as far as what is needed comes first. Fails only when its objects need each other in a circle.
Result<Plan> planCreation(catalog::SnapshotPtr snapshot, const Rank &rank = {});

} // namespace squall::diff

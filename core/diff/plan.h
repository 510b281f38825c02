#pragma once

#include "core/base/result.h"
#include "core/diff/change.h"
#include "core/diff/rebuild.h"
#include "core/diff/renames.h"

#include <array>
#include <functional>
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
    catalog::SnapshotPtr from = {}; ///< what there was, under its new names
};

/// What two schemas differ in, in no order. Keeps what its changes point into.
struct Difference
{
    catalog::SnapshotPtr from; ///< under its new names
    catalog::SnapshotPtr to;
    std::vector<Change> changes = {};
    std::vector<Rebuild> rebuilds = {}; ///< why things are made anew that did not change themselves
};

/// Where somebody would like a change to stand; the smaller the earlier.
using Rank = std::function<std::array<int, 4>(const Change &change)>;

/// Whether all of it runs in one transaction, in which no new label of an enum can be used.
enum class Transactions { Several, One };

/// What leads from one schema to another, when people have said what was renamed.
Difference difference(const catalog::Snapshot &from, catalog::SnapshotPtr to, const Renames &renames,
                      Transactions transactions = Transactions::Several);

/// Puts it into an order: that of `rank`, or of the changes without one, as far as what is needed comes
/// first. Fails only when changes need each other in a circle.
Result<Plan> plan(Difference difference, const Rank &rank = {});

/// How `snapshot` comes into being in an empty database: in the order of `creationOf`, or of `rank` when it
/// is given, as far as what is needed comes first. Fails only when its objects need each other in a circle.
Result<Plan> planCreation(catalog::SnapshotPtr snapshot, const Rank &rank = {});

} // namespace squall::diff

#pragma once

#include "core/diff/plan.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// Where drizzle-kit would write a change that makes something: by groups of kinds, and in each by the order
/// of the schema. For plans to `snapshot`.
diff::Rank rankIn(const Snapshot &snapshot);

/// A plan for `catalogOf(snapshot)` in drizzle-kit's spelling. Roles, which no plan makes, stand where
/// drizzle-kit has them.
QStringList statementsOf(const diff::Plan &plan, const Snapshot &snapshot);

/// What makes the whole schema: a first migration, and `export`.
Result<QStringList> creationOf(const Snapshot &snapshot);

} // namespace squall::drizzle

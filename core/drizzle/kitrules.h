#pragma once

#include "core/diff/plan.h"
#include "core/drizzle/oldobjects.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// Makes of a difference what drizzle-kit makes of it where both are right: NOT NULL as it is declared, and
/// row security switched as its flag says. Answers a line for each place where a database keeps something
/// that the schema does not ask for.
QStringList keepToKit(diff::Difference &difference, const OldObjects &old, const Snapshot &to);

/// Statements for policies on tables outside of the schema.
QStringList linkedPolicies(const Snapshot &from, const Snapshot &to, const diff::Renames &renames);

} // namespace squall::drizzle

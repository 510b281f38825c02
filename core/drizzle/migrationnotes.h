#pragma once

#include "core/diff/plan.h"
#include "core/drizzle/oldobjects.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// A line for each change that drizzle-kit would write so that it fails, or leave out.
QStringList notesOn(const diff::Difference &difference, const OldObjects &old, const Snapshot &to);

} // namespace squall::drizzle

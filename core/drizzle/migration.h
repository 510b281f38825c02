#pragma once

#include "core/base/result.h"
#include "core/diff/renames.h"
#include "core/drizzle/snapshot.h"

#include <QStringList>

namespace squall::drizzle {

/// What leads from one schema of a project to another.
struct Migration
{
    /// In drizzle-kit's spelling, each with its semicolon and the line break that stands behind some.
    QStringList statements;
    /// One line for each place where drizzle-kit would write something that fails or drifts.
    QStringList notes = {};

    bool operator==(const Migration &) const = default;
};

/// Back is the same, with the snapshots and the renames the other way round.
Result<Migration> migrationOf(const Snapshot &from, const Snapshot &to, const diff::Renames &renames);

} // namespace squall::drizzle

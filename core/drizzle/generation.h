#pragma once

#include "core/diff/renames.h"
#include "core/drizzle/config.h"
#include "core/drizzle/history.h"

#include <QDateTime>

/// A project's next migration.
namespace squall::drizzle {

struct Generation
{
    QString name = {}; ///< empty: one is invented
    MigrationPrefix prefix = MigrationPrefix::Index;
    bool breakpoints = true;
    // What drizzle-kit has not.
    bool idempotent = false; ///< statements that do no harm when they are run again
    bool header = false;     ///< a comment with name and time
    bool down = false;       ///< a file with the way back
    QDateTime now = QDateTime::currentDateTimeUtc();
};

struct WrittenMigration
{
    QString file = {};      ///< the path of the SQL file; empty: nothing has changed
    QStringList notes = {}; ///< where the SQL is not what drizzle-kit would write
};

/// What the next migration starts from; an error when none can follow this history: the first reason with
/// what to do, the others in the detail.
Result<Snapshot> startOf(const History &history, MigrationPrefix prefix);

/// Writes what leads from `start` to the schema, renames being answered. Nothing is written when there is an
/// error, or nothing to do.
Result<WrittenMigration> generate(const History &history, const Snapshot &start, const Snapshot &schema,
                                  const diff::Renames &renames, const Generation &options);

/// An empty migration, for SQL written by hand.
Result<WrittenMigration> generateCustom(const History &history, const Snapshot &start,
                                        const Generation &options);

} // namespace squall::drizzle

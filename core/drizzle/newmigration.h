#pragma once

#include "core/drizzle/migrationname.h"
#include "core/drizzle/snapshotwriter.h"

namespace squall::drizzle {

/// What a folder gets for one migration.
struct NewMigration
{
    MigrationName name;
    qint64 when = 0;
    bool breakpoints = true;
    QString sql;
    std::optional<QString> downSql = {}; ///< in a file beside it, which no migrator reads
    Snapshot snapshot;                   ///< follows the history's latest, under an id of its own
    WrittenAs written = WrittenAs::Made;
};

/// What the next migration starts from: the latest snapshot, with prefix `none` the only one.
std::optional<Snapshot> baseOf(const History &history, MigrationPrefix style);

/// Writes SQL, snapshot and journal, the journal last: without it nobody runs the migration. When something
/// cannot be written what was written before is taken away again. The path of the SQL file.
Result<QString> addMigration(const History &history, const NewMigration &migration);

} // namespace squall::drizzle

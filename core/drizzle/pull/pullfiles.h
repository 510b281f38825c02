#pragma once

#include "core/drizzle/config.h"
#include "core/drizzle/typescript/writeschema.h"

#include <QDateTime>

namespace squall::drizzle {

/// What was pulled, as it goes into a project's folder.
struct PullToWrite
{
    WrittenSchema schema;
    QString companionSql = {}; ///< empty when TypeScript says it all
    MigrationPrefix prefix = MigrationPrefix::Index;
    bool breakpoints = true;
    QDateTime now = QDateTime::currentDateTimeUtc();
};

/// The paths of what lies there now.
struct PulledFiles
{
    QString schema;
    QString relations;
    QString companion = {};   ///< empty when there is nothing for it
    QString migration = {};   ///< empty when there were snapshots already
    QStringList backups = {}; ///< what stood in the place of another text
};

/// Writes schema.ts and relations.ts, and as the first migration, all in comments, what the database is. A
/// text that was there and differs is kept beside the new one.
Result<PulledFiles> writePulled(const QString &folder, const PullToWrite &pull);

} // namespace squall::drizzle

#pragma once

#include "core/base/result.h"
#include "core/drizzle/config.h"
#include "core/drizzle/history.h"

#include <QDateTime>

namespace squall::drizzle {

/// How the files of a migration are called.
struct MigrationName
{
    int idx = 0;
    QString tag; ///< `0004_name`: the SQL file's name without `.sql`

    bool operator==(const MigrationName &) const = default;
};

/// Two words, for a migration that nobody has named.
QString inventedName();

/// The name of the next migration: its snapshot comes last by name, which is how the latest one is found. An
/// error when it cannot (another style of prefixes was used so far), or when `name` is none of a file. An
/// empty `name` is invented.
Result<MigrationName> nextName(const History &history, MigrationPrefix style, const QString &name,
                               const QDateTime &now);

/// Later than every migration of the journal: what is not, the migrator passes over.
qint64 nextTime(const Journal &journal, const QDateTime &now);

} // namespace squall::drizzle

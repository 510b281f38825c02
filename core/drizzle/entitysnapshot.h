#pragma once

#include "core/base/result.h"
#include "core/drizzle/snapshot.h"

#include <QByteArray>
#include <QStringList>

namespace squall::drizzle {

/// A `snapshot.json` of drizzle 1.0: its place in the history, and the schema where it says all of it. The
/// format is not final: what later versions add is passed over.
struct EntitySnapshot
{
    int version = 0; ///< 8 or 9
    QString id;
    QStringList parents; ///< several where branches were merged
    /// In the terms of version 7; of a file that holds only what has changed nothing.
    std::optional<Snapshot> schema = {};
};

Result<EntitySnapshot> readEntitySnapshot(const QByteArray &text);

} // namespace squall::drizzle

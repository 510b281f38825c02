#pragma once

#include "core/catalog/snapshot.h"
#include "core/drizzle/pull/selection.h"
#include "core/drizzle/snapshot.h"

#include <QHash>

namespace squall::drizzle {

/// A database as far as a schema in TypeScript can say it.
struct Pulled
{
    /// As yet without an id. Its defaults and expressions are what evaluating the written schema gives.
    Snapshot snapshot;
    /// Enums and tables that it refers to and that are not part of it, with the columns that it refers to.
    Snapshot outside;
    /// What values of custom types are in TypeScript, by type.
    QHash<QString, QString> customValues;
};

/// `omissions` tells what is not in it.
Pulled snapshotOf(const catalog::Snapshot &catalog, const Selection &selection);

/// Whether a snapshot has a table for it: foreign tables and partitions have none.
bool hasTableFor(const catalog::Table &table, const Selection &selection);

/// The column that a sequence is `serial` for; nullptr when there is none.
const catalog::Column *serialColumn(const catalog::Snapshot &catalog, const catalog::Sequence &sequence);

} // namespace squall::drizzle

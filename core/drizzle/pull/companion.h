#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/drizzle/pull/selection.h"

namespace squall::drizzle {

/// What a schema in TypeScript cannot say of a database, as SQL in an order that works beside its first
/// migration: what tables need, tables of another build, and what needs tables.
struct Companion
{
    QStringList before;  ///< behind the migration's schemas, enums and sequences
    QStringList instead; ///< of its CREATE TABLE and INDEX: partitioned tables, and their partitions
    QStringList after;
    /// Statements that the migration has in a simpler form, with what it lacks.
    std::vector<std::pair<QString, QString>> fuller;

    bool isEmpty() const
    {
        return before.isEmpty() && instead.isEmpty() && after.isEmpty() && fuller.empty();
    }
};

Result<Companion> companionOf(const catalog::SnapshotPtr &catalog, const Selection &selection);

/// What a schema may lean on and does not make itself: extensions, types, functions, partitions, and all of
/// other schemas. Without owners, rights and comments, and without what acts by itself.
Result<QStringList> surroundings(const catalog::SnapshotPtr &catalog, const Selection &selection);

/// The name of its file in the folder of the migrations.
QString companionName();
/// The text of its file; empty when there is nothing to be said.
QString companionSql(const Companion &companion);

} // namespace squall::drizzle

#pragma once

#include "core/drizzle/history.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace squall::drizzle {

/// A migration of a folder in which branches may have been merged.
struct MergedMigration
{
    JournalEntry entry;
    std::optional<Snapshot> snapshot = {}; ///< its own; nothing with the prefix `none`
    bool theirs = false;                   ///< only the other branch has it, by git's marks
};

/// All migrations of such a folder, each once, in the order in which they are to run, and why that cannot be
/// said.
struct MergedMigrations
{
    Journal journal;        ///< ours
    QByteArray journalText; ///< as it lies there
    std::vector<MergedMigration> migrations = {};
    QMap<QString, std::vector<Snapshot>> files = {}; ///< by name in `meta`, of two branches perhaps
    QHash<QString, Snapshot> originals = {};         ///< by id
    QStringList unassigned = {};                     ///< files of no migration
    QStringList steps = {};
    QStringList doubts = {};
};

/// What only we have comes last where the other branch is one that all work from. With `schema`, the
/// project's as it is now, the snapshot of a migration that shares its file's name with another one can be
/// found again: when its SQL leads there from the other one's.
MergedMigrations readMerged(const History &history, const Snapshot *schema);

} // namespace squall::drizzle

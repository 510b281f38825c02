#pragma once

#include "core/drizzle/history.h"

#include <QStringList>

namespace squall::drizzle {

/// What mends a folder, decided as a whole before anything is written.
struct Repair
{
    struct File
    {
        QString name;
        QByteArray contents;
    };

    std::vector<File> writes; ///< the journal last
    QStringList removals;     ///< after that
    QStringList steps;        ///< what happens, for people
    QStringList doubts;       ///< why nothing is to be done at all

    bool empty() const { return writes.empty() && removals.isEmpty(); }
};

enum class Adopt : bool { No, Yes };

/// Puts the migrations of merged branches one after the other: numbers, file names, times that rise, and
/// snapshots that follow each other, each with what came before it. Reads journals and snapshots in which git
/// left its marks. With `Adopt::Yes`, SQL files that the journal does not know come last, as migrations that
/// leave the schema as it is. `schema` is the project's as it is now, where that is known: see `readMerged`.
/// Where more than one thing could be meant, there are doubts and nothing else.
Repair planRepair(const History &history, Adopt adopt, const Snapshot *schema = nullptr);

Result<Done> carryOut(const History &history, const Repair &repair);

} // namespace squall::drizzle

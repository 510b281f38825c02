#pragma once

#include "core/drizzle/history.h"

namespace squall::drizzle {

/// What somebody should know before that migration is dropped; empty for the last one.
QString dropConsequence(const History &history, std::size_t entry);

/// Takes a migration out of the journal, links the snapshot after it to the one before, and removes its
/// files, in an order in which nothing is ever taken for what it is not. Files that are not there are no
/// error.
Result<Done> dropMigration(const History &history, std::size_t entry);

} // namespace squall::drizzle

#pragma once

#include "core/base/result.h"
#include "core/edit/rowidentity.h"
#include "models/rowreading.h"

#include <memory>

namespace squall::models {

// Blocking reads, to be run on a Session: for an order that no index serves.

/// The keys of all rows in that order; nothing when there are more than a list holds.
struct CollectedKeys
{
    std::shared_ptr<KeyList> keys;
    /// Where the row that was asked about stands now, or -1.
    qint64 place = -1;
};
Result<CollectedKeys> collectKeys(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                  const edit::RowIdentity &wanted);

/// The rows with these keys.
Result<RowReading> readListed(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                              const ListedKeys &keys);

/// Whether a list can name the rows: the parts of their key are single values.
bool canList(const RowSource &source);

} // namespace squall::models

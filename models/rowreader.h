#pragma once

#include "core/base/result.h"
#include "core/edit/rowidentity.h"
#include "core/pg/rowbatch.h"
#include "models/rowstretch.h"

#include <vector>

namespace squall::pg {
class Connection;
}

namespace squall::models {

// Blocking reads, to be run on a Session.

/// Rows next to each other, in the order of travel.
struct RowPage
{
    std::vector<pg::RowBatch> batches;
    Travel travel = Travel::Forward;
    /// There is nothing further in the direction of travel.
    bool reachedEnd = false;

    int rowCount() const;
};

/// Reads one page, about `request.limit` rows of it: at least that many unless the end was reached, at most
/// twice.
Result<RowPage> readPage(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                         const PageRequest &request);

/// The first rows of a relation where nothing tells them apart: they come as one stream, until there are
/// `limit` of them or they take `mostBytes`.
Result<RowPage> readFirst(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                          int limit, qsizetype mostBytes);

/// At most `limit` rows of one stretch, forward.
Result<RowPage> readStretch(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                            RowStretch stretch, int limit);

/// The page that begins at a position (which may be a prefix of the order), and the one before it.
struct RowSurroundings
{
    RowPage before;
    RowPage after;
};
Result<RowSurroundings> readAround(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                   const RowPosition &position, int limit);

/// How many rows the planner expects, from the table's present size and the condition.
Result<qint64> estimateRows(pg::Connection &connection, const RowSource &source);

/// Where one row of a reply stands. Values that came cut are not enough to read on from.
struct RowPlace
{
    RowPosition position = {};
    std::vector<size_t> cut = {}; ///< terms of the order
    edit::RowIdentity row = {};
};
RowPlace placeAt(const pg::RowBatch &batch, int row, const RowSource &source, const RowLayout &layout);
/// Whole; of a row that is gone as far as it came.
Result<RowPosition> wholePosition(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                  const RowPlace &place);

/// What tells one row of a reply from others.
edit::RowIdentity identityAt(const pg::RowBatch &batch, int row, const RowSource &source,
                             const RowLayout &layout);

} // namespace squall::models

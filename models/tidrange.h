#pragma once

#include "models/heaps.h"
#include "models/rowreader.h"

namespace squall::models {

/// Like `readPage`, for a physical order: reads ranges of blocks, so that nothing is scanned to get there.
Result<RowPage> readByTid(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                          const PageRequest &request);

/// Before PostgreSQL 14 a range of tids is a scan of the whole table.
bool scansTidRanges(const pg::Connection &connection);

} // namespace squall::models

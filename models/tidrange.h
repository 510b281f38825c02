#pragma once

#include "models/rowreader.h"

namespace squall::models {

/// Whether rows come as they lie on disk.
bool isPhysical(const RowOrder &order);

/// Like `readPage`, for a physical order: reads ranges of blocks, so that nothing is scanned to get there.
Result<RowPage> readByTid(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                          const PageRequest &request);

/// How many blocks the relation has now.
Result<qint64> blockCount(pg::Connection &connection, const RowSource &source);

/// The position where a block begins, and the block of the tid that a position is.
RowPosition blockPosition(qint64 block);
qint64 blockOf(const QByteArray &tid);

/// Before PostgreSQL 14 a range of tids is a scan of the whole table.
bool scansTidRanges(const pg::Connection &connection);

} // namespace squall::models

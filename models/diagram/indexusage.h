#pragma once

#include "core/base/objectid.h"
#include "core/base/result.h"

#include <QDateTime>

#include <memory>
#include <vector>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// An index that no query has used since the server counts. One on a partitioned table stands for those of
/// its partitions.
struct UnusedIndex
{
    ObjectId table;
    QString name;
    qint64 bytes = 0;

    bool operator==(const UnusedIndex &) const = default;
};

/// What a server has counted of the use of indexes. Those that keep a rule (unique, primary key, exclusion)
/// serve without being read, and are never unused.
struct IndexUsage
{
    std::vector<UnusedIndex> unused = {}; ///< by table, the largest first
    QDateTime since = {};                 ///< when counting began again; not valid: it never did
    bool counting = true;                 ///< the server counts at all
    QString problem = {};                 ///< why nothing is known

    bool operator==(const IndexUsage &) const = default;
};

using IndexUsagePtr = std::shared_ptr<const IndexUsage>;

Result<IndexUsage> readIndexUsage(pg::Connection &connection);

} // namespace squall::models

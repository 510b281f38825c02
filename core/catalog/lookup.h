#pragma once

#include "core/catalog/table.h"

namespace squall::catalog {

/// What a table's indexes do for finding its rows by some columns.
struct Lookup
{
    bool indexed = false; ///< an index finds them
    bool unique = false;  ///< there is one at most

    bool operator==(const Lookup &) const = default;
};

Lookup lookupBy(const Table &table, const QStringList &columns);

} // namespace squall::catalog

#pragma once

#include "core/edit/rowidentity.h"
#include "models/rowfilter.h"
#include "models/rowquery.h"

#include <vector>

namespace squall::ui {

/// What somebody looks at in a table, enough to come back to it.
struct TablePlace
{
    models::RowFilter filter = {};
    std::vector<models::SortKey> sort = {};
    qint64 top = 0;
    qint64 x = 0;
    edit::RowIdentity row = {}; ///< where the cursor is
    QString column = {};

    bool operator==(const TablePlace &) const = default;
};

} // namespace squall::ui

#pragma once

#include "core/base/result.h"
#include "core/edit/rowkey.h"

namespace squall::edit {

/// A relation as it is written to.
struct Target
{
    const catalog::Snapshot *snapshot = nullptr;
    ObjectId id;
    std::vector<catalog::Column> columns; ///< those of a view know what becomes of them below
    RowKey key;

    const catalog::Column *column(const QString &name) const { return catalog::findColumn(columns, name); }
};

/// Fails when the relation is gone or refuses changes.
Result<Target> target(const catalog::Snapshot &snapshot, const ObjectId &relation);

} // namespace squall::edit

#pragma once

#include "core/base/objectid.h"
#include "core/catalog/snapshot.h"

#include <QStringList>

namespace squall::edit {

/// How one row of a relation is told from all others, and whether rows may be changed at all.
struct RowKey
{
    enum class By {
        Columns,  ///< together unique, none of them null
        Position, ///< `ctid`, for a while
        Nothing,
    };

    By by = By::Nothing;
    /// Columns, or the system columns ctid and tableoid.
    QStringList columns = {};
    /// Why rows may not be changed, in a sentence; empty when they may.
    QString refusal = {};

    bool operator==(const RowKey &) const = default;
};

/// The identity ladder: primary key, the shortest unique and not null index, `ctid`. Through a view it is the
/// key of what the view shows, as long as the view shows it and shows no row twice.
RowKey rowKey(const catalog::Snapshot &snapshot, const ObjectId &relation);

/// Whether changes of a view go through INSTEAD OF triggers, of its own or of a view that it shows.
bool writesThroughTriggers(const catalog::Snapshot &snapshot, const ObjectId &relation);

} // namespace squall::edit

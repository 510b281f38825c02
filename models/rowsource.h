#pragma once

#include "core/base/objectid.h"
#include "core/base/query.h"
#include "core/catalog/snapshot.h"
#include "models/columntype.h"

#include <optional>
#include <vector>

namespace squall::models {

/// A column of what is browsed.
struct RowColumn
{
    QString name;
    QString type; ///< as SQL
    ColumnType traits = {};
    bool notNull = false;
    bool primaryKey = false;
    bool generated = false;
    QString references = {}; ///< table that a foreign key of this one column points to
    QString comment = {};

    bool operator==(const RowColumn &) const = default;
};

/// What rows are read from and how one of them is told from all others.
struct RowSource
{
    enum class Identity {
        Key,  ///< `key` is unique and not null
        Ctid, ///< by physical position
        None, ///< foreign tables and most views: the first rows only
    };

    ObjectId id;
    std::vector<RowColumn> columns;     ///< that are shown, in this order
    std::vector<RowColumn> hidden = {}; ///< that exist as well, and are read only where a row is read whole
    Identity identity = Identity::None;
    /// Columns, or the system columns ctid and tableoid.
    QStringList key = {};
    /// Why rows may not be changed, in a sentence; empty when they may.
    QString refusal = {};
    bool partitioned = false;
    bool view = false; ///< a plain one: it has no pages to take a sample of
    /// The planner's row count; -1 when nobody counted.
    qint64 estimate = -1;
    /// Only rows that meet it: a condition on the relation as `t`, with its parameters from $1 on.
    std::optional<Query> condition = {};

    /// Among those shown; -1 when it is not.
    int indexOf(const QString &column) const;
    /// Where another source has the columns of this one; nothing when it lacks one.
    std::optional<std::vector<int>> placesIn(const RowSource &other) const;
    /// Shown or hidden; nullptr when there is none of that name.
    const RowColumn *find(const QString &column) const;

    bool operator==(const RowSource &) const = default;
};

/// How to browse a table, view, materialized view or foreign table; nothing when `id` is none of these.
std::optional<RowSource> rowSource(const catalog::Snapshot &snapshot, const ObjectId &id);

} // namespace squall::models

#pragma once

#include "core/catalog/snapshot.h"

#include <QMap>

#include <optional>
#include <vector>

namespace squall::edit {

/// What the rows of a view are made of, when its definition is a plain selection from relations and inner or
/// left joins of them.
struct ViewSource
{
    struct Relation
    {
        ObjectId id;
        QString alias = {};
        bool optional = false; ///< to the right of a left join: may be missing from a row
    };
    struct Column
    {
        int relation = -1; ///< by number in `relations`
        QString name = {};

        bool operator==(const Column &) const = default;
    };
    /// Holds in every row in which both relations are there.
    struct Equality
    {
        Column one;
        Column other;
    };

    std::vector<Relation> relations = {};
    QMap<QString, Column> columns = {}; ///< by column of the view; what is computed is missing
    std::vector<Equality> equalities = {};
};

/// Nothing when rows are grouped, united, counted off or made by functions.
std::optional<ViewSource> viewSource(const catalog::Snapshot &snapshot, const catalog::View &view);

/// A column of a table.
struct ColumnOrigin
{
    ObjectId relation;
    QString column;

    bool operator==(const ColumnOrigin &) const = default;
};

/// Where a column's values are kept, through however many views; nothing when they are computed.
std::optional<ColumnOrigin> originOf(const catalog::Snapshot &snapshot, const ObjectId &relation,
                                     const QString &column);

} // namespace squall::edit

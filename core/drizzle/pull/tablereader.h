#pragma once

#include "core/drizzle/pull/columntypes.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// Reads the tables of a database into those of a snapshot.
class TableReader
{
public:
    TableReader(const catalog::Snapshot &catalog, const ColumnTypes &types);

    Table read(const catalog::Table &table) const;
    /// Name and type alone, as views have them and tables outside of the schema.
    Column bareColumn(const catalog::Column &column) const;

private:
    Column columnOf(const catalog::Table &table, const catalog::Column &column) const;
    void addConstraint(Table &made, const catalog::Table &table, const catalog::Constraint &constraint) const;
    Index indexOf(const catalog::Table &table, const catalog::Index &index) const;
    IndexColumn keyOf(const catalog::Table &table, const catalog::Index &index,
                      const catalog::IndexKey &key) const;

    const ColumnTypes &m_types;
    QHash<ObjectId, const catalog::Sequence *> m_serials; ///< by their columns
};

/// An option as JSON: a number where it is one.
Json optionValue(const QString &text);

} // namespace squall::drizzle

#include "core/drizzle/oldobjects.h"

#include "core/catalog/snapshot.h"
#include "core/diff/renamed.h"
#include "core/drizzle/catalogof.h"

namespace squall::drizzle {

ObjectId idOf(const Table &table)
{
    return {Kind::Table, schemaOf(table.schema), table.name};
}

ObjectId idOf(const View &view)
{
    return {view.materialized ? Kind::MaterializedView : Kind::View, schemaOf(view.schema), view.name};
}

OldObjects::OldObjects(const Snapshot &from, const diff::Renames &renames)
{
    const auto now = [&](const ObjectId &id) { return diff::renamed(id, renames); };
    for (const auto &[key, table] : from.tables) {
        const auto id = idOf(table);
        m_tables.insert(now(id), &table);
        m_tableOrder.push_back(now(id));
        for (const auto &[name, column] : table.columns)
            m_columns.insert(now(catalog::partOf(id, Kind::Column, column.name)), &column);
        for (const auto &[name, policy] : table.policies)
            m_policies.insert(now(catalog::partOf(id, Kind::Policy, policy.name)), &policy);
    }
    for (const auto &[key, sequence] : from.sequences)
        m_sequences.insert(now({Kind::Sequence, schemaOf(sequence.schema), sequence.name}), &sequence);
    for (const auto &[key, view] : from.views)
        m_views.insert(now(idOf(view)), &view);
}

} // namespace squall::drizzle

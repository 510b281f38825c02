#pragma once

#include "core/base/objectid.h"
#include "core/diff/renames.h"
#include "core/drizzle/snapshot.h"

#include <QHash>

namespace squall::drizzle {

/// What a schema was before, found by the names that it has now. Points into the Snapshot it was made of.
class OldObjects
{
public:
    OldObjects(const Snapshot &from, const diff::Renames &renames);

    /// nullptr for what was not there.
    const Table *table(const ObjectId &id) const { return m_tables.value(id); }
    const Column *column(const ObjectId &id) const { return m_columns.value(id); }
    const Policy *policy(const ObjectId &id) const { return m_policies.value(id); }
    const Sequence *sequence(const ObjectId &id) const { return m_sequences.value(id); }
    const View *view(const ObjectId &id) const { return m_views.value(id); }
    /// In their order.
    const std::vector<ObjectId> &tables() const { return m_tableOrder; }

private:
    QHash<ObjectId, const Table *> m_tables;
    QHash<ObjectId, const Column *> m_columns;
    QHash<ObjectId, const Policy *> m_policies;
    QHash<ObjectId, const Sequence *> m_sequences;
    QHash<ObjectId, const View *> m_views;
    std::vector<ObjectId> m_tableOrder;
};

ObjectId idOf(const Table &table);
ObjectId idOf(const View &view);

} // namespace squall::drizzle

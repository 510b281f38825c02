#pragma once

#include "core/diff/plan.h"
#include "core/drizzle/alterstatements.h"
#include "core/drizzle/oldobjects.h"
#include "core/drizzle/snapshot.h"

#include <QSet>

namespace squall::drizzle {

/// The steps of a plan in drizzle-kit's spelling, each statement once.
class PlanRendering
{
public:
    /// All must outlive it.
    PlanRendering(const diff::Plan &plan, const OldObjects &old, const Snapshot &to);

    QStringList statementsOf(const diff::Step &step) const;

private:
    friend struct StatementsOf;

    const Table &table(const catalog::Table &table) const;
    const Column &column(const catalog::Table &table, const catalog::Column &column) const;
    bool isNew(const catalog::Table &table) const { return m_newTables.contains(&table); }
    /// The columns that keep a type through its replacement.
    std::vector<EnumColumn> columnsOf(const diff::ReplaceEnum &change) const;
    bool writesDefaultElsewhere(const diff::SetDefault &change) const;

    const diff::Plan &m_plan;
    const OldObjects &m_old;
    const Snapshot &m_to;
    QSet<const catalog::Table *> m_newTables;
    QSet<ObjectId> m_newColumns;
    QSet<ObjectId> m_toEnum; ///< columns that get an enum's type, with their default
};

} // namespace squall::drizzle

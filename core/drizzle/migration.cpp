#include "core/drizzle/migration.h"

#include "core/drizzle/catalogof.h"
#include "core/drizzle/kitorder.h"
#include "core/drizzle/kitrules.h"
#include "core/drizzle/migrationnotes.h"
#include "core/drizzle/planrendering.h"

#include <QCoreApplication>
#include <QSet>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("squall::drizzle", text);
}

QString firstLine(const QString &statement)
{
    return statement.section(u'\n', 0, 0);
}

/// Collects what a plan says, each statement once, with the policies that are linked at their place.
class Collector
{
public:
    Collector(const PlanRendering &rendering, const QStringList &linked)
        : m_rendering(rendering)
        , m_linked(linked)
    {
    }

    /// `rank` is where drizzle-kit would write it.
    void add(const diff::Step &step, Group group, const std::array<int, 4> &rank)
    {
        if (group > Group::LinkedPolicies)
            addLinked();
        const auto statements = m_rendering.statementsOf(step);
        if (rank < m_furthest && !statements.isEmpty() && !m_seen.contains(statements.front()))
            m_late << firstLine(statements.front());
        m_furthest = std::max(m_furthest, rank);
        append(statements);
    }

    Migration finish(QStringList notes)
    {
        addLinked();
        for (const auto &statement : m_late)
            notes << tr("After what it needs, which drizzle-kit would write later: %1").arg(statement);
        return {m_statements, notes};
    }

private:
    void addLinked() { append(std::exchange(m_linked, {})); }
    void append(const QStringList &statements)
    {
        for (const auto &statement : statements) {
            if (!m_seen.contains(statement))
                m_statements << statement;
            m_seen.insert(statement);
        }
    }

    const PlanRendering &m_rendering;
    QStringList m_linked;
    QStringList m_statements;
    QStringList m_late;
    QSet<QString> m_seen;
    std::array<int, 4> m_furthest = {};
};

/// Whether both say the same, in the same order: then nothing has to be compared. Ids and notes of renames
/// are of the file, not of the schema.
bool sayTheSame(const Snapshot &a, const Snapshot &b)
{
    return a.tables == b.tables && a.enums == b.enums && a.schemas == b.schemas &&
           a.sequences == b.sequences && a.roles == b.roles && a.policies == b.policies && a.views == b.views;
}

} // namespace

Result<Migration> migrationOf(const Snapshot &from, const Snapshot &to, const diff::Renames &renames)
{
    if (sayTheSame(from, to))
        return Migration{};
    const OldObjects old(from, renames);
    auto difference =
        diff::difference(catalogOf(from), std::make_shared<const catalog::Snapshot>(catalogOf(to)), renames,
                         diff::Transactions::One);
    auto notes = keepToKit(difference, old, to) + notesOn(difference, old, to);
    for (const auto &rebuild : difference.rebuilds)
        notes << tr("Made anew, because %2 changes: %1").arg(rebuild.object.text(), rebuild.because.text());
    for (const auto &change : difference.changes) {
        const auto *made = std::get_if<diff::CreateIndex>(&change);
        const auto *table = made ? to.tables.find(made->table->schema + u'.' + made->table->name) : nullptr;
        if (table && table->indexes.find(made->index->name)->concurrently)
            notes << tr("CONCURRENTLY does not work inside the transaction of a migration: %1")
                         .arg(made->index->name);
    }
    const auto groups = groupsOf(difference);
    const auto rank = kitOrder(difference, from, to, renames);
    const auto plan = diff::plan(difference, rank);
    if (!plan)
        return plan.error();
    const PlanRendering rendering(*plan, old, to);
    Collector collector(rendering, linkedPolicies(from, to, renames));
    for (const auto &step : plan->steps)
        collector.add(step, groups(step.change), rank(step.change));
    return collector.finish(notes);
}

} // namespace squall::drizzle

#include "core/drizzle/pull/companion.h"

#include "core/base/quote.h"
#include "core/diff/creation.h"
#include "core/diff/needs.h"
#include "core/diff/render.h"
#include "core/drizzle/pull/snapshotof.h"
#include "core/drizzle/pull/unsaid.h"

#include <QHash>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// How much of a change the project's schema says.
enum class Said {
    All,
    Made,      ///< that it exists; not its owner, rights and comments
    Simpler,   ///< the same, with less
    Otherwise, ///< a plain table in place of a partitioned one
    Not,
    Elsewhere, ///< it is no part of the project
};

struct Verdict
{
    Said said = Said::Elsewhere;
    QStringList unsaid = {}; ///< what is missing when it is `Simpler`
    /// Whether other things can come before it: schemas and enums are made ahead of all else.
    bool isBase = false;
};

class Judge
{
public:
    Judge(const catalog::Snapshot &catalog, const Selection &selection)
        : m_catalog(catalog)
        , m_selection(selection)
    {
    }

    Verdict operator()(const diff::CreateSchema &c) const
    {
        return {m_selection.hasSchema(c.schema->name) ? Said::Made : Said::Elsewhere, {}, true};
    }
    Verdict operator()(const diff::CreateExtension &) const { return {Said::Not}; }
    Verdict operator()(const diff::CreateEnum &c) const
    {
        return {isIn(*c.type) ? Said::Made : Said::Elsewhere, {}, true};
    }
    Verdict operator()(const diff::CreateDomain &c) const { return unsayable(*c.type); }
    Verdict operator()(const diff::CreateComposite &c) const { return unsayable(*c.type); }
    Verdict operator()(const diff::CreateShell &c) const { return unsayable(*c.type); }
    Verdict operator()(const diff::CreateRange &c) const { return unsayable(*c.type); }
    Verdict operator()(const diff::CreateFunction &c) const { return unsayable(*c.function); }
    Verdict operator()(const diff::SetFunctionRights &c) const { return unsayable(*c.function); }
    Verdict operator()(const diff::CreateDefinition &c) const
    {
        return c.definition->schema.isEmpty() ? Verdict{Said::Not} : unsayable(*c.definition);
    }
    Verdict operator()(const diff::CreateSequence &c) const
    {
        if (!isIn(*c.sequence))
            return {};
        const auto unsaid = serialColumn(m_catalog, *c.sequence) ? QStringList() : unsaidOf(*c.sequence);
        return {unsaid.isEmpty() ? Said::Made : Said::Simpler, unsaid, true};
    }
    Verdict operator()(const diff::OwnSequence &c) const
    {
        return {!isIn(*c.sequence)                     ? Said::Elsewhere
                : serialColumn(m_catalog, *c.sequence) ? Said::All
                                                       : Said::Not};
    }
    Verdict operator()(const diff::CreateTable &c) const
    {
        const auto relation = ofTable(*c.table);
        if (relation != Said::Made)
            return {relation};
        if (c.table->isPartitioned())
            return {Said::Otherwise};
        const auto unsaid = unsaidOf(*c.table);
        return {unsaid.isEmpty() ? Said::Made : Said::Simpler, unsaid};
    }
    Verdict operator()(const diff::SetDefault &c) const
    {
        const auto relation = ofTable(*c.table);
        return {relation == Said::Made ? Said::All : relation};
    }
    Verdict operator()(const diff::AddConstraint &c) const
    {
        const auto relation = ofTable(*c.table);
        const auto type = c.constraint->type;
        if (relation != Said::Made)
            return {relation};
        if (type == catalog::Constraint::Type::NotNull)
            return {Said::Made};
        if (c.table->isPartitioned() && type != catalog::Constraint::Type::ForeignKey)
            return {Said::Otherwise};
        if (type == catalog::Constraint::Type::Exclusion || c.constraint->period)
            return {Said::Not};
        auto unsaid = unsaidOf(*c.constraint);
        if (const auto *index = catalog::findIndex(c.table->indexes, c.constraint->name);
            index && index->constraint == c.constraint->name)
            unsaid += unsaidOf(*index);
        return {unsaid.isEmpty() ? Said::Made : Said::Simpler, unsaid};
    }
    Verdict operator()(const diff::AttachPartition &c) const { return {ofTable(*c.partition)}; }
    Verdict operator()(const diff::CreateIndex &c) const
    {
        const auto relation = ofTable(*c.table);
        if (relation != Said::Made)
            return {relation};
        if (c.table->isPartitioned())
            return {Said::Otherwise};
        const auto unsaid = unsaidOf(*c.index);
        return {unsaid.isEmpty() ? Said::Made : Said::Simpler, unsaid};
    }
    Verdict operator()(const diff::AttachIndex &c) const { return {ofTable(*c.table)}; }
    Verdict operator()(const diff::CreateView &c) const { return {ofView(*c.view)}; }
    Verdict operator()(const diff::SetViewDefault &c) const { return part(nullptr, c.view); }
    Verdict operator()(const diff::CreateViewIndex &c) const { return part(nullptr, c.view); }
    Verdict operator()(const diff::CreateTrigger &c) const { return part(c.table, c.view); }
    Verdict operator()(const diff::CreateRule &c) const { return part(c.table, c.view); }
    Verdict operator()(const diff::CreatePolicy &c) const { return {ofTable(*c.table)}; }
    Verdict operator()(const diff::AlterDefaultPrivileges &c) const
    {
        const auto &schema = c.privileges->schema;
        return {schema.isEmpty() || m_selection.hasSchema(schema) ? Said::Not : Said::Elsewhere};
    }
    /// Creation has no others.
    template<typename Other>
    Verdict operator()(const Other &) const
    {
        return {};
    }

private:
    bool isIn(const catalog::Object &object) const { return m_selection.hasSchema(object.schema); }
    Verdict unsayable(const catalog::Object &object) const
    {
        return {isIn(object) ? Said::Not : Said::Elsewhere};
    }

    Said ofTable(const catalog::Table &table) const
    {
        if (hasTableFor(table, m_selection))
            return Said::Made;
        const auto *parent = catalog::findTable(m_catalog, table.partitionOf);
        const bool ours = m_selection.hasRelation(table) || (parent && ofTable(*parent) != Said::Elsewhere);
        return ours ? Said::Not : Said::Elsewhere;
    }
    Said ofView(const catalog::View &view) const
    {
        return m_selection.hasRelation(view) ? Said::Made : Said::Elsewhere;
    }
    /// What neither tables nor views have in TypeScript.
    Verdict part(const catalog::Table *table, const catalog::View *view) const
    {
        const auto relation = table ? ofTable(*table) : ofView(*view);
        return {relation == Said::Elsewhere ? relation : Said::Not};
    }

    const catalog::Snapshot &m_catalog;
    const Selection &m_selection;
};

/// Whether a change makes a partition, or belongs to one so closely that it comes between it and what all of
/// its parent's partitions get.
struct OfPartition
{
    bool operator()(const diff::CreateTable &c) const { return c.table->isPartition(); }
    bool operator()(const diff::SetDefault &c) const { return c.table->isPartition(); }
    bool operator()(const diff::AddConstraint &c) const
    {
        return c.table->isPartition() && c.constraint->type != catalog::Constraint::Type::ForeignKey;
    }
    bool operator()(const diff::AttachPartition &) const { return true; }
    bool operator()(const diff::CreateIndex &c) const { return c.table->isPartition(); }
    bool operator()(const diff::AttachIndex &) const { return true; }
    template<typename Other>
    bool operator()(const Other &) const
    {
        return false;
    }
};

/// Whether a change makes something that others can lean on, and does nothing beside: no subscription that
/// connects, no trigger that fires, no attachment that a plain table has no place for.
bool makesQuietly(const diff::Change &change)
{
    using namespace diff;
    if (const auto *definition = std::get_if<CreateDefinition>(&change)) {
        const auto kind = definition->definition->kind;
        return kind != Kind::UserMapping && kind != Kind::Statistics && kind != Kind::Publication &&
               kind != Kind::Subscription && kind != Kind::EventTrigger;
    }
    if (const auto *added = std::get_if<AddConstraint>(&change)) {
        const auto type = added->constraint->type;
        return type == catalog::Constraint::Type::PrimaryKey || type == catalog::Constraint::Type::Unique;
    }
    if (const auto *index = std::get_if<CreateIndex>(&change))
        return index->index->unique;
    return std::holds_alternative<CreateSchema>(change) || std::holds_alternative<CreateExtension>(change) ||
           std::holds_alternative<CreateEnum>(change) || std::holds_alternative<CreateDomain>(change) ||
           std::holds_alternative<CreateComposite>(change) || std::holds_alternative<CreateShell>(change) ||
           std::holds_alternative<CreateRange>(change) || std::holds_alternative<CreateFunction>(change) ||
           std::holds_alternative<CreateSequence>(change) || std::holds_alternative<CreateTable>(change) ||
           std::holds_alternative<CreateView>(change);
}

/// Sorts the statements of a database's creation by who says them.
class Sorting
{
public:
    Sorting(const catalog::SnapshotPtr &catalog, const Selection &selection)
        : m_catalog(catalog)
        , m_judge(*catalog, selection)
        , m_changes(diff::creationOf(*catalog))
        , m_needs(diff::needs(m_changes, nullptr, *catalog))
        , m_waits(m_changes.size(), Waits::Unknown)
    {
        for (size_t i = 0; i < m_changes.size(); ++i)
            m_places.insert(diff::produces(m_changes[i]), i);
    }

    Result<Companion> run()
    {
        const auto plan = diff::planCreation(m_catalog);
        if (!plan)
            return plan.error();
        for (const auto &step : plan->steps) {
            add(step.change);
            for (const auto &folded : step.folded)
                add(folded);
        }
        return std::move(m_made);
    }

    Result<QStringList> surroundings()
    {
        const auto plan = diff::planCreation(m_catalog);
        if (!plan)
            return plan.error();
        QStringList statements;
        for (const auto &step : plan->steps) {
            const auto verdict = std::visit(m_judge, step.change);
            const bool others = verdict.said == Said::Elsewhere || verdict.said == Said::Not;
            if (others && makesQuietly(step.change))
                statements += diff::statementsOf(step, *m_catalog).mid(0, 1);
        }
        return statements;
    }

private:
    enum class Waits : unsigned char { Unknown, Asked, No, Yes };

    void add(const diff::Change &change)
    {
        const auto verdict = std::visit(m_judge, change);
        if (verdict.said == Said::All || verdict.said == Said::Elsewhere)
            return;
        auto statements = diff::statementsOf({change}, *m_catalog);
        if (verdict.said == Said::Not) {
            const bool ofPartition = std::visit(OfPartition(), change);
            (ofPartition              ? m_made.instead
             : waitsForTables(change) ? m_made.after
                                      : m_made.before) += statements;
            return;
        }
        if (verdict.said == Said::Otherwise) {
            m_made.instead += statements;
            return;
        }
        if (statements.isEmpty())
            return;
        // What is there from the start is not made.
        const bool makes =
            statements.first().startsWith(u"CREATE ") || statements.first().startsWith(u"ALTER TABLE ");
        const auto made = makes ? statements.takeFirst() : QString();
        if (verdict.said == Said::Simpler)
            m_made.fuller.emplace_back(verdict.unsaid.join(u", "_s), made);
        statements.removeIf([](const QString &each) { return each.endsWith(u" ENABLE ROW LEVEL SECURITY"); });
        m_made.after += statements;
        if (const auto *create = std::get_if<diff::CreateTable>(&change))
            addRowSecurity(*create->table);
    }

    /// Policies come with row security in TypeScript.
    void addRowSecurity(const catalog::Table &table)
    {
        if (!table.rowSecurity && !table.policies.empty())
            m_made.after << u"ALTER TABLE "_s + quote(table.schema, table.name) +
                                u" DISABLE ROW LEVEL SECURITY"_s;
    }

    bool waitsForTables(const diff::Change &change)
    {
        const auto place = m_places.constFind(diff::produces(change));
        return place != m_places.cend() && waits(*place);
    }

    /// Whether it needs, by however many steps, what the migration makes of tables and views.
    bool waits(size_t change)
    {
        auto &known = m_waits[change];
        if (known != Waits::Unknown)
            return known == Waits::Yes;
        known = Waits::Asked;
        bool yes = false;
        for (const int need : m_needs[change]) {
            const auto index = static_cast<size_t>(need);
            const auto verdict = std::visit(m_judge, m_changes[index]);
            const bool migrations = verdict.said != Said::Not && verdict.said != Said::Elsewhere;
            yes |= (migrations && !verdict.isBase) || waits(index);
        }
        m_waits[change] = yes ? Waits::Yes : Waits::No;
        return yes;
    }

    catalog::SnapshotPtr m_catalog;
    Judge m_judge;
    std::vector<diff::Change> m_changes;
    std::vector<std::vector<int>> m_needs;
    std::vector<Waits> m_waits;
    QHash<ObjectId, size_t> m_places;
    Companion m_made;
};

QString section(const QString &heading, const QStringList &statements)
{
    if (statements.isEmpty())
        return {};
    QString text = u"\n\n-- "_s + heading + u"\n"_s;
    for (const auto &statement : statements)
        text += u'\n' + statement + u";\n"_s;
    return text;
}

} // namespace

Result<Companion> companionOf(const catalog::SnapshotPtr &catalog, const Selection &selection)
{
    return Sorting(catalog, selection).run();
}

Result<QStringList> surroundings(const catalog::SnapshotPtr &catalog, const Selection &selection)
{
    return Sorting(catalog, selection).surroundings();
}

QString companionName()
{
    return u"beyond-schema.sql"_s;
}

QString companionSql(const Companion &companion)
{
    if (companion.isEmpty())
        return {};
    QString text =
        u"-- What the database has and schema.ts cannot say. No migration; nothing runs it by itself.\n"
        "-- To build the database anew, run part 1 between the CREATE SCHEMA, TYPE and SEQUENCE of the\n"
        "-- first migration and its tables, part 2 in place of its CREATE TABLE and INDEX for the same "
        "tables, and\n"
        "-- part 3 behind it. Part 4 is in comments: statements of the migration as they are in full.\n"
        "SET check_function_bodies = off;\n"_s;
    text += section(u"Part 1: before the tables"_s, companion.before);
    text += section(u"Part 2: partitioned tables, plain ones in schema.ts"_s, companion.instead);
    text += section(u"Part 3: after the tables"_s, companion.after);
    if (!companion.fuller.empty())
        text += u"\n\n-- Part 4: more than the migration says\n"_s;
    for (const auto &[unsaid, statement] : companion.fuller)
        text += u"\n-- "_s + unsaid + u":\n-- "_s + QString(statement).replace(u'\n', u"\n-- "_s) + u";\n"_s;
    return text;
}

} // namespace squall::drizzle

#include "core/drizzle/planrendering.h"

#include "core/drizzle/alterstatements.h"
#include "core/drizzle/catalogof.h"
#include "core/drizzle/clauses.h"
#include "core/drizzle/defaults.h"
#include "core/drizzle/statements.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const catalog::Object &object)
{
    return object.schema + u'.' + object.name;
}

} // namespace

/// A Snapshot has what a catalog cannot say.
struct StatementsOf
{
    const PlanRendering &in;

    QStringList operator()(const diff::CreateSchema &c) const { return {createSchema(c.schema->name)}; }
    QStringList operator()(const diff::CreateEnum &c) const
    {
        return {createEnum(*in.m_to.enums.find(keyOf(*c.type)))};
    }
    QStringList operator()(const diff::CreateSequence &c) const
    {
        return {createSequence(*in.m_to.sequences.find(keyOf(*c.sequence)))};
    }
    QStringList operator()(const diff::CreateRole &c) const
    {
        return {createRole(*in.m_to.roles.find(c.role->name))};
    }
    QStringList operator()(const diff::CreateTable &c) const
    {
        const auto &table = in.table(*c.table);
        QStringList statements{createTable(table)};
        if (c.table->rowSecurity)
            statements << enableRowSecurity(table);
        return statements;
    }
    QStringList operator()(const diff::AddConstraint &c) const
    {
        const auto &table = in.table(*c.table);
        const auto &name = c.constraint->name;
        if (const auto *key = table.foreignKeys.find(name))
            return {addForeignKey(table, *key)};
        // What a new table has is written with it, and so is the key of a new column.
        if (in.isNew(*c.table))
            return {};
        const auto add = u"ALTER TABLE "_s + nameOf(table) + u" ADD "_s;
        if (const auto *unique = table.uniqueConstraints.find(name))
            return {add + clauseOf(*unique) + u';'};
        if (const auto *check = table.checkConstraints.find(name))
            return {add + clauseOf(*check) + u';'};
        if (const auto *key = table.compositePrimaryKeys.find(name))
            return {add + clauseOf(*key) + u';'};
        const auto &columns = c.constraint->columns;
        if (columns.size() == 1 &&
            in.m_newColumns.contains(catalog::partOf(idOf(*c.table), Kind::Column, columns.front())))
            return {};
        return {add + u"PRIMARY KEY "_s + quotedList(columns) + u';'};
    }
    QStringList operator()(const diff::CreateIndex &c) const
    {
        const auto &table = in.table(*c.table);
        return {createIndex(table, *table.indexes.find(c.index->name))};
    }
    QStringList operator()(const diff::CreateView &c) const
    {
        return {createView(*in.m_to.views.find(keyOf(*c.view)))};
    }
    QStringList operator()(const diff::CreatePolicy &c) const
    {
        const auto &table = in.table(*c.table);
        return {createPolicy(nameOf(table), *table.policies.find(c.policy->name))};
    }
    QStringList operator()(const diff::AddColumn &c) const
    {
        return {addColumn(in.table(*c.table), in.column(*c.table, *c.column))};
    }
    QStringList operator()(const diff::Rename &c) const { return {renameObject(c.from, c.to)}; }
    QStringList operator()(const diff::Move &c) const { return {moveObject(c.from, c.to)}; }
    QStringList operator()(const diff::AlterRole &c) const
    {
        return {alterRole(*in.m_to.roles.find(c.to->name))};
    }
    QStringList operator()(const diff::AddEnumValue &c) const
    {
        return {addEnumValue(*in.m_to.enums.find(keyOf(*c.type)), c.label, c.before)};
    }
    QStringList operator()(const diff::ReplaceEnum &c) const
    {
        return replaceEnum(*in.m_to.enums.find(keyOf(*c.to)), in.columnsOf(c));
    }
    QStringList operator()(const diff::AlterSequence &c) const
    {
        return {
            alterSequence(*in.m_old.sequence(catalog::idOf(*c.to)), *in.m_to.sequences.find(keyOf(*c.to)))};
    }
    QStringList operator()(const diff::SetType &c) const
    {
        return setType(in.table(*c.table), *in.m_old.column(idOfColumn(*c.table, *c.to)),
                       in.column(*c.table, *c.to));
    }
    QStringList operator()(const diff::SetDefault &c) const
    {
        if (in.isNew(*c.table) || in.writesDefaultElsewhere(c))
            return {};
        return alter(c, u"SET DEFAULT "_s + defaultSql(*in.column(*c.table, *c.column).defaultValue));
    }
    QStringList operator()(const diff::DropDefault &c) const { return alter(c, u"DROP DEFAULT"_s); }
    QStringList operator()(const diff::SetNotNull &c) const { return alter(c, u"SET NOT NULL"_s); }
    QStringList operator()(const diff::DropNotNull &c) const { return alter(c, u"DROP NOT NULL"_s); }
    QStringList operator()(const diff::AddIdentity &c) const
    {
        const auto &table = in.table(*c.table);
        return alter(c, u"ADD "_s + identityClause(table, *in.column(*c.table, *c.column).identity));
    }
    QStringList operator()(const diff::AlterIdentity &c) const
    {
        return alterIdentity(in.table(*c.table), *in.m_old.column(idOfColumn(*c.table, *c.to)),
                             in.column(*c.table, *c.to));
    }
    QStringList operator()(const diff::DropIdentity &c) const { return alter(c, u"DROP IDENTITY"_s); }
    QStringList operator()(const diff::DropExpression &c) const { return alter(c, u"DROP EXPRESSION"_s); }
    QStringList operator()(const diff::ReplaceColumn &c) const
    {
        const auto &table = in.table(*c.table);
        return {u"ALTER TABLE "_s + nameOf(table) + u" drop column "_s + quoteAlways(c.to->name) + u';',
                addColumn(table, in.column(*c.table, *c.to))};
    }
    QStringList operator()(const diff::SetRowSecurity &c) const
    {
        // Of a table that goes, too: drizzle-kit says it before.
        const auto table = tableNamed(c.table->schema, c.table->name);
        return {c.on ? enableRowSecurity(table) : disableRowSecurity(table)};
    }
    QStringList operator()(const diff::AlterView &c) const
    {
        return alterView(*in.m_old.view(catalog::idOf(*c.to)), *in.m_to.views.find(keyOf(*c.to)));
    }
    QStringList operator()(const diff::AlterPolicy &c) const
    {
        const auto &table = in.table(*c.table);
        return {alterPolicy(nameOf(table), *table.policies.find(c.to->name))};
    }
    QStringList operator()(const diff::Drop &c) const
    {
        const ObjectId holder{Kind::Table, c.id.schema, c.id.name};
        switch (c.id.kind) {
        case Kind::Table: return dropTable(renamedTable(c.id));
        case Kind::Index: return {dropIndex(tableNamed(c.id.schema, {}), c.id.name)};
        case Kind::Column: return {dropColumn(tableNamed(c.id.schema, c.id.name), c.id.part)};
        case Kind::Constraint: {
            const auto *old = in.m_old.table(holder);
            const auto text = dropConstraint(tableNamed(c.id.schema, c.id.name), c.id.part);
            return {old && old->foreignKeys.contains(c.id.part) ? text + u'\n' : text};
        }
        case Kind::Policy: return {dropPolicy(nameOf(tableNamed(c.id.schema, c.id.name)), c.id.part)};
        default: return {dropObject(c.id)};
        }
    }
    /// Everything else is there from the start.
    template<typename Other>
    QStringList operator()(const Other &) const
    {
        return {};
    }

private:
    static ObjectId idOf(const catalog::Table &table) { return catalog::idOf(table); }
    static ObjectId idOfColumn(const catalog::Table &table, const catalog::Column &column)
    {
        return catalog::partOf(idOf(table), Kind::Column, column.name);
    }
    static Table tableNamed(const QString &schema, const QString &name)
    {
        return {.name = name, .schema = schema == schemaOf({}) ? QString() : schema};
    }
    /// A table of before, as it is called now.
    Table renamedTable(const ObjectId &id) const
    {
        auto table = *in.m_old.table(id);
        table.name = id.name;
        table.schema = id.schema == schemaOf({}) ? QString() : id.schema;
        return table;
    }
    template<typename OfColumn>
    QStringList alter(const OfColumn &change, const QString &what) const
    {
        return {alterColumn(in.table(*change.table), in.column(*change.table, *change.column), what)};
    }
};

PlanRendering::PlanRendering(const diff::Plan &plan, const OldObjects &old, const Snapshot &to)
    : m_plan(plan)
    , m_old(old)
    , m_to(to)
{
    for (const auto &step : plan.steps) {
        if (const auto *made = std::get_if<diff::CreateTable>(&step.change))
            m_newTables.insert(made->table);
        else if (const auto *added = std::get_if<diff::AddColumn>(&step.change))
            m_newColumns.insert(
                catalog::partOf(catalog::idOf(*added->table), Kind::Column, added->column->name));
        else if (const auto *set = std::get_if<diff::SetType>(&step.change))
            if (column(*set->table, *set->to).typeSchema)
                m_toEnum.insert(catalog::partOf(catalog::idOf(*set->table), Kind::Column, set->to->name));
        if (const auto *replaced = std::get_if<diff::ReplaceEnum>(&step.change)) {
            for (const auto &each : columnsOf(*replaced))
                m_toEnum.insert(catalog::partOf(idOf(*each.table), Kind::Column, each.column->name));
        }
    }
}

QStringList PlanRendering::statementsOf(const diff::Step &step) const
{
    return std::visit(StatementsOf{*this}, step.change);
}

const Table &PlanRendering::table(const catalog::Table &table) const
{
    return *m_to.tables.find(keyOf(table));
}

const Column &PlanRendering::column(const catalog::Table &table, const catalog::Column &column) const
{
    return *this->table(table).columns.find(column.name);
}

std::vector<EnumColumn> PlanRendering::columnsOf(const diff::ReplaceEnum &change) const
{
    // Tables that are made before have it, too.
    QSet<QString> made;
    for (const auto &step : m_plan.steps) {
        if (const auto *table = std::get_if<diff::CreateTable>(&step.change))
            made.insert(keyOf(*table->table));
        const auto *replaced = std::get_if<diff::ReplaceEnum>(&step.change);
        if (replaced && replaced->to == change.to)
            break;
    }
    std::vector<EnumColumn> columns;
    const auto isIt = [&](const Column &column) {
        return column.typeSchema && schemaOf(*column.typeSchema) == change.to->schema &&
               column.type.section(u'[', 0, 0) == change.to->name;
    };
    for (const auto &[key, table] : m_to.tables) {
        const auto id = idOf(table);
        const auto *before = catalog::findTable(*m_plan.from, {id.schema, id.name});
        for (const auto &[name, column] : table.columns) {
            const auto *old = before ? catalog::findColumn(before->columns, column.name) : nullptr;
            const bool has = old ? old->type == typeSql(column) : made.contains(key);
            if (isIt(column) && has)
                columns.push_back({&table, &column, old && old->defaultSql});
        }
    }
    return columns;
}

/// With the type, or with the type's replacement.
bool PlanRendering::writesDefaultElsewhere(const diff::SetDefault &change) const
{
    return m_toEnum.contains(
        catalog::partOf(catalog::idOf(*change.table), Kind::Column, change.column->name));
}

} // namespace squall::drizzle

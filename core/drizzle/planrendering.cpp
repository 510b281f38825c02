#include "core/drizzle/planrendering.h"

#include "core/catalog/snapshot.h"
#include "core/diff/needs.h"
#include "core/drizzle/catalogof.h"
#include "core/drizzle/statements.h"

#include <QHash>

#include <type_traits>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// drizzle-kit's groups of statements, in its order.
enum Group { Standing, Schemas, Enums, Sequences, Roles, Tables, ForeignKeys, Indexes, Views, Policies };

struct GroupOf
{
    int operator()(const diff::CreateSchema &c) const
    {
        return c.schema->name == u"public" ? Standing : Schemas;
    }
    int operator()(const diff::CreateExtension &) const { return Standing; }
    int operator()(const diff::CreateEnum &) const { return Enums; }
    int operator()(const diff::CreateSequence &) const { return Sequences; }
    int operator()(const diff::AddConstraint &c) const
    {
        return c.constraint->type == catalog::Constraint::Type::ForeignKey ? ForeignKeys : Tables;
    }
    int operator()(const diff::CreateIndex &) const { return Indexes; }
    int operator()(const diff::CreateView &) const { return Views; }
    int operator()(const diff::CreatePolicy &) const { return Policies; }
    template<typename Other>
    int operator()(const Other &) const
    {
        return Tables;
    }
};

/// The number of each object in the order of the schema; a table's parts follow it.
QHash<ObjectId, int> placesIn(const Snapshot &snapshot)
{
    QHash<ObjectId, int> places;
    int next = 0;
    for (const auto &[key, name] : snapshot.schemas)
        places.insert({Kind::Schema, {}, name}, next++);
    for (const auto &[key, type] : snapshot.enums)
        places.insert({Kind::Enum, schemaOf(type.schema), type.name}, next++);
    for (const auto &[key, sequence] : snapshot.sequences)
        places.insert({Kind::Sequence, schemaOf(sequence.schema), sequence.name}, next++);
    for (const auto &[key, table] : snapshot.tables) {
        const ObjectId id{Kind::Table, schemaOf(table.schema), table.name};
        places.insert(id, next++);
        for (const auto &[name, column] : table.columns)
            places.insert(catalog::partOf(id, Kind::Default, column.name), next++);
        for (const auto &constraint : table.compositePrimaryKeys)
            places.insert(catalog::partOf(id, Kind::Constraint, constraint.second.name), next++);
        for (const auto &constraint : table.uniqueConstraints)
            places.insert(catalog::partOf(id, Kind::Constraint, constraint.second.name), next++);
        for (const auto &constraint : table.checkConstraints)
            places.insert(catalog::partOf(id, Kind::Constraint, constraint.second.name), next++);
        for (const auto &constraint : table.foreignKeys)
            places.insert(catalog::partOf(id, Kind::Constraint, constraint.second.name), next++);
        for (const auto &index : table.indexes)
            places.insert({Kind::Index, id.schema, index.second.name}, next++);
        for (const auto &policy : table.policies)
            places.insert(catalog::partOf(id, Kind::Policy, policy.second.name), next++);
    }
    for (const auto &[key, view] : snapshot.views)
        places.insert(
            {view.materialized ? Kind::MaterializedView : Kind::View, schemaOf(view.schema), view.name},
            next++);
    return places;
}

/// The statements of one step; the Snapshot has what a catalog cannot say.
class Writer
{
public:
    explicit Writer(const Snapshot &snapshot)
        : m_snapshot(snapshot)
    {
    }

    QStringList operator()(const diff::CreateSchema &c) const
    {
        return c.schema->name == u"public" ? QStringList() : QStringList{createSchema(c.schema->name)};
    }
    QStringList operator()(const diff::CreateEnum &c) const
    {
        return {createEnum(*m_snapshot.enums.find(keyOf(*c.type)))};
    }
    QStringList operator()(const diff::CreateSequence &c) const
    {
        return {createSequence(*m_snapshot.sequences.find(keyOf(*c.sequence)))};
    }
    QStringList operator()(const diff::CreateTable &c) const
    {
        const auto &table = tableOf(*c.table);
        QStringList statements{createTable(table)};
        if (c.table->rowSecurity)
            statements << enableRowSecurity(table);
        return statements;
    }
    QStringList operator()(const diff::AddConstraint &c) const
    {
        const auto &table = tableOf(*c.table);
        const auto *key = table.foreignKeys.find(c.constraint->name);
        return key ? QStringList{addForeignKey(table, *key)} : QStringList();
    }
    QStringList operator()(const diff::CreateIndex &c) const
    {
        const auto &table = tableOf(*c.table);
        return {createIndex(table, *table.indexes.find(c.index->name))};
    }
    QStringList operator()(const diff::CreateView &c) const
    {
        return {createView(*m_snapshot.views.find(keyOf(*c.view)))};
    }
    QStringList operator()(const diff::CreatePolicy &c) const
    {
        const auto &table = tableOf(*c.table);
        return {createPolicy(nameOf(table), *table.policies.find(c.policy->name))};
    }
    /// Everything else is there from the start, or written with its table.
    template<typename Other>
    QStringList operator()(const Other &) const
    {
        return {};
    }

private:
    static QString keyOf(const catalog::Object &object) { return object.schema + u'.' + object.name; }
    const Table &tableOf(const catalog::Table &table) const { return *m_snapshot.tables.find(keyOf(table)); }

    const Snapshot &m_snapshot;
};

} // namespace

diff::Rank rankIn(const Snapshot &snapshot)
{
    return [places = placesIn(snapshot)](const diff::Change &change) {
        return std::pair(std::visit(GroupOf{}, change), places.value(diff::produces(change), 0));
    };
}

QStringList statementsOf(const diff::Plan &plan, const Snapshot &snapshot)
{
    QStringList statements;
    bool rolesWritten = false;
    const auto writeRoles = [&] {
        for (const auto &[key, role] : snapshot.roles)
            statements << createRole(role);
        rolesWritten = true;
    };
    for (const auto &step : plan.steps) {
        if (!rolesWritten && std::visit(GroupOf{}, step.change) > Roles)
            writeRoles();
        statements += std::visit(Writer(snapshot), step.change);
    }
    if (!rolesWritten)
        writeRoles();
    for (const auto &[key, policy] : snapshot.policies) {
        if (policy.on)
            statements << createPolicy(*policy.on, policy);
    }
    return statements;
}

Result<QStringList> creationOf(const Snapshot &snapshot)
{
    const auto plan =
        diff::planCreation(std::make_shared<const catalog::Snapshot>(catalogOf(snapshot)), rankIn(snapshot));
    if (!plan)
        return plan.error();
    return statementsOf(*plan, snapshot);
}

} // namespace squall::drizzle

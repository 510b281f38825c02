#include "core/drizzle/kitorder.h"

#include "core/diff/findconstraint.h"
#include "core/diff/needs.h"
#include "core/diff/renamed.h"
#include "core/drizzle/catalogof.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <type_traits>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

using ConstraintType = catalog::Constraint::Type;

/// A change's group, where new tables have groups of their own.
class Grouping
{
public:
    Grouping(const diff::Difference &difference, const QSet<ObjectId> &newTables)
        : m_difference(difference)
        , m_newTables(newTables)
    {
    }

    Group operator()(const diff::CreateSchema &c) const
    {
        return c.schema->name == schemaOf({}) ? Group::Standing : Group::CreateSchemas;
    }
    Group operator()(const diff::CreateExtension &) const { return Group::Standing; }
    Group operator()(const diff::CreateEnum &) const { return Group::CreateEnums; }
    Group operator()(const diff::CreateSequence &) const { return Group::CreateSequences; }
    Group operator()(const diff::CreateRole &) const { return Group::CreateRoles; }
    Group operator()(const diff::AlterRole &) const { return Group::AlterRoles; }
    Group operator()(const diff::AddEnumValue &) const { return Group::AddEnumValues; }
    Group operator()(const diff::ReplaceEnum &) const { return Group::ReplaceEnums; }
    Group operator()(const diff::AlterSequence &) const { return Group::AlterSequences; }
    Group operator()(const diff::AddConstraint &c) const
    {
        const bool isNew = m_newTables.contains(idOf(*c.table));
        switch (c.constraint->type) {
        case ConstraintType::ForeignKey: return isNew ? Group::NewForeignKeys : Group::AddForeignKeys;
        case ConstraintType::Unique: return isNew ? Group::CreateTables : Group::AddUniques;
        case ConstraintType::Check: return isNew ? Group::CreateTables : Group::AddChecks;
        default: break;
        }
        if (isNew)
            return Group::CreateTables;
        return c.constraint->columns.size() > 1 ? Group::AddCompositeKeys : Group::AlterColumns;
    }
    Group operator()(const diff::CreateIndex &c) const
    {
        return m_newTables.contains(idOf(*c.table)) ? Group::NewIndexes : Group::AddIndexes;
    }
    Group operator()(const diff::CreateView &) const { return Group::CreateViews; }
    Group operator()(const diff::AlterView &) const { return Group::AlterViews; }
    Group operator()(const diff::CreatePolicy &) const { return Group::CreatePolicies; }
    Group operator()(const diff::AlterPolicy &) const { return Group::AlterPolicies; }
    Group operator()(const diff::AddColumn &) const { return Group::AddColumns; }
    Group operator()(const diff::SetRowSecurity &c) const
    {
        return c.on ? Group::EnableRowSecurity : Group::DisableRowSecurity;
    }
    Group operator()(const diff::SetDefault &c) const
    {
        return m_newTables.contains(idOf(*c.table)) ? Group::CreateTables : Group::AlterColumns;
    }
    Group operator()(const diff::Rename &c) const
    {
        switch (c.from.kind) {
        case Kind::Schema: return Group::RenameSchemas;
        case Kind::Enum: return Group::RenameEnums;
        case Kind::Sequence: return Group::RenameSequences;
        case Kind::Role: return Group::RenameRoles;
        case Kind::Column: return Group::RenameColumns;
        case Kind::Policy: return Group::RenamePolicies;
        case Kind::View:
        case Kind::MaterializedView: return Group::RenameViews;
        default: return Group::RenameTables;
        }
    }
    Group operator()(const diff::Move &c) const
    {
        switch (c.from.kind) {
        case Kind::Enum: return Group::MoveEnums;
        case Kind::Sequence: return Group::MoveSequences;
        case Kind::View:
        case Kind::MaterializedView: return Group::AlterViews;
        default: return Group::MoveTables;
        }
    }
    Group operator()(const diff::Drop &c) const
    {
        switch (c.id.kind) {
        case Kind::Schema: return Group::DropSchemas;
        case Kind::Enum: return Group::DropEnums;
        case Kind::Sequence: return Group::DropSequences;
        case Kind::Role: return Group::DropRoles;
        case Kind::Column: return Group::DropColumns;
        case Kind::Policy: return Group::DropPolicies;
        case Kind::Index: return Group::DropIndexes;
        case Kind::View:
        case Kind::MaterializedView: return Group::DropViews;
        case Kind::Constraint: return groupOfConstraint(c.id);
        default: return Group::DropTables;
        }
    }
    template<typename Other>
    Group operator()(const Other &) const
    {
        return std::is_same_v<Other, diff::CreateTable> ? Group::CreateTables : Group::AlterColumns;
    }

private:
    Group groupOfConstraint(const ObjectId &id) const
    {
        const auto *constraint = m_difference.from ? diff::findConstraint(*m_difference.from, id) : nullptr;
        if (!constraint)
            return Group::DropChecks;
        switch (constraint->type) {
        case ConstraintType::ForeignKey: return Group::DropForeignKeys;
        case ConstraintType::Unique: return Group::DropUniques;
        case ConstraintType::PrimaryKey:
            return constraint->columns.size() > 1 ? Group::DropCompositeKeys : Group::AlterColumns;
        default: return Group::DropChecks;
        }
    }

    const diff::Difference &m_difference;
    const QSet<ObjectId> &m_newTables;
};

QSet<ObjectId> newTables(const diff::Difference &difference)
{
    QSet<ObjectId> tables;
    for (const auto &change : difference.changes) {
        if (const auto *made = std::get_if<diff::CreateTable>(&change))
            tables.insert(idOf(*made->table));
    }
    return tables;
}

/// The number of each object in the order of a schema, under its new name; a table's parts follow it.
QHash<ObjectId, int> placesIn(const Snapshot &snapshot, const diff::Renames &renames)
{
    QHash<ObjectId, int> places;
    int next = 0;
    const auto add = [&](const ObjectId &id) { places.insert(diff::renamed(id, renames), next++); };
    for (const auto &[key, name] : snapshot.schemas)
        add({Kind::Schema, {}, name});
    for (const auto &[key, type] : snapshot.enums)
        add({Kind::Enum, schemaOf(type.schema), type.name});
    for (const auto &[key, sequence] : snapshot.sequences)
        add({Kind::Sequence, schemaOf(sequence.schema), sequence.name});
    for (const auto &[key, role] : snapshot.roles)
        add({Kind::Role, {}, role.name});
    for (const auto &[key, table] : snapshot.tables) {
        const ObjectId id{Kind::Table, schemaOf(table.schema), table.name};
        add(id);
        for (const auto &[name, column] : table.columns)
            add(catalog::partOf(id, Kind::Column, column.name));
        const auto addConstraints = [&](const auto &constraints) {
            for (const auto &constraint : constraints)
                add(catalog::partOf(id, Kind::Constraint, constraint.second.name));
        };
        addConstraints(table.compositePrimaryKeys);
        addConstraints(table.uniqueConstraints);
        addConstraints(table.checkConstraints);
        addConstraints(table.foreignKeys);
        const auto now = diff::renamed(id, renames);
        for (const auto &index : table.indexes)
            places.insert({Kind::Index, now.schema, index.second.name}, next++);
        for (const auto &policy : table.policies)
            add(catalog::partOf(id, Kind::Policy, policy.second.name));
    }
    for (const auto &[key, view] : snapshot.views)
        add({view.materialized ? Kind::MaterializedView : Kind::View, schemaOf(view.schema), view.name});
    return places;
}

/// A column's changes follow each other.
template<typename Changed>
int stepInColumn(const Changed &)
{
    if constexpr (std::is_same_v<Changed, diff::SetType>)
        return 0;
    else if constexpr (std::is_same_v<Changed, diff::SetDefault> ||
                       std::is_same_v<Changed, diff::DropDefault>)
        return 1;
    else if constexpr (std::is_same_v<Changed, diff::SetNotNull> ||
                       std::is_same_v<Changed, diff::DropNotNull>)
        return 2;
    else if constexpr (std::is_same_v<Changed, diff::AddIdentity> ||
                       std::is_same_v<Changed, diff::AlterIdentity> ||
                       std::is_same_v<Changed, diff::DropIdentity>)
        return 3;
    else
        return 4;
}

/// What a primary key is that has one column: a property of that column, which is told first of a table.
bool isKey(const diff::Change &change)
{
    if (const auto *drop = std::get_if<diff::Drop>(&change))
        return drop->id.kind == Kind::Constraint;
    return std::holds_alternative<diff::AddConstraint>(change);
}

bool isTableMajor(Group group)
{
    switch (group) {
    case Group::DropUniques:
    case Group::DropChecks:
    case Group::DropForeignKeys:
    case Group::DropCompositeKeys:
    case Group::AlterColumns:
    case Group::AddCompositeKeys:
    case Group::AddColumns:
    case Group::AddForeignKeys:
    case Group::DropColumns:
    case Group::AddUniques:
    case Group::AddChecks: return true;
    default: return false;
    }
}

} // namespace

std::function<Group(const diff::Change &)> groupsOf(const diff::Difference &difference)
{
    return [&difference, tables = newTables(difference)](const diff::Change &change) {
        return std::visit(Grouping(difference, tables), change);
    };
}

diff::Rank kitOrder(const diff::Difference &difference, const Snapshot &from, const Snapshot &to,
                    const diff::Renames &renames)
{
    // Indexes do not say which table they are of.
    QHash<ObjectId, ObjectId> tableOf;
    for (const auto &snapshot : {difference.from, difference.to}) {
        if (!snapshot)
            continue;
        for (const auto &table : snapshot->tables) {
            for (const auto &index : table.indexes)
                tableOf.insert(catalog::indexId(table.schema, index), idOf(table));
        }
    }
    return
        [group = groupsOf(difference), tableOf, tables = newTables(difference), old = placesIn(from, renames),
         now = placesIn(to, {})](const diff::Change &change) -> std::array<int, 4> {
            const auto in = group(change);
            auto id = diff::produces(change);
            if (id.kind == Kind::Default)
                id.kind = Kind::Column;
            if (id.kind == Kind::Column)
                id.part = id.part.section(u'\n', 0, 0);
            const auto table = id.kind == Kind::Index ? tableOf.value(id)
                               : id.part.isEmpty()    ? id
                                                      : ObjectId{Kind::Table, id.schema, id.name};
            if (id.kind == Kind::Table || id.kind == Kind::Enum)
                id.part.clear();
            // What is in both schemas has the order of the old one, and stands behind what is in one only.
            const bool both = old.contains(id) && now.contains(id);
            const int place = old.contains(id) ? old.value(id) : now.value(id, 0);
            const int tablePlace = old.contains(table) ? old.value(table) : now.value(table, 0);
            const int number = static_cast<int>(in);
            if (in == Group::AlterColumns) {
                const int step = std::visit([](const auto &each) { return stepInColumn(each); }, change);
                const bool drops = std::holds_alternative<diff::Drop>(change);
                return {number, tablePlace, isKey(change) ? (drops ? -2 : -1) : place, step};
            }
            // Renames come in the order of what they make.
            if (std::holds_alternative<diff::Rename>(change))
                return {number, id.part.isEmpty() ? 0 : tablePlace, now.value(id, 0), 0};
            // Tables that stay, as they are now; then those that go.
            if (in == Group::EnableRowSecurity || in == Group::DisableRowSecurity)
                return {number, now.contains(table) ? 0 : 1, now.value(table, place), 0};
            if (in == Group::CreatePolicies)
                return {number, tables.contains(table) ? 2 : (both ? 1 : 0), tablePlace, place};
            if (in == Group::AlterViews)
                return {number, std::holds_alternative<diff::Move>(change) ? 0 : 1, place, 0};
            if (isTableMajor(in))
                return {number, tablePlace, both ? 1 : 0, place};
            return {number, both ? 1 : 0, tablePlace, place};
        };
}

} // namespace squall::drizzle

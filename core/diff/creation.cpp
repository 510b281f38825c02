#include "core/diff/creation.h"

#include <algorithm>

namespace squall::diff {

using namespace catalog;

namespace {

/// Kinds of definitions that tables may be built upon; the others (statistics, publications, …) come after
/// them.
bool comesBeforeTables(Kind kind)
{
    return kind < Kind::Table;
}

/// A partition's copy of its parent's constraint comes with attaching it, as do copies of inherited ones.
bool comesByItself(const Table &table, const Constraint &constraint)
{
    if (constraint.inheritedForeignKey)
        return true;
    if (table.isPartition())
        return false;
    return !constraint.local &&
           (constraint.type == Constraint::Type::Check || constraint.type == Constraint::Type::NotNull);
}

void addTableFacts(std::vector<Change> &changes, const Table &table)
{
    for (const auto &column : table.columns) {
        if (column.defaultSql && column.generated == Column::Generated::No)
            changes.emplace_back(SetDefault{&table, &column});
    }
    for (const auto &constraint : table.constraints) {
        // Named NOT NULLs are written with their columns.
        if (constraint.type == Constraint::Type::Check && !comesByItself(table, constraint))
            changes.emplace_back(AddConstraint{&table, &constraint});
    }
}

void addKeysAndIndexes(std::vector<Change> &changes, const Table &table)
{
    for (const auto &constraint : table.constraints) {
        const bool key = constraint.type == Constraint::Type::PrimaryKey ||
                         constraint.type == Constraint::Type::Unique ||
                         constraint.type == Constraint::Type::Exclusion;
        if (key)
            changes.emplace_back(AddConstraint{&table, &constraint});
    }
    for (const auto &index : table.indexes) {
        // An index that a failed CONCURRENTLY left behind serves nobody; a partitioned one may be waiting for
        // its parts.
        if (index.constraint.isEmpty() && (index.valid || table.isPartitioned()))
            changes.emplace_back(CreateIndex{&table, &index});
    }
}

void addForeignKeys(std::vector<Change> &changes, const Table &table)
{
    for (const auto &constraint : table.constraints) {
        if (constraint.type == Constraint::Type::ForeignKey && !comesByItself(table, constraint))
            changes.emplace_back(AddConstraint{&table, &constraint});
    }
}

template<typename Fact, typename List>
void addEach(std::vector<Change> &changes, const List &list)
{
    for (const auto &item : list)
        changes.emplace_back(Fact{&item});
}

void addDefinitions(std::vector<Change> &changes, const Snapshot &snapshot, bool beforeTables)
{
    std::vector<const Definition *> chosen;
    for (const auto &definition : snapshot.definitions) {
        // Event triggers would fire on what follows them.
        if (definition.kind != Kind::EventTrigger && comesBeforeTables(definition.kind) == beforeTables)
            chosen.push_back(&definition);
    }
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](const Definition *a, const Definition *b) { return a->kind < b->kind; });
    for (const auto *definition : chosen)
        changes.emplace_back(CreateDefinition{definition});
}

void addTriggersAndRules(std::vector<Change> &changes, const Snapshot &snapshot)
{
    for (const auto &table : snapshot.tables) {
        for (const auto &rule : table.rules)
            changes.emplace_back(CreateRule{&table, nullptr, &rule});
        for (const auto &trigger : table.triggers)
            changes.emplace_back(CreateTrigger{&table, nullptr, &trigger});
        for (const auto &policy : table.policies)
            changes.emplace_back(CreatePolicy{&table, &policy});
    }
    for (const auto &view : snapshot.views) {
        for (const auto &rule : view.rules)
            changes.emplace_back(CreateRule{nullptr, &view, &rule});
        for (const auto &trigger : view.triggers)
            changes.emplace_back(CreateTrigger{nullptr, &view, &trigger});
    }
}

void addTables(std::vector<Change> &changes, const Snapshot &snapshot)
{
    for (const auto &table : snapshot.tables) {
        changes.emplace_back(CreateTable{&table});
        addTableFacts(changes, table);
        const bool keysInside = !table.isPartitioned() && !table.isPartition();
        if (keysInside)
            addKeysAndIndexes(changes, table);
    }
    for (const auto &table : snapshot.tables) {
        if (table.isPartition())
            changes.emplace_back(AttachPartition{&table});
    }
    // Made before their partitions are attached, keys and indexes would be copied to them under names of
    // their own.
    for (const auto &table : snapshot.tables) {
        if (table.isPartitioned() || table.isPartition())
            addKeysAndIndexes(changes, table);
    }
    for (const auto &table : snapshot.tables) {
        for (const auto &index : table.indexes) {
            if (!index.parent.isEmpty())
                changes.emplace_back(AttachIndex{&table, &index});
        }
    }
}

} // namespace

std::vector<Change> creationOf(const Snapshot &snapshot)
{
    std::vector<Change> changes;
    changes.reserve(snapshot.tables.size() * 8 + 64);
    addEach<CreateSchema>(changes, snapshot.schemas);
    addEach<CreateExtension>(changes, snapshot.extensions);
    addEach<CreateEnum>(changes, snapshot.enums);
    addEach<CreateDomain>(changes, snapshot.domains);
    addEach<CreateComposite>(changes, snapshot.composites);
    for (const auto &range : snapshot.ranges) {
        if (!range.canonicalFunction.isEmpty())
            changes.emplace_back(CreateShell{&range});
    }
    addEach<CreateRange>(changes, snapshot.ranges);
    addEach<CreateFunction>(changes, snapshot.functions);
    addDefinitions(changes, snapshot, true);
    addEach<CreateSequence>(changes, snapshot.sequences);
    addTables(changes, snapshot);
    for (const auto &sequence : snapshot.sequences) {
        if (!sequence.ownerTable.isEmpty())
            changes.emplace_back(OwnSequence{&sequence});
    }
    for (const auto &view : snapshot.views) {
        changes.emplace_back(CreateView{&view});
        for (const auto &column : view.columns) {
            if (column.defaultSql)
                changes.emplace_back(SetViewDefault{&view, &column});
        }
        for (const auto &index : view.indexes) {
            if (index.valid)
                changes.emplace_back(CreateViewIndex{&view, &index});
        }
    }
    addTriggersAndRules(changes, snapshot);
    for (const auto &table : snapshot.tables)
        addForeignKeys(changes, table);
    addDefinitions(changes, snapshot, false);
    for (const auto &function : snapshot.functions) {
        if (!function.privileges.isDefault())
            changes.emplace_back(SetFunctionRights{&function});
    }
    addEach<AlterDefaultPrivileges>(changes, snapshot.defaultPrivileges);
    for (const auto &definition : snapshot.definitions) {
        if (definition.kind == Kind::EventTrigger)
            changes.emplace_back(CreateDefinition{&definition});
    }
    return changes;
}

} // namespace squall::diff

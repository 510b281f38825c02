#pragma once

#include "core/diff/plan.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// drizzle-kit's groups of statements, in its order.
enum class Group {
    Standing, ///< what every database has
    CreateSchemas,
    RenameSchemas,
    CreateEnums,
    MoveEnums,
    RenameEnums,
    AddEnumValues,
    CreateSequences,
    MoveSequences,
    RenameSequences,
    AlterSequences,
    RenameRoles,
    DropRoles,
    CreateRoles,
    AlterRoles,
    CreateTables,
    EnableRowSecurity,
    DisableRowSecurity,
    DropViews,
    RenameViews,
    AlterViews,
    DropTables,
    MoveTables,
    RenameTables,
    RenameColumns,
    DropUniques,
    DropChecks,
    DropForeignKeys,
    ReplaceEnums,
    DropIndexes,
    DropCompositeKeys,
    AlterColumns,
    AddCompositeKeys,
    AddColumns,
    NewForeignKeys,
    NewIndexes,
    AddForeignKeys,
    AddIndexes,
    DropColumns,
    AddUniques,
    AddChecks,
    CreateViews,
    RenamePolicies,
    DropPolicies,
    CreatePolicies,
    AlterPolicies,
    LinkedPolicies, ///< on tables outside of the schema
    DropEnums,
    DropSequences,
    DropSchemas,
};

/// Finds the group that a change of `difference` is written in; it must outlive the answer.
std::function<Group(const diff::Change &)> groupsOf(const diff::Difference &difference);

/// Where drizzle-kit would write the changes of a difference: by groups, and in each by the order of the
/// schemas, where what goes comes before what changes, and what is new before what changes.
/// `difference` must outlive it.
diff::Rank kitOrder(const diff::Difference &difference, const Snapshot &from, const Snapshot &to,
                    const diff::Renames &renames);

} // namespace squall::drizzle

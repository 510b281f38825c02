#pragma once

#include "core/base/objectid.h"
#include "core/catalog/snapshot.h"

#include <variant>

namespace squall::diff {

// One struct per fact that can change. They point into the Snapshots that the Plan keeps alive.
// Foreign keys, defaults, checks, keys and attachments are facts of their own, so cycles cannot form;
// `Plan` folds them back into their table where nothing stands between.
// What there was before is called by its new names everywhere but in Rename and Move.

// What comes into being.

struct CreateSchema
{
    const catalog::Schema *schema;
};
struct CreateExtension
{
    const catalog::Extension *extension;
};
struct CreateEnum
{
    const catalog::Enum *type;
};
struct CreateDomain
{
    const catalog::Domain *type;
};
struct CreateComposite
{
    const catalog::Composite *type;
};
/// The mere name of a range type whose canonical function takes and returns it.
struct CreateShell
{
    const catalog::Range *type;
};
struct CreateRange
{
    const catalog::Range *type;
};
struct CreateFunction
{
    const catalog::Function *function;
};
/// Who may call it, at the very end: indexes are built as their table's owner, who may have lost the right
/// since.
struct SetFunctionRights
{
    const catalog::Function *function;
};
struct CreateDefinition
{
    const catalog::Definition *definition;
};
struct CreateSequence
{
    const catalog::Sequence *sequence;
};
/// OWNED BY, once both are there.
struct OwnSequence
{
    const catalog::Sequence *sequence;
};
struct CreateTable
{
    const catalog::Table *table;
};
struct SetDefault
{
    const catalog::Table *table;
    const catalog::Column *column;
};
struct AddConstraint
{
    const catalog::Table *table;
    const catalog::Constraint *constraint;
};
struct AttachPartition
{
    const catalog::Table *partition;
};
struct CreateIndex
{
    const catalog::Table *table;
    const catalog::Index *index;
};
struct AttachIndex
{
    const catalog::Table *table;
    const catalog::Index *index;
};
struct CreateView
{
    const catalog::View *view;
};
struct SetViewDefault
{
    const catalog::View *view;
    const catalog::Column *column;
};
struct CreateViewIndex
{
    const catalog::View *view;
    const catalog::Index *index;
};
/// On a table when `table` is set, else on the view.
struct CreateTrigger
{
    const catalog::Table *table;
    const catalog::View *view;
    const catalog::Trigger *trigger;
};
struct CreateRule
{
    const catalog::Table *table;
    const catalog::View *view;
    const catalog::Rule *rule;
};
struct CreatePolicy
{
    const catalog::Table *table;
    const catalog::Policy *policy;
};
struct AlterDefaultPrivileges
{
    const catalog::DefaultPrivileges *privileges;
};

/// Of a whole cluster, and never in the creation of a database.
struct CreateRole
{
    const catalog::Role *role;
};
/// With its default or expression, and its identity.
struct AddColumn
{
    const catalog::Table *table;
    const catalog::Column *column;
};

// What is there and stays. `table` is the new one.

/// In its schema, or in its table.
struct Rename
{
    ObjectId from;
    ObjectId to;
};
/// To another schema, under the name it has.
struct Move
{
    ObjectId from;
    ObjectId to;
};
struct AlterRole
{
    const catalog::Role *from;
    const catalog::Role *to;
};
struct AddEnumValue
{
    const catalog::Enum *type;
    QString label;
    QString before; ///< a label that was there; empty for the end
};
/// Labels are gone, or in another order: another type takes its place, in every column that has it.
struct ReplaceEnum
{
    const catalog::Enum *from;
    const catalog::Enum *to;
};
struct AlterSequence
{
    const catalog::Sequence *from;
    const catalog::Sequence *to;
};
struct SetType
{
    const catalog::Table *table;
    const catalog::Column *from;
    const catalog::Column *to;
};
struct DropDefault
{
    const catalog::Table *table;
    const catalog::Column *column;
};
struct SetNotNull
{
    const catalog::Table *table;
    const catalog::Column *column;
};
struct DropNotNull
{
    const catalog::Table *table;
    const catalog::Column *column;
};
struct AddIdentity
{
    const catalog::Table *table;
    const catalog::Column *column;
};
struct AlterIdentity
{
    const catalog::Table *table;
    const catalog::Column *from;
    const catalog::Column *to;
};
struct DropIdentity
{
    const catalog::Table *table;
    const catalog::Column *column;
};
/// A generated column keeps its values, and becomes an ordinary one.
struct DropExpression
{
    const catalog::Table *table;
    const catalog::Column *column;
};
/// Dropped and added again: no column becomes a generated one, or gets another expression.
struct ReplaceColumn
{
    const catalog::Table *table;
    const catalog::Column *from;
    const catalog::Column *to;
};
struct SetRowSecurity
{
    const catalog::Table *table;
    bool on;
};
/// Its options, its tablespace, its access method.
struct AlterView
{
    const catalog::View *from;
    const catalog::View *to;
};
/// Its roles and its conditions.
struct AlterPolicy
{
    const catalog::Table *table;
    const catalog::Policy *from;
    const catalog::Policy *to;
};

/// What goes.
struct Drop
{
    ObjectId id;
};

using Change =
    std::variant<CreateSchema, CreateExtension, CreateEnum, CreateDomain, CreateComposite, CreateShell,
                 CreateRange, CreateFunction, SetFunctionRights, CreateDefinition, CreateSequence,
                 OwnSequence, CreateTable, SetDefault, AddConstraint, AttachPartition, CreateIndex,
                 AttachIndex, CreateView, SetViewDefault, CreateViewIndex, CreateTrigger, CreateRule,
                 CreatePolicy, AlterDefaultPrivileges, CreateRole, AddColumn, Rename, Move, AlterRole,
                 AddEnumValue, ReplaceEnum, AlterSequence, SetType, DropDefault, SetNotNull, DropNotNull,
                 AddIdentity, AlterIdentity, DropIdentity, DropExpression, ReplaceColumn, SetRowSecurity,
                 AlterView, AlterPolicy, Drop>;

} // namespace squall::diff

#pragma once

#include "core/catalog/snapshot.h"

#include <variant>

namespace squall::diff {

// One struct per fact that can come into being. They point into the Snapshot that the Plan keeps alive.
// Foreign keys, defaults, checks, keys and attachments are facts of their own, so cycles cannot form;
// `Plan` folds them back into their table where nothing stands between.

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

using Change = std::variant<CreateSchema, CreateExtension, CreateEnum, CreateDomain, CreateComposite,
                            CreateShell, CreateRange, CreateFunction, SetFunctionRights, CreateDefinition,
                            CreateSequence, OwnSequence, CreateTable, SetDefault, AddConstraint,
                            AttachPartition, CreateIndex, AttachIndex, CreateView, SetViewDefault,
                            CreateViewIndex, CreateTrigger, CreateRule, CreatePolicy, AlterDefaultPrivileges>;

} // namespace squall::diff

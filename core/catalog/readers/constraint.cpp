#include "core/catalog/readers.h"
#include "core/catalog/readers/append.h"

namespace squall::catalog {

namespace {

Constraint::Type typeOf(char letter)
{
    switch (letter) {
    case 'p': return Constraint::Type::PrimaryKey;
    case 'u': return Constraint::Type::Unique;
    case 'f': return Constraint::Type::ForeignKey;
    case 'x': return Constraint::Type::Exclusion;
    case 'n': return Constraint::Type::NotNull;
    default: return Constraint::Type::Check;
    }
}

Constraint::Match matchOf(char letter)
{
    switch (letter) {
    case 'f': return Constraint::Match::Full;
    case 'p': return Constraint::Match::Partial;
    default: return Constraint::Match::Simple;
    }
}

Constraint::Action actionOf(char letter)
{
    switch (letter) {
    case 'r': return Constraint::Action::Restrict;
    case 'c': return Constraint::Action::Cascade;
    case 'n': return Constraint::Action::SetNull;
    case 'd': return Constraint::Action::SetDefault;
    default: return Constraint::Action::NoAction;
    }
}

void readForeignKey(Row &row, Assembly &assembly, Oid relation, Constraint &constraint)
{
    const Oid referenced = row.oid();
    constraint.referencedTable = assembly.relationName(referenced);
    constraint.referencedColumns = assembly.columnNames(referenced, row.numbers());
    constraint.match = matchOf(row.letter());
    constraint.onUpdate = actionOf(row.letter());
    constraint.onDelete = actionOf(row.letter());
    constraint.onDeleteColumns = assembly.columnNames(relation, row.numbers());
    constraint.inheritedForeignKey = row.flag();
    if (constraint.inheritedForeignKey || assembly.isMember(Catalog::Relation, referenced))
        return;
    assembly.addDependency(partOf(idOf(*assembly.table(relation)), Kind::Constraint, constraint.name),
                           {Kind::Index, constraint.referencedTable.schema, row.text()});
}

} // namespace

void readConstraint(Row &row, Assembly &assembly)
{
    const Oid relation = row.oid();
    auto *table = assembly.table(relation);
    if (!table)
        return;
    Constraint constraint;
    constraint.name = row.text();
    constraint.type = typeOf(row.letter());
    constraint.columns = assembly.columnNames(relation, row.numbers());
    constraint.deferrable = row.flag();
    constraint.initiallyDeferred = row.flag();
    constraint.validated = row.flag();
    constraint.enforced = row.flag();
    // The server sets it for keys too, where it means nothing and depends on how a partition came about.
    const bool inheritable =
        constraint.type == Constraint::Type::Check || constraint.type == Constraint::Type::NotNull;
    constraint.noInherit = row.flag() && inheritable;
    constraint.local = row.flag();
    constraint.inheritedFrom = static_cast<int>(row.number());
    constraint.period = row.flag();
    constraint.comment = row.text();
    constraint.expression = row.text();
    constraint.definition = row.text();
    const Oid index = row.oid();
    if (constraint.type == Constraint::Type::ForeignKey)
        readForeignKey(row, assembly, relation, constraint);
    else if (index != 0)
        assembly.constraintIndexes.insert(index);
    append(table->constraints, std::move(constraint));
}

} // namespace squall::catalog

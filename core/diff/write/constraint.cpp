#include "core/diff/write/constraint.h"

#include "core/base/quote.h"
#include "core/catalog/snapshot.h"
#include "core/catalog/words.h"
#include "core/diff/write/clauses.h"
#include "core/diff/write/index.h"
#include "core/diff/write/rights.h"

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

/// `(a, b WITHOUT OVERLAPS)` or `(a, PERIOD b)`.
QString columnsWithPeriod(const QStringList &columns, bool period, bool foreign)
{
    if (!period)
        return columnList(columns);
    QStringList names;
    for (const auto &column : columns)
        names << quote(column);
    names.back() = foreign ? u"PERIOD "_s + names.back() : names.back() + u" WITHOUT OVERLAPS"_s;
    return u'(' + names.join(u", "_s) + u')';
}

QString keyClause(const Table &table, const Constraint &constraint)
{
    const auto *index = findIndex(table.indexes, constraint.name);
    QString clause = constraint.type == Constraint::Type::PrimaryKey ? u"PRIMARY KEY "_s : u"UNIQUE "_s;
    if (index && index->nullsNotDistinct)
        clause += u"NULLS NOT DISTINCT "_s;
    clause += columnsWithPeriod(constraint.columns, constraint.period, false);
    if (!index)
        return clause;
    if (!index->include.isEmpty())
        clause += u" INCLUDE "_s + columnList(index->include);
    if (!index->options.isEmpty())
        clause += u" WITH ("_s + storageParameters(index->options) + u')';
    if (!index->tablespace.isEmpty())
        clause += u" USING INDEX TABLESPACE "_s + quote(index->tablespace);
    return clause;
}

QString foreignKeyClause(const Constraint &constraint)
{
    QString clause = u"FOREIGN KEY "_s + columnsWithPeriod(constraint.columns, constraint.period, true) +
                     u" REFERENCES "_s + quoted(constraint.referencedTable) + u' ' +
                     columnsWithPeriod(constraint.referencedColumns, constraint.period, true);
    if (constraint.match != Constraint::Match::Simple)
        clause += constraint.match == Constraint::Match::Full ? u" MATCH FULL"_s : u" MATCH PARTIAL"_s;
    if (constraint.onUpdate != Constraint::Action::NoAction)
        clause += u" ON UPDATE "_s + word(constraint.onUpdate).toUpper();
    if (constraint.onDelete != Constraint::Action::NoAction)
        clause += u" ON DELETE "_s + word(constraint.onDelete).toUpper();
    if (!constraint.onDeleteColumns.isEmpty())
        clause += u' ' + columnList(constraint.onDeleteColumns);
    return clause;
}

QString body(const Table &table, const Constraint &constraint)
{
    switch (constraint.type) {
    case Constraint::Type::PrimaryKey:
    case Constraint::Type::Unique: return keyClause(table, constraint);
    case Constraint::Type::ForeignKey: return foreignKeyClause(constraint);
    case Constraint::Type::Check:
        return u"CHECK ("_s + constraint.expression + u')' +
               (constraint.noInherit ? u" NO INHERIT"_s : QString());
    case Constraint::Type::Exclusion: return constraint.definition;
    case Constraint::Type::NotNull:
        return u"NOT NULL "_s + quote(constraint.columns.value(0)) +
               (constraint.noInherit ? u" NO INHERIT"_s : QString());
    }
    Q_UNREACHABLE();
}

} // namespace

QString constraintClause(const Table &table, const Constraint &constraint)
{
    QString clause = u"CONSTRAINT "_s + quote(constraint.name) + u' ' + body(table, constraint);
    // pg_get_constraintdef says these of an exclusion constraint itself.
    if (constraint.type != Constraint::Type::Exclusion) {
        if (constraint.deferrable)
            clause += u" DEFERRABLE"_s;
        if (constraint.initiallyDeferred)
            clause += u" INITIALLY DEFERRED"_s;
    }
    if (!constraint.enforced)
        clause += u" NOT ENFORCED"_s;
    else if (!constraint.validated)
        clause += u" NOT VALID"_s;
    return clause;
}

QStringList afterConstraint(const Table &table, const Constraint &constraint)
{
    QStringList statements;
    if (!constraint.comment.isEmpty()) {
        const QString on = quote(constraint.name) + u" ON "_s + quote(table.schema, table.name);
        statements = commentOn(u"CONSTRAINT "_s + on, constraint.comment);
    }
    if (constraint.type != Constraint::Type::ForeignKey && constraint.type != Constraint::Type::Check) {
        if (const auto *index = findIndex(table.indexes, constraint.name))
            statements += afterIndex(quote(table.schema, table.name), table.schema, *index);
    }
    return statements;
}

QStringList addConstraint(const Table &table, const Constraint &constraint)
{
    // A check goes down to children that exist by now; a key of a partitioned table is given to each part by
    // name. PostgreSQL takes no ONLY for foreign keys of partitioned tables.
    const bool only = constraint.type != Constraint::Type::Check &&
                      !(constraint.type == Constraint::Type::ForeignKey && table.isPartitioned());
    const QString kind = table.foreign ? u"ALTER FOREIGN TABLE "_s : u"ALTER TABLE "_s;
    return QStringList{kind + (only ? u"ONLY "_s : QString()) + quote(table.schema, table.name) +
                       u"\n    ADD "_s + constraintClause(table, constraint)} +
           afterConstraint(table, constraint);
}

} // namespace squall::diff

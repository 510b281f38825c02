#include "core/diff/write/table.h"

#include "core/base/quote.h"
#include "core/diff/write/clauses.h"
#include "core/diff/write/column.h"
#include "core/diff/write/constraint.h"
#include "core/diff/write/rights.h"

#include <algorithm>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const Table &table)
{
    return quote(table.schema, table.name);
}

const Constraint *notNullConstraint(const Table &table, const Column &column)
{
    const auto found =
        std::find_if(table.constraints.begin(), table.constraints.end(), [&](const Constraint &c) {
            return c.type == Constraint::Type::NotNull && c.columns.value(0) == column.name;
        });
    return found == table.constraints.end() ? nullptr : &*found;
}

/// The column as its parents hand it down; nullptr when none has it.
const Column *inheritedColumn(const Table &table, const Column &column, const Snapshot &snapshot)
{
    for (const auto &parent : table.inherits) {
        const auto *from = findTable(snapshot, parent);
        if (const auto *inherited = from ? findColumn(from->columns, column.name) : nullptr)
            return inherited;
    }
    return nullptr;
}

/// A column without a default takes the one of any parent, unless told otherwise.
bool inheritsDefault(const Table &table, const Column &column, const Snapshot &snapshot)
{
    return std::any_of(table.inherits.begin(), table.inherits.end(), [&](const QualifiedName &parent) {
        const auto *from = findTable(snapshot, parent);
        const auto *inherited = from ? findColumn(from->columns, column.name) : nullptr;
        return inherited && inherited->defaultSql;
    });
}

bool isWrittenHere(const Table &table, const Column &column)
{
    return column.local || table.isPartition();
}

/// How the column's NOT NULL is written inside CREATE TABLE; null when it is not.
QString notNullClause(const Table &table, const Column &column)
{
    if (!column.notNull)
        return {};
    const auto *named = notNullConstraint(table, column);
    if (!named)
        return u"NOT NULL"_s;
    if (!named->validated || (!named->local && !table.isPartition()))
        return {};
    // A partition bears its parent's name for it, which others in its schema then do not get unasked.
    const bool usualName = !table.isPartitioned() && !table.isPartition() &&
                           named->name == table.name + u'_' + column.name + u"_not_null"_s;
    return (usualName ? QString() : u"CONSTRAINT "_s + quote(named->name) + u' ') + u"NOT NULL"_s +
           (named->noInherit ? u" NO INHERIT"_s : QString());
}

QStringList clauses(const Table &table, const std::vector<Change> &folded)
{
    QStringList lines;
    for (const auto &column : table.columns) {
        const bool withDefault = std::any_of(folded.begin(), folded.end(), [&](const Change &change) {
            const auto *set = std::get_if<SetDefault>(&change);
            return set && set->column == &column;
        });
        const QString notNull = notNullClause(table, column);
        const bool optionsOfTyped = !table.ofType.isEmpty() && !withDefault && notNull.isNull() &&
                                    column.generated == Column::Generated::No && !column.identity;
        if (isWrittenHere(table, column) && !optionsOfTyped)
            lines << columnClause(table, column, withDefault, notNull);
    }
    for (const auto &change : folded) {
        if (const auto *added = std::get_if<AddConstraint>(&change))
            lines << constraintClause(table, *added->constraint);
    }
    return lines;
}

QString createClause(const Table &table, const std::vector<Change> &folded)
{
    QString create = u"CREATE "_s;
    if (table.persistence == Persistence::Unlogged)
        create += u"UNLOGGED "_s;
    create += (table.foreign ? u"FOREIGN TABLE "_s : u"TABLE "_s) + nameOf(table);
    const QStringList lines = clauses(table, folded);
    if (!table.ofType.isEmpty())
        create += u" OF "_s + quoted(table.ofType);
    if (!lines.isEmpty())
        create += u" (\n    "_s + lines.join(u",\n    "_s) + u"\n)"_s;
    else if (table.ofType.isEmpty())
        create += u" ()"_s;
    return create;
}

QString tail(const Table &table)
{
    QString text;
    if (!table.inherits.empty()) {
        QStringList parents;
        for (const auto &parent : table.inherits)
            parents << quoted(parent);
        text += u"\nINHERITS ("_s + parents.join(u", "_s) + u')';
    }
    if (table.isPartitioned())
        text += u"\nPARTITION BY "_s + table.partitionKey;
    if (!table.accessMethod.isEmpty())
        text += u"\nUSING "_s + quote(table.accessMethod);
    if (!table.options.isEmpty())
        text += u"\nWITH ("_s + storageParameters(table.options) + u')';
    if (!table.tablespace.isEmpty())
        text += u"\nTABLESPACE "_s + quote(table.tablespace);
    if (table.foreign) {
        text += u"\nSERVER "_s + quote(table.server);
        if (!table.foreignOptions.isEmpty())
            text += u"\nOPTIONS ("_s + foreignOptions(table.foreignOptions) + u')';
    }
    return text;
}

/// Where a child differs from what its parents handed down.
QStringList overrides(const Table &table, const Column &column, const Snapshot &snapshot)
{
    QStringList statements;
    if (table.inherits.empty()) // As nearly every one does, and a schema has many columns.
        return statements;
    const QString alter = u"ALTER TABLE ONLY "_s + nameOf(table) + u" ALTER COLUMN "_s + quote(column.name);
    const auto *inherited = inheritedColumn(table, column, snapshot);
    if (!column.defaultSql && inheritsDefault(table, column, snapshot))
        statements << alter + u" DROP DEFAULT"_s;
    if (isWrittenHere(table, column))
        return statements;
    const bool named = notNullConstraint(table, column);
    if (inherited && column.notNull && !inherited->notNull && !named)
        statements << alter + u" SET NOT NULL"_s;
    return statements;
}

/// NOT NULLs that CREATE TABLE cannot say: those of inherited columns, and those not yet validated (18).
QStringList lateNotNulls(const Table &table)
{
    QStringList statements;
    for (const auto &constraint : table.constraints) {
        if (constraint.type != Constraint::Type::NotNull || (!constraint.local && !table.isPartition()))
            continue;
        const auto *column = findColumn(table.columns, constraint.columns.value(0));
        if (!column || (constraint.validated && isWrittenHere(table, *column)))
            continue;
        statements << u"ALTER TABLE ONLY "_s + nameOf(table) + u" ADD "_s +
                          constraintClause(table, constraint);
    }
    return statements;
}

QStringList settings(const Table &table, const Snapshot &snapshot)
{
    const QString name = nameOf(table);
    QStringList statements = lateNotNulls(table);
    for (const auto &column : table.columns) {
        statements += overrides(table, column, snapshot) + columnSettings(name, column);
        // Sequences have a persistence of their own since 15.
        if (snapshot.database->serverVersion >= 150000 && column.identity &&
            !column.identity->sequence.isEmpty() &&
            column.identity->unlogged != (table.persistence == Persistence::Unlogged)) {
            statements << u"ALTER SEQUENCE "_s + quoted(column.identity->sequence) +
                              (column.identity->unlogged ? u" SET UNLOGGED"_s : u" SET LOGGED"_s);
        }
    }
    const QString alter = u"ALTER TABLE "_s + name;
    if (table.foreign)
        return statements;
    if (table.replicaIdentity == ReplicaIdentity::Full)
        statements << u"ALTER TABLE ONLY "_s + name + u" REPLICA IDENTITY FULL"_s;
    else if (table.replicaIdentity == ReplicaIdentity::Nothing)
        statements << u"ALTER TABLE ONLY "_s + name + u" REPLICA IDENTITY NOTHING"_s;
    if (table.rowSecurity)
        statements << alter + u" ENABLE ROW LEVEL SECURITY"_s;
    if (table.forceRowSecurity)
        statements << u"ALTER TABLE ONLY "_s + name + u" FORCE ROW LEVEL SECURITY"_s;
    return statements;
}

QString firingClause(Firing firing)
{
    switch (firing) {
    case Firing::Origin: return u"ENABLE"_s;
    case Firing::Disabled: return u"DISABLE"_s;
    case Firing::Replica: return u"ENABLE REPLICA"_s;
    case Firing::Always: return u"ENABLE ALWAYS"_s;
    }
    Q_UNREACHABLE();
}

QString commandWord(Policy::Command command)
{
    switch (command) {
    case Policy::Command::All: return {};
    case Policy::Command::Select: return u" FOR SELECT"_s;
    case Policy::Command::Insert: return u" FOR INSERT"_s;
    case Policy::Command::Update: return u" FOR UPDATE"_s;
    case Policy::Command::Delete: return u" FOR DELETE"_s;
    }
    Q_UNREACHABLE();
}

QString withoutSemicolon(QString definition)
{
    if (definition.endsWith(u';'))
        definition.chop(1);
    return definition;
}

} // namespace

QStringList createTable(const Table &table, const std::vector<Change> &folded, const Snapshot &snapshot)
{
    const QString name = nameOf(table);
    QStringList statements = {createClause(table, folded) + tail(table)};
    statements += settings(table, snapshot);
    for (const auto &change : folded) {
        if (const auto *added = std::get_if<AddConstraint>(&change))
            statements += afterConstraint(table, *added->constraint);
    }
    for (const auto &constraint : table.constraints) {
        if (constraint.type == Constraint::Type::NotNull && !constraint.comment.isEmpty())
            statements +=
                commentOn(u"CONSTRAINT "_s + quote(constraint.name) + u" ON "_s + name, constraint.comment);
    }
    statements += ownerOf(u"TABLE "_s + name, table.owner, snapshot.database->owner);
    statements += commentOn((table.foreign ? u"FOREIGN TABLE "_s : u"TABLE "_s) + name, table.comment);
    statements += rightsOn(u"TABLE "_s + name, table.privileges);
    for (const auto &column : table.columns)
        statements += columnNotes(name, column);
    return statements;
}

QStringList attachPartition(const Table &partition)
{
    return {u"ALTER TABLE ONLY "_s + quoted(partition.partitionOf) + u" ATTACH PARTITION "_s +
            nameOf(partition) + u' ' + partition.partitionBound};
}

QStringList setDefault(const QString &relation, const Column &column)
{
    return {u"ALTER TABLE ONLY "_s + relation + u" ALTER COLUMN "_s + quote(column.name) +
            u" SET DEFAULT "_s + *column.defaultSql};
}

QStringList createTrigger(const QString &relation, const Trigger &trigger, Firing parentFiring)
{
    QStringList statements;
    if (!trigger.inherited)
        statements << withoutSemicolon(trigger.definition);
    const Firing born = trigger.inherited ? parentFiring : Firing::Origin;
    if (trigger.firing != born) {
        statements << u"ALTER TABLE "_s + relation + u' ' + firingClause(trigger.firing) + u" TRIGGER "_s +
                          quote(trigger.name);
    }
    return statements +
           commentOn(u"TRIGGER "_s + quote(trigger.name) + u" ON "_s + relation, trigger.comment);
}

QStringList createRule(const QString &relation, const Rule &rule)
{
    QStringList statements = {withoutSemicolon(rule.definition)};
    if (rule.firing != Firing::Origin)
        statements << u"ALTER TABLE "_s + relation + u' ' + firingClause(rule.firing) + u" RULE "_s +
                          quote(rule.name);
    return statements + commentOn(u"RULE "_s + quote(rule.name) + u" ON "_s + relation, rule.comment);
}

QStringList createPolicy(const Table &table, const Policy &policy)
{
    const QString on = quote(policy.name) + u" ON "_s + nameOf(table);
    QString create = u"CREATE POLICY "_s + on;
    if (!policy.permissive)
        create += u" AS RESTRICTIVE"_s;
    create += commandWord(policy.command);
    if (!policy.roles.isEmpty()) {
        QStringList roles;
        for (const auto &role : policy.roles)
            roles << quote(role);
        create += u" TO "_s + roles.join(u", "_s);
    }
    if (!policy.usingSql.isEmpty())
        create += u"\n    USING ("_s + policy.usingSql + u')';
    if (!policy.checkSql.isEmpty())
        create += u"\n    WITH CHECK ("_s + policy.checkSql + u')';
    return QStringList{create} + commentOn(u"POLICY "_s + on, policy.comment);
}

} // namespace squall::diff

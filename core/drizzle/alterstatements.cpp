#include "core/drizzle/alterstatements.h"

#include "core/base/arraytype.h"
#include "core/base/quote.h"
#include "core/diff/casts.h"
#include "core/diff/write/alter.h"
#include "core/drizzle/catalogof.h"
#include "core/drizzle/clauses.h"
#include "core/drizzle/defaults.h"
#include "core/drizzle/snapshotfields.h"
#include "core/drizzle/statements.h"

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// A table without the schema `public`, as drizzle-kit has it; all else with its schema.
QString nameOf(const ObjectId &id)
{
    const bool isTable = id.kind != Kind::Enum && id.kind != Kind::Sequence && id.kind != Kind::View &&
                         id.kind != Kind::MaterializedView;
    if (id.schema.isEmpty() || (isTable && id.schema == schemaOf({})))
        return quoteAlways(id.name);
    return qualified(id.schema, id.name);
}

QString viewName(const View &view)
{
    return diff::sqlWord(view.materialized ? Kind::MaterializedView : Kind::View) + u' ' +
           qualified(view.schema, view.name);
}

/// Whether drizzle-kit would print it: not 0, nor false.
bool isTrue(const std::optional<Json> &value)
{
    return value && value->text != "0" && value->text != "false" && value->text != "null" &&
           value->text != "\"\"";
}

/// The type in a change: an enum with its schema always.
QString typeOf(const Column &column)
{
    if (!column.typeSchema)
        return typeClause(column);
    return qualified(*column.typeSchema, elementType(column.type)) + dimensionsOf(column.type);
}

/// What a serial counts in.
QString countedIn(const QString &type)
{
    if (type == u"smallserial")
        return u"smallint"_s;
    return type == u"bigserial" ? u"bigint"_s : type == u"serial" ? u"integer"_s : type;
}

/// The sequence that PostgreSQL makes for a serial.
QString sequenceOf(const Table &table, const Column &column)
{
    return qualified(table.schema, table.name + u'_' + column.name + u"_seq"_s);
}

/// What `serial` stands for, with the numbers that are there counted on from.
QStringList toSerial(const Table &table, const Column &from, const Column &to)
{
    const auto sequence = sequenceOf(table, to);
    const auto counted = countedIn(to.type);
    const auto column = quoteAlways(to.name);
    QStringList statements;
    if (from.type != counted)
        statements << alterColumn(table, to,
                                  u"SET DATA TYPE "_s + counted +
                                      (diff::needsUsing(from.type, counted)
                                           ? u" USING "_s + column + u"::"_s + counted
                                           : QString()));
    statements << u"CREATE SEQUENCE "_s + sequence + u" AS "_s + counted + u';'
               << u"SELECT setval("_s + literal(sequence) + u", coalesce((SELECT max("_s + column +
                      u") FROM "_s + nameOf(table) + u"), 0) + 1, false);"_s
               << alterColumn(table, to, u"SET DEFAULT nextval("_s + literal(sequence) + u"::regclass)"_s)
               << u"ALTER SEQUENCE "_s + sequence + u" OWNED BY "_s + qualified(table.schema, table.name) +
                      u'.' + column + u';';
    return statements;
}

QStringList fromSerial(const Table &table, const Column &from, const Column &to)
{
    const auto sequence = sequenceOf(table, from);
    if (isSerial(to.type))
        return {alterColumn(table, to, u"SET DATA TYPE "_s + countedIn(to.type)),
                u"ALTER SEQUENCE IF EXISTS "_s + sequence + u" AS "_s + countedIn(to.type) + u';'};
    QStringList statements = {alterColumn(table, to, u"DROP DEFAULT"_s),
                              u"DROP SEQUENCE IF EXISTS "_s + sequence + u';'};
    auto plain = from;
    plain.type = countedIn(from.type);
    plain.defaultValue = {};
    return plain.type == to.type ? statements : statements + setType(table, plain, to);
}

/// Between types that are no enums.
QStringList setPlainType(const Table &table, const Column &from, const Column &to)
{
    const auto type = typeOf(to);
    const auto set = u"SET DATA TYPE "_s + type;
    // A default of zero goes without saying, says drizzle-kit, and it is right as long as it stays.
    const bool same = from.defaultValue == to.defaultValue;
    const bool writesDefault = to.defaultValue && !to.generated && (isTrue(to.defaultValue) || !same);
    const auto setDefault = [&] {
        return alterColumn(table, to, u"SET DEFAULT "_s + defaultSql(*to.defaultValue));
    };
    if (!diff::needsUsing(from.type, to.type)) {
        QStringList statements = {alterColumn(table, to, set)};
        if (writesDefault)
            statements << setDefault();
        return statements;
    }
    QStringList statements;
    if (from.defaultValue)
        statements << alterColumn(table, to, u"DROP DEFAULT"_s);
    statements << alterColumn(table, to, set + u" USING "_s + quoteAlways(to.name) + u"::"_s + type);
    if (to.defaultValue && !to.generated)
        statements << setDefault();
    return statements;
}

} // namespace

bool isSerial(const QString &type)
{
    return type == u"serial" || type == u"smallserial" || type == u"bigserial";
}

QString renameObject(const ObjectId &from, const ObjectId &to)
{
    const QString name = quoteAlways(to.part.isEmpty() ? to.name : to.part);
    if (from.kind == Kind::Policy)
        return u"ALTER POLICY "_s + quoteAlways(from.part) + u" ON "_s + nameOf(from) + u" RENAME TO "_s +
               name + u';';
    if (from.kind == Kind::Column)
        return u"ALTER TABLE "_s + nameOf(from) + u" RENAME COLUMN "_s + quoteAlways(from.part) + u" TO "_s +
               name + u';';
    return u"ALTER "_s + diff::sqlWord(from.kind) + u' ' + nameOf(from) + u" RENAME TO "_s + name +
           (from.kind == Kind::Schema ? u";\n"_s : u";"_s);
}

QString moveObject(const ObjectId &from, const ObjectId &to)
{
    return u"ALTER "_s + diff::sqlWord(from.kind) + u' ' + qualified(from.schema, from.name) +
           u" SET SCHEMA "_s + quoteAlways(to.schema) + (from.kind == Kind::Table ? u";\n"_s : u";"_s);
}

QString dropObject(const ObjectId &id)
{
    return u"DROP "_s + diff::sqlWord(id.kind) + u' ' + nameOf(id) +
           (id.kind == Kind::Schema ? u";\n"_s : u";"_s);
}

QString addEnumValue(const Enum &type, const QString &label, const QString &before)
{
    return u"ALTER TYPE "_s + qualified(type.schema, type.name) + u" ADD VALUE "_s + literal(label) +
           (before.isEmpty() ? QString() : u" BEFORE "_s + literal(before)) + u';';
}

QString alterSequence(const Sequence &from, const Sequence &to)
{
    const bool stops = from.cycle.value_or(false) && !to.cycle.value_or(false);
    return u"ALTER SEQUENCE "_s + qualified(to.schema, to.name) + numbersOf(to) +
           (stops ? u" NO CYCLE;"_s : u";"_s);
}

QString alterRole(const Role &role)
{
    const auto option = [](bool is, const QString &name) { return (is ? u" "_s : u" NO"_s) + name; };
    return u"ALTER ROLE "_s + quoteAlways(role.name) + u" WITH"_s +
           option(role.createDb.value_or(false), u"CREATEDB"_s) +
           option(role.createRole.value_or(false), u"CREATEROLE"_s) +
           option(role.inherit.value_or(true), u"INHERIT"_s) + u';';
}

QString alterColumn(const Table &table, const Column &column, const QString &what)
{
    return u"ALTER TABLE "_s + nameOf(table) + u" ALTER COLUMN "_s + quoteAlways(column.name) + u' ' + what +
           u';';
}

QString dropColumn(const Table &table, const QString &column)
{
    return u"ALTER TABLE "_s + nameOf(table) + u" DROP COLUMN "_s + quoteAlways(column) + u';';
}

QString dropConstraint(const Table &table, const QString &name)
{
    return u"ALTER TABLE "_s + nameOf(table) + u" DROP CONSTRAINT "_s + quoteAlways(name) + u';';
}

QString dropIndex(const Table &table, const QString &name)
{
    return u"DROP INDEX "_s + (table.schema.isEmpty() ? QString() : quoteAlways(table.schema) + u'.') +
           quoteAlways(name) + u';';
}

QString dropPolicy(const QString &table, const QString &name)
{
    return u"DROP POLICY "_s + quoteAlways(name) + u" ON "_s + table + u" CASCADE;"_s;
}

QStringList dropTable(const Table &table)
{
    QStringList statements;
    for (const auto &[key, policy] : table.policies)
        statements << dropPolicy(nameOf(table), policy.name);
    return statements << u"DROP TABLE "_s + nameOf(table) + u" CASCADE;"_s;
}

QStringList replaceEnum(const Enum &to, const std::vector<EnumColumn> &columns)
{
    QStringList before;
    QStringList after;
    for (const auto &[table, column, hadDefault] : columns) {
        const auto type = typeOf(*column);
        before << alterColumn(*table, *column, u"SET DATA TYPE text"_s);
        if (isTrue(column->defaultValue)) {
            const auto value = defaultSql(*column->defaultValue);
            before << alterColumn(*table, *column, u"SET DEFAULT "_s + value + u"::text"_s);
            after << alterColumn(*table, *column, u"SET DEFAULT "_s + value + u"::"_s + type);
        } else if (hadDefault) {
            // It still speaks of the type that goes.
            before << alterColumn(*table, *column, u"DROP DEFAULT"_s);
        }
        after << alterColumn(*table, *column,
                             u"SET DATA TYPE "_s + type + u" USING "_s + quoteAlways(column->name) + u"::"_s +
                                 type);
    }
    return before + QStringList{dropObject({Kind::Enum, schemaOf(to.schema), to.name}), createEnum(to)} +
           after;
}

QStringList setType(const Table &table, const Column &from, const Column &to)
{
    if (isSerial(from.type))
        return fromSerial(table, from, to);
    if (isSerial(to.type))
        return toSerial(table, from, to);
    const auto type = typeOf(to);
    const auto name = quoteAlways(to.name);
    if (!to.typeSchema)
        return setPlainType(table, from, to);
    if (!from.typeSchema) {
        QStringList statements;
        if (isTrue(to.defaultValue))
            statements << alterColumn(table, to,
                                      u"SET DEFAULT "_s + defaultSql(*to.defaultValue) + u"::"_s + type);
        else if (from.defaultValue)
            statements << alterColumn(table, to, u"DROP DEFAULT"_s);
        return statements << alterColumn(table, to,
                                         u"SET DATA TYPE "_s + type + u" USING "_s + name + u"::"_s + type);
    }
    const auto set =
        alterColumn(table, to, u"SET DATA TYPE "_s + type + u" USING "_s + name + u"::text::"_s + type);
    // A default does not follow from one enum to another.
    QStringList statements;
    if (from.defaultValue || to.defaultValue)
        statements << alterColumn(table, to, u"DROP DEFAULT"_s);
    statements << set;
    if (to.defaultValue)
        statements << alterColumn(table, to, u"SET DEFAULT "_s + defaultSql(*to.defaultValue));
    return statements;
}

QStringList alterIdentity(const Table &table, const Column &from, const Column &to)
{
    QStringList statements;
    const auto &before = *from.identity;
    const auto &now = *to.identity;
    if (before.type != now.type)
        statements << alterColumn(
            table, to, now.type == u"always" ? u"SET GENERATED ALWAYS"_s : u"SET GENERATED BY DEFAULT"_s);
    const auto number = [&](const std::optional<QString> &old, const std::optional<QString> &value,
                            const QString &words) {
        if (old != value && value)
            statements << alterColumn(table, to, words + *value);
    };
    number(before.sequence.minValue, now.sequence.minValue, u"SET MINVALUE "_s);
    number(before.sequence.maxValue, now.sequence.maxValue, u"SET MAXVALUE "_s);
    number(before.sequence.increment, now.sequence.increment, u"SET INCREMENT BY "_s);
    number(before.sequence.startWith, now.sequence.startWith, u"SET START WITH "_s);
    number(before.sequence.cache, now.sequence.cache, u"SET CACHE "_s);
    const bool cycled = before.sequence.cycle.value_or(false);
    if (cycled != now.sequence.cycle.value_or(false))
        statements << alterColumn(table, to, cycled ? u"SET NO CYCLE"_s : u"SET CYCLE"_s);
    return statements;
}

QStringList alterView(const View &from, const View &to)
{
    const auto alter = u"ALTER "_s + viewName(to) + u' ';
    const Members<Json> none;
    const auto &before = from.with ? *from.with : none;
    const auto &now = to.with ? *to.with : none;
    QStringList added;
    QStringList removed;
    QStringList changed;
    for (const auto *each : viewOptions()) {
        const auto option = QString::fromLatin1(each);
        const auto *old = before.find(option);
        const auto *value = now.find(option);
        const auto set = [&] { return optionSql(option) + u" = "_s + defaultSql(*value); };
        if (value && !old)
            added << set();
        else if (old && !value)
            removed << optionSql(option);
        else if (old && !(*old == *value))
            changed << set();
    }
    QStringList statements;
    if (!added.isEmpty())
        statements << alter + u"SET ("_s + added.join(u", "_s) + u");"_s;
    if (!removed.isEmpty())
        statements << alter + u"RESET ("_s + removed.join(u", "_s) + u");"_s;
    if (!changed.isEmpty())
        statements << alter + u"SET ("_s + changed.join(u", "_s) + u");"_s;
    if (from.tablespace != to.tablespace)
        statements << alter + u"SET TABLESPACE "_s + to.tablespace.value_or(u"pg_default"_s) + u';';
    if (from.usingMethod != to.usingMethod)
        statements << alter + u"SET ACCESS METHOD "_s + quoteAlways(to.usingMethod.value_or(u"heap"_s)) +
                          u';';
    return statements;
}

QString alterPolicy(const QString &table, const Policy &to)
{
    QStringList roles;
    for (const auto &role : to.to.value_or(QStringList{u"public"_s}))
        roles << (isRoleWord(role) ? role : quote(role));
    QString text =
        u"ALTER POLICY "_s + quoteAlways(to.name) + u" ON "_s + table + u" TO "_s + roles.join(u',');
    if (to.usingClause)
        text += u" USING ("_s + *to.usingClause + u')';
    if (to.withCheck)
        text += u" WITH CHECK ("_s + *to.withCheck + u')';
    return text + u';';
}

} // namespace squall::drizzle

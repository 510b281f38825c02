#include "core/drizzle/statements.h"

#include "core/base/quote.h"
#include "core/drizzle/catalogof.h"
#include "core/drizzle/clauses.h"
#include "core/drizzle/defaults.h"
#include "core/drizzle/snapshotfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// What drizzle-kit does not put into quotes, and all that begins like it.
constexpr auto bareTypes = std::to_array<QStringView>(
    {u"uuid",      u"smallint",  u"integer",          u"bigint",  u"boolean", u"text",     u"varchar",
     u"serial",    u"bigserial", u"decimal",          u"numeric", u"real",    u"json",     u"time",
     u"date",      u"interval",  u"double precision", u"char",    u"vector",  u"geometry", u"halfvec",
     u"sparsevec", u"bit"});

bool isBare(QStringView type)
{
    return std::any_of(bareTypes.begin(), bareTypes.end(),
                       [&](QStringView each) { return type.startsWith(each); });
}

/// `NOT NULL` stands in ADD COLUMN even where identity says it.
enum class NotNull { Once, Always };

QString columnClause(const Table &table, const Column &column, NotNull notNull)
{
    QString text = quoteAlways(column.name) + u' ' + typeClause(column);
    if (column.primaryKey)
        text += u" PRIMARY KEY"_s;
    if (column.defaultValue)
        text += u" DEFAULT "_s + defaultSql(*column.defaultValue);
    if (column.generated)
        text += u" GENERATED ALWAYS AS ("_s + column.generated->as + u") STORED"_s;
    if (column.notNull && (notNull == NotNull::Always || !column.identity))
        text += u" NOT NULL"_s;
    return column.identity ? text + u' ' + identityClause(table, *column.identity) : text;
}

/// A column that is ordered otherwise says so; what is usual is left out.
QString keyOf(const IndexColumn &column)
{
    if (column.isExpression)
        return column.expression;
    QString text = quoteAlways(column.expression);
    if (column.opclass)
        text += u' ' + *column.opclass;
    if (!column.asc)
        text += u" DESC"_s;
    if (!column.asc || column.nulls == u"first")
        text += column.nulls == u"first" ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
    return text;
}

} // namespace

QString createSchema(const QString &name)
{
    return u"CREATE SCHEMA "_s + quoteAlways(name) + u";\n"_s;
}

QString createEnum(const Enum &type)
{
    QStringList values;
    for (const auto &value : type.values)
        values << literal(value);
    return u"CREATE TYPE "_s + qualified(type.schema, type.name) + u" AS ENUM("_s + values.join(u", "_s) +
           u");"_s;
}

QString createSequence(const Sequence &sequence)
{
    return u"CREATE SEQUENCE "_s + qualified(sequence.schema, sequence.name) + numbersOf(sequence) + u';';
}

QString createRole(const Role &role)
{
    QString options;
    if (role.createDb.value_or(false))
        options += u" CREATEDB"_s;
    if (role.createRole.value_or(false))
        options += u" CREATEROLE"_s;
    if (!role.inherit.value_or(true))
        options += u" NOINHERIT"_s;
    return u"CREATE ROLE "_s + quoteAlways(role.name) +
           (options.isEmpty() ? QString() : u" WITH"_s + options) + u';';
}

QString createTable(const Table &table)
{
    QStringList lines;
    for (const auto &[key, column] : table.columns)
        lines << columnClause(table, column, NotNull::Once);
    for (const auto &[key, primary] : table.compositePrimaryKeys)
        lines << clauseOf(primary);
    for (const auto &[key, unique] : table.uniqueConstraints)
        lines << clauseOf(unique);
    for (const auto &[key, check] : table.checkConstraints)
        lines << clauseOf(check);
    return u"CREATE TABLE "_s + nameOf(table) + u" (\n\t"_s + lines.join(u",\n\t"_s) + u"\n);\n"_s;
}

QString enableRowSecurity(const Table &table)
{
    return u"ALTER TABLE "_s + nameOf(table) + u" ENABLE ROW LEVEL SECURITY;"_s;
}

QString disableRowSecurity(const Table &table)
{
    return u"ALTER TABLE "_s + nameOf(table) + u" DISABLE ROW LEVEL SECURITY;"_s;
}

QString addForeignKey(const Table &table, const ForeignKey &key)
{
    QString text = u"ALTER TABLE "_s + nameOf(table) + u" ADD CONSTRAINT "_s + quoteAlways(key.name) +
                   u" FOREIGN KEY "_s + quotedList(key.columnsFrom) + u" REFERENCES "_s +
                   qualified(key.schemaTo.value_or(QString()), key.tableTo) + quotedList(key.columnsTo);
    if (key.onDelete)
        text += u" ON DELETE "_s + *key.onDelete;
    if (key.onUpdate)
        text += u" ON UPDATE "_s + *key.onUpdate;
    return text + u';';
}

QString createIndex(const Table &table, const Index &index)
{
    QStringList keys;
    for (const auto &column : index.columns)
        keys << keyOf(column);
    QString text = (index.isUnique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s) +
                   (index.concurrently ? u"CONCURRENTLY "_s : QString()) + quoteAlways(index.name) +
                   u" ON "_s + nameOf(table) + u" USING "_s + index.method + u" ("_s + keys.join(u',') + u')';
    if (index.with && !index.with->empty()) {
        QStringList options;
        for (const auto &[name, value] : *index.with)
            options << name + u'=' + defaultSql(value);
        text += u" WITH ("_s + options.join(u',') + u')';
    }
    if (index.where)
        text += u" WHERE "_s + *index.where;
    return text + u';';
}

QString createView(const View &view)
{
    QString text = (view.materialized ? u"CREATE MATERIALIZED VIEW "_s : u"CREATE VIEW "_s) +
                   qualified(view.schema, view.name);
    if (view.usingMethod)
        text += u" USING "_s + quoteAlways(*view.usingMethod);
    if (view.with && !view.with->empty()) {
        QStringList options;
        for (const auto *name : viewOptions()) {
            const auto option = QString::fromLatin1(name);
            if (const auto *value = view.with->find(option))
                options << optionSql(option) + u" = "_s + defaultSql(*value);
        }
        text += u" WITH ("_s + options.join(u", "_s) + u')';
    }
    if (view.tablespace)
        text += u" TABLESPACE "_s + *view.tablespace;
    text += u" AS ("_s + view.definition.value_or(QString()) + u')';
    return text + (view.withNoData.value_or(false) ? u" WITH NO DATA;"_s : u";"_s);
}

QString createPolicy(const QString &table, const Policy &policy)
{
    QStringList roles;
    for (const auto &role : policy.to.value_or(QStringList{u"public"_s}))
        roles << (isRoleWord(role) ? role : quoteAlways(role));
    QString text = u"CREATE POLICY "_s + quoteAlways(policy.name) + u" ON "_s + table + u" AS "_s +
                   policy.as.value_or(u"PERMISSIVE"_s) + u" FOR "_s + policy.forCommand.value_or(u"ALL"_s) +
                   u" TO "_s + roles.join(u", "_s);
    if (policy.usingClause)
        text += u" USING ("_s + *policy.usingClause + u')';
    if (policy.withCheck)
        text += u" WITH CHECK ("_s + *policy.withCheck + u')';
    return text + u';';
}

QString addColumn(const Table &table, const Column &column)
{
    return u"ALTER TABLE "_s + nameOf(table) + u" ADD COLUMN "_s +
           columnClause(table, column, NotNull::Always) + u';';
}

QString nameOf(const Table &table)
{
    return (table.schema.isEmpty() ? QString() : quoteAlways(table.schema) + u'.') + quoteAlways(table.name);
}

QString typeClause(const Column &column)
{
    static const QRegularExpression dimensions(u"(\\[\\d*\\])+"_s);
    const auto brackets = dimensions.match(column.type).captured();
    auto element = column.type;
    element.remove(dimensions);
    const auto schema = column.typeSchema.value_or(QString());
    const bool isPublic = schema.isEmpty() || schema == u"public";
    // An enum may be called like a type, and in another schema, or in capitals, it is not found by that.
    const bool bare = isBare(element) && (!column.typeSchema || (isPublic && quote(element) == element));
    // What has its own dots, quotes or modifiers is SQL and no name.
    const bool isSql =
        !column.typeSchema && (element.contains(u'.') || element.contains(u'"') || element.contains(u'('));
    if (bare || isSql)
        return column.type;
    return (isPublic ? QString() : quoteAlways(schema) + u'.') + quoteAlways(element) + brackets;
}

QString scriptOf(const QStringList &statements, bool breakpoints)
{
    return statements.join(breakpoints ? u"--> statement-breakpoint\n"_s : u"\n"_s);
}

} // namespace squall::drizzle

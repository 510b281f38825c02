#include "core/diff/write/alter.h"

#include "core/base/arraytype.h"
#include "core/base/quote.h"
#include "core/diff/casts.h"
#include "core/diff/write/clauses.h"
#include "core/diff/write/column.h"
#include "core/diff/write/sequence.h"
#include "core/diff/write/type.h"

#include <algorithm>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const ObjectId &id)
{
    return quote(id.schema, id.name);
}

QString nameOf(const Object &object)
{
    return quote(object.schema, object.name);
}

QString roleOptions(const Role &role)
{
    const auto word = [](bool is, const QString &name) -> QString { return (is ? u" "_s : u" NO"_s) + name; };
    return word(role.createDatabase, u"CREATEDB"_s) + word(role.createRole, u"CREATEROLE"_s) +
           word(role.inherit, u"INHERIT"_s);
}

QString nameOfOption(const QString &option)
{
    return option.left(option.indexOf(u'='));
}

} // namespace

QString sqlWord(Kind kind)
{
    switch (kind) {
    case Kind::Schema: return u"SCHEMA"_s;
    case Kind::Role: return u"ROLE"_s;
    case Kind::Extension: return u"EXTENSION"_s;
    case Kind::Enum:
    case Kind::Composite:
    case Kind::Range: return u"TYPE"_s;
    case Kind::Domain: return u"DOMAIN"_s;
    case Kind::Sequence: return u"SEQUENCE"_s;
    case Kind::ForeignTable: return u"FOREIGN TABLE"_s;
    case Kind::View: return u"VIEW"_s;
    case Kind::MaterializedView: return u"MATERIALIZED VIEW"_s;
    case Kind::Index: return u"INDEX"_s;
    case Kind::Constraint: return u"CONSTRAINT"_s;
    case Kind::Column: return u"COLUMN"_s;
    case Kind::Policy: return u"POLICY"_s;
    case Kind::Trigger: return u"TRIGGER"_s;
    case Kind::Rule: return u"RULE"_s;
    default: return u"TABLE"_s;
    }
}

QString alterColumn(const Table &table, const Column &column, const QString &what)
{
    return u"ALTER TABLE "_s + nameOf(table) + u" ALTER COLUMN "_s + quote(column.name) + u' ' + what;
}

QStringList rename(const ObjectId &from, const ObjectId &to)
{
    const QString name = quote(to.part.isEmpty() ? to.name : to.part);
    if (from.part.isEmpty())
        return {u"ALTER "_s + sqlWord(from.kind) + u' ' + nameOf(from) + u" RENAME TO "_s + name};
    if (from.kind == Kind::Policy)
        return {u"ALTER POLICY "_s + quote(from.part) + u" ON "_s + nameOf(from) + u" RENAME TO "_s + name};
    return {u"ALTER TABLE "_s + nameOf(from) + u" RENAME "_s + sqlWord(from.kind) + u' ' + quote(from.part) +
            u" TO "_s + name};
}

QStringList move(const ObjectId &from, const ObjectId &to)
{
    return {u"ALTER "_s + sqlWord(from.kind) + u' ' + nameOf(from) + u" SET SCHEMA "_s + quote(to.schema)};
}

QStringList drop(const ObjectId &id)
{
    switch (id.kind) {
    case Kind::Column:
    case Kind::Constraint:
        return {u"ALTER TABLE "_s + nameOf(id) + u" DROP "_s + sqlWord(id.kind) + u' ' + quote(id.part)};
    case Kind::Policy:
    case Kind::Trigger:
    case Kind::Rule: return {u"DROP "_s + sqlWord(id.kind) + u' ' + quote(id.part) + u" ON "_s + nameOf(id)};
    default: return {u"DROP "_s + sqlWord(id.kind) + u' ' + nameOf(id)};
    }
}

QStringList addColumn(const Table &table, const Column &column)
{
    const QString clause = columnClause(table, column, true, column.notNull ? u"NOT NULL"_s : QString());
    return QStringList{u"ALTER TABLE "_s + nameOf(table) + u" ADD COLUMN "_s + clause} +
           columnSettings(nameOf(table), column) + columnNotes(nameOf(table), column);
}

QStringList replaceEnum(const Enum &from, const Enum &to, const Snapshot &was, const Snapshot &now)
{
    const QString name = nameOf(from);
    QStringList before;
    QStringList after;
    for (const auto &table : was.tables) {
        const auto *same = findTable(now, {table.schema, table.name});
        for (const auto &column : table.columns) {
            const auto *kept = same ? findColumn(same->columns, column.name) : nullptr;
            const auto dimensions = dimensionsOf(column.type);
            if (!kept || column.type != name + dimensions || kept->type != column.type)
                continue;
            if (column.defaultSql)
                before << alterColumn(*same, *kept, u"DROP DEFAULT"_s);
            before << alterColumn(*same, *kept, u"TYPE text"_s + dimensions);
            after << alterColumn(*same, *kept,
                                 u"TYPE "_s + column.type + u" USING "_s + quote(column.name) + u"::"_s +
                                     column.type);
            if (kept->defaultSql)
                after << alterColumn(*same, *kept, u"SET DEFAULT "_s + *kept->defaultSql);
        }
    }
    return before + QStringList{u"DROP TYPE "_s + name} + createEnum(to, to.owner) + after;
}

QStringList alterSequence(const Sequence &to)
{
    const auto &options = to.options;
    return {u"ALTER SEQUENCE "_s + nameOf(to) + u" AS "_s + options.type +
            u" INCREMENT BY %1 MINVALUE %2 MAXVALUE %3 START WITH %4 CACHE %5 %6"_s.arg(options.increment)
                .arg(options.minimum)
                .arg(options.maximum)
                .arg(options.start)
                .arg(options.cache)
                .arg(options.cycle ? u"CYCLE"_s : u"NO CYCLE"_s)};
}

QStringList setType(const SetType &change)
{
    QString what = u"TYPE "_s + change.to->type;
    const bool converts = needsUsing(change.from->type, change.to->type);
    if (converts)
        what += u" USING "_s + quote(change.to->name) + u"::"_s + change.to->type;
    // A default does not convert with its column.
    if (!converts || !change.from->defaultSql)
        return {alterColumn(*change.table, *change.to, what)};
    QStringList statements = {alterColumn(*change.table, *change.to, u"DROP DEFAULT"_s),
                              alterColumn(*change.table, *change.to, what)};
    if (change.to->defaultSql)
        statements << alterColumn(*change.table, *change.to, u"SET DEFAULT "_s + *change.to->defaultSql);
    return statements;
}

QStringList addIdentity(const Table &table, const Column &column)
{
    const auto &identity = *column.identity;
    const QString options = sequenceOptions(identity.options);
    return {alterColumn(table, column,
                        u"ADD GENERATED "_s + (identity.always ? u"ALWAYS"_s : u"BY DEFAULT"_s) +
                            u" AS IDENTITY"_s + (options.isEmpty() ? QString() : u" ("_s + options + u')'))};
}

QStringList alterIdentity(const AlterIdentity &change)
{
    const auto &to = *change.to->identity;
    return {alterColumn(
        *change.table, *change.to,
        u"SET GENERATED "_s + (to.always ? u"ALWAYS"_s : u"BY DEFAULT"_s) +
            u" SET MINVALUE %1 SET MAXVALUE %2 SET INCREMENT BY %3 SET START WITH %4 SET CACHE %5 SET %6"_s
                .arg(to.options.minimum)
                .arg(to.options.maximum)
                .arg(to.options.increment)
                .arg(to.options.start)
                .arg(to.options.cache)
                .arg(to.options.cycle ? u"CYCLE"_s : u"NO CYCLE"_s))};
}

QStringList alterView(const AlterView &change)
{
    const auto &from = *change.from;
    const auto &to = *change.to;
    const QString alter =
        u"ALTER "_s + (to.materialized ? u"MATERIALIZED VIEW "_s : u"VIEW "_s) + nameOf(to) + u' ';
    QStringList set;
    QStringList reset;
    for (const auto &option : to.options) {
        if (!from.options.contains(option))
            set << option;
    }
    for (const auto &option : from.options) {
        const auto name = nameOfOption(option);
        if (std::none_of(to.options.begin(), to.options.end(),
                         [&](const auto &each) { return nameOfOption(each) == name; }))
            reset << name;
    }
    QStringList statements;
    if (!set.isEmpty())
        statements << alter + u"SET ("_s + storageParameters(set) + u')';
    if (!reset.isEmpty())
        statements << alter + u"RESET ("_s + reset.join(u", "_s) + u')';
    if (from.tablespace != to.tablespace)
        statements << alter + u"SET TABLESPACE "_s +
                          (to.tablespace.isEmpty() ? u"pg_default"_s : quote(to.tablespace));
    if (from.accessMethod != to.accessMethod)
        statements << alter + u"SET ACCESS METHOD "_s +
                          (to.accessMethod.isEmpty() ? u"heap"_s : quote(to.accessMethod));
    return statements;
}

QStringList alterPolicy(const AlterPolicy &change)
{
    QStringList roles;
    for (const auto &role : change.to->roles)
        roles << quote(role);
    QString text = u"ALTER POLICY "_s + quote(change.to->name) + u" ON "_s + nameOf(*change.table) +
                   u" TO "_s + (roles.isEmpty() ? u"PUBLIC"_s : roles.join(u", "_s));
    if (!change.to->usingSql.isEmpty())
        text += u" USING ("_s + change.to->usingSql + u')';
    if (!change.to->checkSql.isEmpty())
        text += u" WITH CHECK ("_s + change.to->checkSql + u')';
    return {text};
}

QStringList createRole(const Role &role)
{
    return {u"CREATE ROLE "_s + quote(role.name) + u" WITH"_s + roleOptions(role)};
}

QStringList alterRole(const Role &role)
{
    return {u"ALTER ROLE "_s + quote(role.name) + u" WITH"_s + roleOptions(role)};
}

} // namespace squall::diff

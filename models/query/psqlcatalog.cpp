#include "models/query/psqlcatalog.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::PsqlCatalog)
};

/// Of what is asked for by `$1` (schema) and `$2` (name); without a pattern, what is not the system's.
QString chosen(const QString &name, const QString &visible)
{
    return u" (case when $1 = '' then %2 and ($2 <> '' or n.nspname !~ '^(pg_|information_schema$)')"
           " else n.nspname ~ $1 end) and ($2 = '' or %1::text ~ $2) "_s.arg(name, visible);
}

QString relations(const QString &kinds)
{
    return u"select n.nspname as \"Schema\", c.relname as \"Name\","
           " case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'"
           " when 'm' then 'materialized view' when 'i' then 'index' when 'I' then 'partitioned index'"
           " when 'S' then 'sequence' when 'f' then 'foreign table' else c.relkind::text end as \"Type\","
           " pg_get_userbyid(c.relowner) as \"Owner\", t.relname as \"Table\","
           " case when c.relkind in ('r', 'm', 'i') then pg_size_pretty(pg_table_size(c.oid)) end as "
           "\"Size\","
           " obj_description(c.oid, 'pg_class') as \"Description\""
           " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
           " left join pg_catalog.pg_index i on i.indexrelid = c.oid"
           " left join pg_catalog.pg_class t on t.oid = i.indrelid"
           " where c.relkind = any(string_to_array('%1', null)::\"char\"[]) and"_s.arg(kinds) +
           chosen(u"c.relname"_s, u"pg_table_is_visible(c.oid)"_s) + u" order by 1, 2"_s;
}

/// The kinds of relations that `\dtv` and its like list; empty for other commands.
QString relationKinds(const QString &command)
{
    static const QHash<QChar, QString> kinds = {{u't', u"rp"_s}, {u'i', u"iI"_s}, {u'v', u"v"_s},
                                                {u'm', u"m"_s},  {u's', u"S"_s},  {u'E', u"f"_s}};
    if (command.size() < 2 || command[0] != u'd')
        return {};
    QString all;
    for (const auto letter : QStringView(command).sliced(1)) {
        if (!kinds.contains(letter))
            return {};
        all += kinds.value(letter);
    }
    return all;
}

const auto functions =
    u"select n.nspname as \"Schema\", p.proname as \"Name\", pg_get_function_result(p.oid) as \"Result\","
    " pg_get_function_arguments(p.oid) as \"Arguments\","
    " case p.prokind when 'a' then 'aggregate' when 'w' then 'window' when 'p' then 'procedure'"
    " else 'function' end as \"Type\", l.lanname as \"Language\","
    " obj_description(p.oid, 'pg_proc') as \"Description\""
    " from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace"
    " join pg_catalog.pg_language l on l.oid = p.prolang where"_s;

const auto types =
    u"select n.nspname as \"Schema\", format_type(t.oid, null) as \"Name\","
    " (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_catalog.pg_enum e"
    "  where e.enumtypid = t.oid) as \"Elements\", obj_description(t.oid, 'pg_type') as \"Description\""
    " from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace"
    " where (t.typrelid = 0 or exists (select from pg_catalog.pg_class c where c.oid = t.typrelid"
    "  and c.relkind = 'c')) and not exists (select from pg_catalog.pg_type e where e.oid = t.typelem"
    "  and e.typarray = t.oid) and"_s;

const auto domains =
    u"select n.nspname as \"Schema\", t.typname as \"Name\", format_type(t.typbasetype, t.typtypmod) as "
    u"\"Type\","
    " case when t.typnotnull then 'not null' end as \"Nullable\", t.typdefault as \"Default\","
    " (select string_agg(pg_get_constraintdef(r.oid, true), ' ') from pg_catalog.pg_constraint r"
    "  where r.contypid = t.oid) as \"Check\""
    " from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace"
    " where t.typtype = 'd' and"_s;

const auto schemas = u"select n.nspname as \"Name\", pg_get_userbyid(n.nspowner) as \"Owner\","
                     " array_to_string(n.nspacl, e'\\n') as \"Access\","
                     " obj_description(n.oid, 'pg_namespace') as \"Description\""
                     " from pg_catalog.pg_namespace n where $1 = '' and"
                     " (case when $2 = '' then n.nspname !~ '^(pg_|information_schema$)'"
                     " else n.nspname::text ~ $2 end) order by 1"_s;

const auto roles =
    u"select r.rolname as \"Role\", concat_ws(', ', case when r.rolsuper then 'superuser' end,"
    " case when not r.rolinherit then 'no inheritance' end, case when r.rolcreaterole then 'create role' end,"
    " case when r.rolcreatedb then 'create database' end, case when not r.rolcanlogin then 'cannot login' "
    "end,"
    " case when r.rolreplication then 'replication' end, case when r.rolbypassrls then 'bypass RLS' end,"
    " case when r.rolconnlimit >= 0 then r.rolconnlimit || ' connections' end) as \"Attributes\","
    " (select string_agg(b.rolname, ', ' order by b.rolname) from pg_catalog.pg_auth_members m"
    "  join pg_catalog.pg_roles b on b.oid = m.roleid where m.member = r.oid) as \"Member of\""
    " from pg_catalog.pg_roles r where $1 = '' and"
    " (case when $2 = '' then r.rolname !~ '^pg_' else r.rolname::text ~ $2 end) order by 1"_s;

const auto databases =
    u"select d.datname as \"Name\", pg_get_userbyid(d.datdba) as \"Owner\","
    " pg_encoding_to_char(d.encoding) as \"Encoding\", d.datcollate as \"Collate\", d.datctype as \"Ctype\","
    " array_to_string(d.datacl, e'\\n') as \"Access\","
    " case when has_database_privilege(d.datname, 'CONNECT')"
    " then pg_size_pretty(pg_database_size(d.datname)) end as \"Size\""
    " from pg_catalog.pg_database d where $1 = '' and ($2 = '' or d.datname::text ~ $2) order by 1"_s;

const auto extensions =
    u"select x.extname as \"Name\", x.extversion as \"Version\", n.nspname as \"Schema\","
    " obj_description(x.oid, 'pg_extension') as \"Description\""
    " from pg_catalog.pg_extension x join pg_catalog.pg_namespace n on n.oid = x.extnamespace"
    " where $1 = '' and ($2 = '' or x.extname::text ~ $2) order by 1"_s;

const auto privileges = u"select n.nspname as \"Schema\", c.relname as \"Name\", c.relkind::text as \"Type\","
                        " array_to_string(c.relacl, e'\\n') as \"Access\","
                        " (select string_agg(p.polname, ', ') from pg_catalog.pg_policy p where p.polrelid = "
                        "c.oid) as \"Policies\""
                        " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        " where c.relkind in ('r', 'v', 'm', 'S', 'f', 'p') and"_s;

/// ` from …` with the relations that are described, as `c`.
QString described(const QString &join)
{
    return u" from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace "_s + join +
           u" where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c', 'i', 'I') and"_s +
           chosen(u"c.relname"_s, u"pg_table_is_visible(c.oid)"_s);
}

const auto relation = u"select c.oid::regclass::text as \"Relation\", "_s;

const auto columns =
    relation +
    u"a.attname as \"Column\", format_type(a.atttypid, a.atttypmod) as \"Type\","
    " case when a.attnotnull then 'not null' end as \"Nullable\","
    " case when a.attidentity <> '' then 'identity' when a.attgenerated <> '' then 'generated: ' else '' end"
    " || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as \"Default\","
    " col_description(c.oid, a.attnum) as \"Description\""_s +
    described(u"join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
              " left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"_s) +
    u" order by 1, a.attnum"_s;

const auto indexes = relation + u"x.relname as \"Index\", pg_get_indexdef(i.indexrelid) as \"Definition\""_s +
                     described(u"join pg_catalog.pg_index i on i.indrelid = c.oid"
                               " join pg_catalog.pg_class x on x.oid = i.indexrelid"_s) +
                     u" order by 1, not i.indisprimary, 2"_s;

const auto constraints =
    relation + u"r.conname as \"Constraint\", pg_get_constraintdef(r.oid, true) as \"Definition\""_s +
    described(u"join pg_catalog.pg_constraint r on r.conrelid = c.oid and r.contype in ('c', 'f', 'x')"_s) +
    u" order by 1, 2"_s;

const auto references =
    relation +
    u"r.conrelid::regclass::text as \"Table\", r.conname as \"Constraint\","
    " pg_get_constraintdef(r.oid, true) as \"Definition\""_s +
    described(u"join pg_catalog.pg_constraint r on r.confrelid = c.oid and r.contype = 'f'"_s) +
    u" order by 1, 2, 3"_s;

const auto triggers =
    relation + u"g.tgname as \"Trigger\", pg_get_triggerdef(g.oid, true) as \"Definition\""_s +
    described(u"join pg_catalog.pg_trigger g on g.tgrelid = c.oid and not g.tgisinternal"_s) +
    u" order by 1, 2"_s;

const auto viewTexts =
    relation + u"pg_get_viewdef(c.oid, true) as \"Definition\""_s +
    described(QString()).replace(u"'r', 'p', 'v', 'm', 'f', 'S', 'c', 'i', 'I'"_s, u"'v', 'm'"_s) +
    u" order by 1"_s;

const auto functionTexts =
    u"select p.oid::regprocedure::text as \"Function\", pg_get_functiondef(p.oid) as \"Definition\""
    " from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace"
    " where p.prokind in ('f', 'p', 'w') and"_s +
    chosen(u"p.proname"_s, u"pg_function_is_visible(p.oid)"_s) + u" order by 1"_s;

/// Without what only asks for more of the same: `\dt+`, `\dtS`.
QString base(QString command)
{
    while (command.size() > 1 && (command.endsWith(u'+') || command.endsWith(u'S')))
        command.chop(1);
    return command;
}

const QHash<QString, QString> &statements()
{
    static const QHash<QString, QString> all = {
        {u"df"_s,
         functions + chosen(u"p.proname"_s, u"pg_function_is_visible(p.oid)"_s) + u" order by 1, 2, 4"_s},
        {u"dT"_s, types + chosen(u"t.typname"_s, u"pg_type_is_visible(t.oid)"_s) + u" order by 1, 2"_s},
        {u"dD"_s, domains + chosen(u"t.typname"_s, u"pg_type_is_visible(t.oid)"_s) + u" order by 1, 2"_s},
        {u"dn"_s, schemas},
        {u"du"_s, roles},
        {u"dg"_s, roles},
        {u"l"_s, databases},
        {u"list"_s, databases},
        {u"dx"_s, extensions},
        {u"z"_s, privileges + chosen(u"c.relname"_s, u"pg_table_is_visible(c.oid)"_s) + u" order by 1, 2"_s},
        {u"dp"_s, privileges + chosen(u"c.relname"_s, u"pg_table_is_visible(c.oid)"_s) + u" order by 1, 2"_s},
        {u"sf"_s, functionTexts},
        {u"sv"_s, viewTexts},
    };
    return all;
}

std::vector<PsqlCatalog::Question> describe(const PsqlCatalog::Pattern &pattern)
{
    const std::vector<Query::Parameter> values = {pattern.schema.toUtf8(), pattern.name.toUtf8()};
    return {{Words::tr("Columns"), {columns, values}},
            {Words::tr("Indexes"), {indexes, values}, true},
            {Words::tr("Constraints"), {constraints, values}, true},
            {Words::tr("Referenced by"), {references, values}, true},
            {Words::tr("Triggers"), {triggers, values}, true},
            {Words::tr("Definition"), {viewTexts, values}, true}};
}

} // namespace

bool PsqlCatalog::isKnown(const QString &command)
{
    const auto bare = base(command);
    return bare == u"d" || statements().contains(bare) || !relationKinds(bare).isEmpty();
}

PsqlCatalog::Pattern PsqlCatalog::pattern(const QString &text)
{
    QString parts[2];
    int part = 0;
    bool quoted = false;
    for (const auto c : text.trimmed().section(u'(', 0, 0).trimmed()) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u'.' && part == 0)
            part = 1;
        else if (!quoted && c == u'*')
            parts[part] += u".*"_s;
        else if (!quoted && c == u'?')
            parts[part] += u'.';
        else
            parts[part] += QRegularExpression::escape(quoted ? QString(c) : QString(c.toLower()));
    }
    const auto whole = [](const QString &regex) {
        return regex.isEmpty() ? regex : u"^("_s + regex + u")$"_s;
    };
    return part == 0 ? Pattern{.schema = {}, .name = whole(parts[0])}
                     : Pattern{.schema = whole(parts[0]), .name = whole(parts[1])};
}

std::vector<PsqlCatalog::Question> PsqlCatalog::questions(const QString &command, const QString &arguments)
{
    const auto bare = base(command);
    const auto wanted = pattern(arguments);
    if (bare == u"d" && !arguments.trimmed().isEmpty())
        return describe(wanted);
    const auto kinds = bare == u"d" ? u"rpvmSf"_s : relationKinds(bare);
    const auto text = kinds.isEmpty() ? statements().value(bare) : relations(kinds);
    return {{u'\\' + command + (arguments.isEmpty() ? QString() : u' ' + arguments),
             {text, {wanted.schema.toUtf8(), wanted.name.toUtf8()}}}};
}

} // namespace squall::models

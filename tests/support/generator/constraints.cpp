#include "tests/support/generator/generator.h"

#include <algorithm>

namespace squall::test::generator {

using namespace Qt::StringLiterals;

namespace {

bool comparesByItself(const Type &type)
{
    const bool plain = type.can & (Abilities(Number) | TextLike);
    return type.can & Domain ? plain : !type.sql.endsWith(u"[]"_s);
}

/// A foreign key over arrays fails in the server's own check, which casts both sides to anyarray; one over
/// domains of what polymorphic operators compare is not found at all.
bool mayBeReferenced(const Table &table, const QStringList &names)
{
    for (const auto &column : table.columns) {
        if (names.contains(column.name) && !comparesByItself(column.type))
            return false;
    }
    return true;
}

} // namespace

QString Generator::constraintName(const Table &table)
{
    return m_names.fresh(table.scope());
}

/// For what is a constraint and an index at once.
QString Generator::indexName(const Table &table)
{
    for (;;) {
        const auto name = someName(table.schema);
        if (m_names.take(table.scope(), name))
            return name;
    }
}

std::vector<Column> Generator::stored(std::vector<Column> columns)
{
    columns.erase(std::remove_if(columns.begin(), columns.end(),
                                 [](const Column &column) { return column.virtualValue; }),
                  columns.end());
    return columns;
}

/// A condition on one to three of the columns that any server accepts.
QString Generator::predicate(const std::vector<Column> &columns)
{
    QStringList conditions;
    for (int count = m_random.between(1, 3); count > 0; --count) {
        const auto &column = m_random.pick(columns);
        const auto name = ident(column.name);
        std::vector<QString> shapes = {sql(name, " IS NOT NULL"),
                                       sql(name, " IS DISTINCT FROM NULL OR 1 = 1")};
        if (column.type.can & Number) {
            shapes = {sql(name, " > 0"), sql(name, " <> 3"), sql(m_testFunction, "(", name, "::integer)"),
                      sql("(", name, " + 1) * 2 % 1000 < -(-5) AND NOT ", name, " = 3")};
            if (column.type.sql != u"integer"_s)
                shapes.pop_back();
            else
                shapes.push_back(sql(name, " <> ALL (ARRAY[1, 2])"));
            if (m_unstable)
                shapes.push_back(sql(name, " BETWEEN 1 AND 10"));
        } else if (column.type.can & TextLike) {
            shapes = {sql(name, "::text <> 'it''s 100%1'"),
                      sql("length(", name, "::text) > 3"),
                      sql(name, "::text ~~ E'a%\\\\_'"),
                      sql(m_textFunction, "(", name, "::text) = 'x'"),
                      sql("(", name, "::text COLLATE pg_catalog.\"C\") > 'a'"),
                      sql("CASE WHEN ", name, " IS NULL THEN true ELSE ", name, "::text ~ '^\\w+$' END")};
            if (m_unstable && column.type.sql.startsWith(u"character varying"_s))
                shapes = {sql(name, " IN ('a', 'b')"), sql("COALESCE(", name, ", 'c') NOT IN ('a', 'b')")};
        } else if (column.type.can & Range) {
            shapes = {sql("NOT isempty(", name, ")"), sql("upper_inf(", name, ")")};
        } else if (column.type.sql == u"boolean"_s) {
            shapes = {name, sql("(", name, " IS TRUE) = (NOT ", name, ")"), sql(name, " IS NOT UNKNOWN")};
        }
        conditions.append(u'(' + m_random.pick(shapes) + u')');
    }
    return conditions.join(m_random.chance(50) ? u" AND "_s : u" OR "_s);
}

void Generator::makeKeys(Table &table)
{
    if (!table.parent.isEmpty() || (table.isPartitioned() && !table.mayHaveKeys))
        return;
    bool primary = !table.inheritance || m_random.chance(40);
    for (int count = m_random.below(4); count > 0; --count) {
        QStringList names = table.partitionKey;
        for (int keys = m_random.between(1, 3); keys > 0; --keys) {
            const auto key = column(table.columns, Btree);
            if (key && !names.contains(key->name))
                names.append(key->name);
        }
        if (names.isEmpty())
            return;
        QStringList columns;
        for (const auto &name : names)
            columns.append(ident(name));
        // Of two equal keys a foreign key takes one, and which is nobody's to say.
        auto sorted = names;
        sorted.sort();
        if (!m_names.take(u"keys of "_s + table.sql(), sorted.join(u'\n')))
            continue;
        const auto name = indexName(table);
        const bool isPrimary = primary && m_random.chance(60);
        auto definition = sql(isPrimary                          ? "PRIMARY KEY"
                              : since(15) && m_random.chance(30) ? "UNIQUE NULLS NOT DISTINCT"
                                                                 : "UNIQUE",
                              " (", joined(columns), ")");
        const auto extra = column(table.columns, {});
        if (extra && !names.contains(extra->name) && m_random.chance(25))
            definition += sql(" INCLUDE (", ident(extra->name), ")");
        if (m_random.chance(20))
            definition += u" WITH (fillfactor = 80)"_s;
        const bool deferrable = m_random.chance(20);
        if (deferrable)
            definition += m_random.chance(50) ? u" DEFERRABLE"_s : u" DEFERRABLE INITIALLY DEFERRED"_s;
        emitSql(sql("ALTER TABLE ", table.sql(), " ADD CONSTRAINT ", ident(name), " ", definition));
        m_named.push_back({sql("CONSTRAINT ", ident(name), " ON ", table.sql()), {}, {}});
        if (!deferrable && mayBeReferenced(table, names))
            table.keys.push_back(names);
        if (!isPrimary)
            continue;
        primary = false;
        for (auto &column : table.columns)
            column.notNull = column.notNull || names.contains(column.name);
        if (table.kind == Table::Kind::Ordinary && m_random.chance(10))
            emitSql(sql("ALTER TABLE ", table.sql(), " CLUSTER ON ", ident(name)));
    }
}

void Generator::makeNotNulls(Table &table)
{
    if (!since(18) || !table.parent.isEmpty())
        return;
    for (auto &column : table.columns) {
        if (column.notNull || !m_random.chance(15) || column.virtualValue || table.kind == Table::Kind::Typed)
            continue;
        const auto name = ident(constraintName(table));
        const bool noInherit = !table.isPartitioned() && m_random.chance(25);
        const bool pending = !noInherit && m_random.chance(30) && !table.inheritance;
        if (table.inheritance)
            continue;
        emitSql(sql("ALTER TABLE ", table.sql(), " ADD CONSTRAINT ", name, " NOT NULL ", ident(column.name),
                    noInherit ? " NO INHERIT" : "", pending ? " NOT VALID" : ""));
        m_named.push_back({sql("CONSTRAINT ", name, " ON ", table.sql()), {}, {}});
        column.notNull = true;
    }
}

void Generator::makeChecks(Table &table)
{
    if (table.columns.empty())
        return;
    for (int count = m_random.below(4); count > 0; --count) {
        const auto name = ident(constraintName(table));
        QString state;
        const bool whole = !table.isPartitioned() && table.parent.isEmpty();
        if (whole && m_random.chance(15))
            state += u" NO INHERIT"_s;
        if (since(18) && m_random.chance(15))
            state += u" NOT ENFORCED"_s;
        else if (m_random.chance(15))
            state += u" NOT VALID"_s;
        emitSql(sql("ALTER TABLE ", table.sql(), " ADD CONSTRAINT ", name, " CHECK (",
                    predicate(table.columns), ")", state));
        m_named.push_back({sql("CONSTRAINT ", name, " ON ", table.sql()), {}, {}});
    }
}

void Generator::makeExclusion(Table &table)
{
    if (table.isPartitioned() || !table.parent.isEmpty() || !m_random.chance(40))
        return;
    QStringList elements;
    QString method = u"gist"_s;
    const auto range = column(table.columns, Range);
    const auto scalar = column(table.columns, Number);
    if (range) {
        elements.append(sql(ident(range->name), " WITH &&"));
        if (has(u"btree_gist"_s) && scalar && scalar->type.sql == u"integer"_s)
            elements.append(sql(ident(scalar->name), " WITH ="));
    } else if (scalar && scalar->type.sql == u"integer"_s && m_random.chance(40)) {
        elements.append(sql("int4range(", ident(scalar->name), ", 2147483647) WITH &&"));
    } else if (const auto key = column(table.columns, Abilities(Btree) | Hash);
               key && key->type.sample != u"NULL"_s && !(key->type.can & Domain)) {
        method = m_random.chance(50) ? u"btree"_s : u"hash"_s;
        elements.append(sql(ident(key->name), " WITH ="));
    } else {
        return;
    }
    const auto name = indexName(table);
    const std::vector<QString> states = {{}, {}, u" DEFERRABLE"_s, u" DEFERRABLE INITIALLY DEFERRED"_s};
    emitSql(sql("ALTER TABLE ", table.sql(), " ADD CONSTRAINT ", ident(name), " EXCLUDE USING ", method, " (",
                joined(elements), ")", m_random.chance(20) ? " WITH (fillfactor = 60)" : "",
                m_random.chance(40) ? sql(" WHERE (", predicate(stored(table.columns)), ")") : QString(),
                m_random.pick(states)));
    m_named.push_back({sql("CONSTRAINT ", ident(name), " ON ", table.sql()), {}, {}});
}

QString Generator::referentialActions(const QStringList &columns, bool period)
{
    QString text;
    if (columns.size() > 1 && !period && m_random.chance(30))
        text += u" MATCH FULL"_s;
    const std::vector<QString> actions = {u"NO ACTION"_s, u"RESTRICT"_s, u"CASCADE"_s, u"SET NULL"_s,
                                          u"SET DEFAULT"_s};
    if (!period && m_random.chance(50))
        text += sql(" ON UPDATE ", m_random.pick(actions));
    if (!period && m_random.chance(60)) {
        const auto action = m_random.pick(actions);
        text += sql(" ON DELETE ", action);
        if (since(15) && action.startsWith(u"SET"_s) && m_random.chance(50))
            text += sql(" (", columns.last(), ")");
    }
    if (m_random.chance(30))
        text += m_random.pick(std::vector<QString>{u" DEFERRABLE"_s, u" DEFERRABLE INITIALLY DEFERRED"_s});
    return text;
}

/// New columns of the target's types: what the table already has would rarely fit. Cycles arise by
/// themselves.
void Generator::makeForeignKeys(Table &table)
{
    // A column that a parent gets late stands behind the child's own until the child is made anew.
    if (!table.parent.isEmpty() || table.kind == Table::Kind::Typed || (table.inheritance && !m_unstable))
        return;
    for (int count = m_random.below(3); count > 0; --count) {
        const auto &target = m_random.pick(m_tables);
        if (target.keys.empty() || (target.unlogged && !table.unlogged))
            continue;
        const auto key = m_random.pick(target.keys);
        QStringList columns;
        QStringList targets;
        for (const auto &name : key) {
            columns.append(ident(sql("fk ", ++m_counter)));
            targets.append(ident(name));
            for (const auto &column : target.columns) {
                if (column.name == name)
                    emitSql(sql("ALTER TABLE ", table.sql(), " ADD COLUMN ", columns.last(), " ",
                                column.type.sql));
            }
        }
        const auto name = ident(constraintName(table));
        auto state = referentialActions(columns, false);
        if (since(18) && !table.isPartitioned() && !target.isPartitioned() && m_random.chance(15))
            state += u" NOT ENFORCED"_s;
        else if (!table.isPartitioned() && m_random.chance(20))
            state += u" NOT VALID"_s;
        emitSql(sql("ALTER TABLE ", table.sql(), " ADD CONSTRAINT ", name, " FOREIGN KEY (", joined(columns),
                    ") REFERENCES ", target.sql(), " (", joined(targets), ")", state));
        m_named.push_back({sql("CONSTRAINT ", name, " ON ", table.sql()), {}, {}});
    }
}

void Generator::makeTemporalKeys()
{
    if (!since(18) || !m_random.chance(50))
        return;
    Table table;
    table.schema = schema();
    table.name = someName(table.schema);
    const auto ranges = Type{u"int4range"_s, u"'empty'::int4range"_s, Abilities(Btree) | Range | Gist};
    const Column thing = {m_names.fresh(u"temporal"_s), ranges, true};
    const Column valid = {m_names.fresh(u"temporal"_s),
                          {u"daterange"_s, u"'empty'::daterange"_s, Abilities(Btree) | Range | Gist},
                          true};
    table.columns = {thing, valid};
    const auto a = ident(thing.name);
    const auto b = ident(valid.name);
    emitSql(sql("CREATE TABLE ", table.sql(), " (", a, " int4range, ", b, " daterange)"));
    emitSql(sql("ALTER TABLE ", table.sql(), " ADD CONSTRAINT ", ident(indexName(table)), " PRIMARY KEY (", a,
                ", ", b, " WITHOUT OVERLAPS)"));
    emitSql(sql("ALTER TABLE ", table.sql(), " ADD CONSTRAINT ", ident(indexName(table)), " UNIQUE (", a,
                ", ", b, " WITHOUT OVERLAPS) DEFERRABLE"));
    emitSql(sql("ALTER TABLE ", table.sql(), " ADD COLUMN \"refers to\" int4range"));
    emitSql(sql("ALTER TABLE ", table.sql(), " ADD CONSTRAINT ", ident(constraintName(table)),
                " FOREIGN KEY (\"refers to\", PERIOD ", b, ") REFERENCES ", table.sql(), " (", a, ", PERIOD ",
                b, ")", referentialActions({a, b}, true)));
    remember(u"TABLE"_s, table.sql(), {u"SELECT"_s, u"MAINTAIN"_s});
    m_tables.push_back(table);
}

} // namespace squall::test::generator

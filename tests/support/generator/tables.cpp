#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

void Generator::makeSequences()
{
    const std::vector<QString> shapes = {{},
                                         u" AS smallint"_s,
                                         u" AS integer START 5 INCREMENT 5 MINVALUE 5 MAXVALUE 50 CYCLE"_s,
                                         u" INCREMENT -1"_s,
                                         u" INCREMENT -2 MINVALUE -100 MAXVALUE 100 START 100"_s,
                                         u" CACHE 20 NO CYCLE"_s,
                                         u" START 9223372036854775807 MINVALUE -9223372036854775808"_s};
    for (int count = m_random.between(1, 3); count > 0; --count) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(someName(in)));
        emitSql(sql("CREATE ", since(15) && m_random.chance(15) ? "UNLOGGED " : "", "SEQUENCE ", name,
                    m_random.pick(shapes)));
        m_sequences.push_back(name);
        remember(u"SEQUENCE"_s, name, {u"USAGE"_s, u"SELECT"_s, u"UPDATE"_s});
    }
}

QString Generator::defaultFor(const Type &type)
{
    if (type.can & Number && !(type.can & Domain) && m_random.chance(20))
        return sql("nextval(", literal(m_random.pick(m_sequences)), "::regclass)");
    if (type.sql == u"integer"_s && m_random.chance(40))
        return sql(m_integerFunction, "(", m_random.below(9), ") * 2");
    if (type.sql == u"text"_s && m_random.chance(40))
        return sql(m_textFunction, "('ÄÖ %1 \\'::text || CURRENT_USER)");
    if (type.sql == u"uuid"_s)
        return since(13) ? u"gen_random_uuid()"_s : u"'00000000-0000-0000-0000-000000000012'::uuid"_s;
    if (type.sql == u"timestamp(3) with time zone"_s)
        return u"(now() + '1 day'::interval)"_s;
    return type.sample;
}

Column Generator::newColumn(const Table &table)
{
    Column column;
    column.name = m_names.fresh(sql("columns ", table.sql()));
    column.type = type();
    return column;
}

/// The sequence, where it has a name of its own, is one more thing to comment on and to grant.
QString Generator::identitySql(const Table &table)
{
    QString options;
    if (m_random.chance(40)) {
        const auto name = sql(ident(table.schema), ".", ident(someName(table.schema)));
        options += sql(" SEQUENCE NAME ", name);
        remember(u"SEQUENCE"_s, name, {u"USAGE"_s, u"SELECT"_s, u"UPDATE"_s}, false);
    }
    if (m_random.chance(50))
        options +=
            sql(" START WITH ", m_random.between(1, 100), " INCREMENT BY 3 MINVALUE -5 MAXVALUE 3000 CACHE 4",
                m_random.chance(50) ? " CYCLE" : "");
    return sql(" GENERATED ", m_random.chance(50) ? "ALWAYS" : "BY DEFAULT", " AS IDENTITY",
               options.isEmpty() ? QString() : sql(" (", options, ")"));
}

QString Generator::columnSql(const Table &table, Column &column, bool mayCompute)
{
    auto text = sql(ident(column.name), " ", column.type.sql);
    const auto &kind = column.type;
    if (since(16) && kind.can & Toastable && !(kind.can & Domain) && m_random.chance(15))
        text += u" STORAGE EXTERNAL"_s;
    if (since(14) && kind.can & Toastable && m_random.chance(10))
        text += u" COMPRESSION pglz"_s;
    if (kind.can & Collatable && m_random.chance(25))
        text += sql(" COLLATE ", m_random.pick(m_collations));
    const bool whole = kind.sql == u"integer"_s || kind.sql == u"bigint"_s || kind.sql == u"smallint"_s;
    if (mayCompute && whole && m_random.chance(20)) {
        text += identitySql(table);
        column.notNull = true;
        column.plain = false;
        return text;
    }
    const auto source = this->column(table.columns, kind.sql == u"text"_s ? TextLike : Number);
    if (mayCompute && source && source->plain && m_random.chance(30) &&
        (kind.sql == u"text"_s || kind.sql == u"numeric"_s)) {
        column.plain = false;
        column.virtualValue = since(18) && m_random.chance(50) && !(source->type.can & Domain);
        const auto from = sql(ident(source->name), kind.sql == u"text"_s ? "::text" : "::numeric");
        auto expression =
            kind.sql == u"text"_s ? sql("pg_catalog.upper(", from, ") || ' %2'") : sql(from, " * 2");
        if (!column.virtualValue && kind.sql == u"text"_s)
            expression = sql(m_textFunction, "(", from, ")");
        if (source->type.sql == u"text"_s || source->type.sql == u"integer"_s || kind.sql == u"numeric"_s) {
            text +=
                sql(" GENERATED ALWAYS AS (", expression, ") ", column.virtualValue ? "VIRTUAL" : "STORED");
            return text;
        }
        column.plain = true;
        column.virtualValue = false;
    }
    if (m_random.chance(35))
        text += sql(" DEFAULT ", defaultFor(kind));
    if (m_random.chance(25)) {
        if (since(18) && m_random.chance(50))
            text += sql(" CONSTRAINT ", ident(m_names.fresh(table.scope())));
        text += u" NOT NULL"_s;
        column.notNull = true;
    }
    return text;
}

QString Generator::storageParameters(bool partitioned)
{
    if (partitioned || !m_random.chance(35))
        return {};
    const std::vector<QString> known = {u"fillfactor = 70"_s,
                                        u"autovacuum_enabled = false"_s,
                                        u"parallel_workers = 3"_s,
                                        u"toast.autovacuum_enabled = off"_s,
                                        u"toast.autovacuum_vacuum_threshold = 5"_s,
                                        u"toast_tuple_target = 256"_s,
                                        u"autovacuum_vacuum_scale_factor = 0.05"_s,
                                        u"vacuum_truncate = off"_s};
    const auto chosen = m_random.some(known, m_random.between(1, 4));
    return sql(" WITH (", joined(QStringList(chosen.begin(), chosen.end())), ")");
}

namespace {

const QStringList tableRights = {u"SELECT"_s,   u"INSERT"_s,     u"UPDATE"_s, u"DELETE"_s,
                                 u"TRUNCATE"_s, u"REFERENCES"_s, u"TRIGGER"_s};

} // namespace

void Generator::makeTable()
{
    Table table;
    table.schema = schema();
    table.name = someName(table.schema);
    table.unlogged = m_random.chance(15);
    QStringList columns;
    for (int count = m_random.chance(5) ? 0 : m_random.between(2, 9); count > 0; --count) {
        auto column = newColumn(table);
        columns.append(columnSql(table, column, true));
        table.columns.push_back(column);
    }
    emitSql(sql("CREATE ", table.unlogged ? "UNLOGGED " : "", "TABLE ", table.sql(), " (\n  ",
                columns.join(u",\n  "_s), "\n)",
                !m_tableMethod.isEmpty() && m_random.chance(30) ? u" USING "_s + m_tableMethod : QString(),
                storageParameters(false)));
    remember(u"TABLE"_s, table.sql(), tableRights);
    m_tables.push_back(table);
}

void Generator::makeTypedTable()
{
    if (m_composites.empty() || !m_random.chance(60))
        return;
    Table table;
    table.schema = schema();
    table.name = someName(table.schema);
    table.kind = Table::Kind::Typed;
    emitSql(sql("CREATE TABLE ", table.sql(), " OF ", m_random.pick(m_composites), storageParameters(false)));
    remember(u"TABLE"_s, table.sql(), tableRights);
    m_tables.push_back(table);
}

/// Two parents that share a column, and children that merge and redefine columns.
void Generator::makeInheritance()
{
    if (!m_random.chance(70))
        return;
    const auto in = schema();
    const auto shared = m_names.fresh(u"inheritance"_s);
    const auto other = m_names.fresh(u"inheritance"_s);
    const auto third = m_names.fresh(u"inheritance"_s);
    const auto own = m_names.fresh(u"inheritance"_s);
    const auto integers = Type{u"integer"_s, u"42"_s, Abilities(Btree) | Hash | Number | Brin};
    const auto texts =
        Type{u"text"_s, u"'x'::text"_s, Abilities(Btree) | Hash | TextLike | Collatable | Toastable};
    const auto make = [&](const QString &columns, const QString &parents, const std::vector<Column> &list) {
        Table table;
        table.schema = in;
        table.name = someName(in);
        table.inheritance = true;
        table.columns = list;
        emitSql(sql("CREATE TABLE ", table.sql(), " (", columns, ")",
                    parents.isEmpty() ? QString() : sql(" INHERITS (", parents, ")"),
                    storageParameters(false)));
        remember(u"TABLE"_s, table.sql(), tableRights);
        m_tables.push_back(table);
        return table.sql();
    };
    const Column a = {shared, integers};
    const Column b = {other, texts};
    const Column c = {third, texts};
    const auto check = ident(m_names.fresh(u"family"_s));
    const auto mother = make(sql(ident(shared), " integer NOT NULL DEFAULT 1, ", ident(other),
                                 " text, CONSTRAINT ", check, " CHECK (", ident(shared), " <> 7)"),
                             {}, {a, b});
    const auto father = make(
        sql(ident(shared), " integer, ", ident(third), " text CHECK (", ident(third), " <> '') NO INHERIT"),
        {}, {a, c});
    const auto child = make(sql(ident(own), " integer, ", ident(other), " text DEFAULT 'child' NOT NULL"),
                            joined({mother, father}), {a, b, c, {own, integers}});
    if (m_random.chance(50))
        make({}, child, {a, b, c, {own, integers}});
    if (m_random.chance(50))
        make(sql("CONSTRAINT ", check, " CHECK (", ident(shared), " <> 7), ", ident(shared),
                 " integer DEFAULT 3"),
             mother, {a, b});
    if (m_random.chance(50)) {
        const auto late = make(sql(ident(shared), " integer NOT NULL, ", ident(other), " text, CONSTRAINT ",
                                   check, " CHECK (", ident(shared), " <> 7)"),
                               {}, {a, b});
        emitSql(sql("ALTER TABLE ", late, " INHERIT ", mother));
    }
}

void Generator::makeColumnAlterations(Table &table)
{
    for (const auto &column : table.columns) {
        const auto prefix = sql("ALTER TABLE ", table.sql(), " ALTER COLUMN ", ident(column.name));
        if (m_random.chance(10) && !column.virtualValue)
            emitSql(sql(prefix, " SET STATISTICS ", m_random.pick(std::vector<int>{0, 100, 5000})));
        if (m_random.chance(8))
            emitSql(sql(prefix, " SET (n_distinct = ", m_random.chance(50) ? "-0.5" : "7",
                        m_random.chance(50) ? ", n_distinct_inherited = 3)" : ")"));
        if (m_random.chance(12) && column.type.can & Toastable && !column.virtualValue)
            emitSql(sql(prefix, " SET STORAGE ", m_random.chance(50) ? "MAIN" : "EXTERNAL"));
    }
    const bool plainTable = table.kind == Table::Kind::Ordinary && !table.inheritance;
    if (plainTable && m_random.chance(15)) {
        // A gap in the attribute numbers.
        emitSql(sql("ALTER TABLE ", table.sql(),
                    " ADD COLUMN \"dropped %1\" text, ADD COLUMN \"added later\" integer DEFAULT 5"));
        emitSql(sql("ALTER TABLE ", table.sql(), " DROP COLUMN \"dropped %1\""));
    }
}

/// What the serial types make.
void Generator::makeOwnedSequence(Table &table)
{
    if (table.kind != Table::Kind::Ordinary || table.unlogged || table.inheritance || !m_random.chance(40))
        return;
    for (const auto &column : table.columns) {
        const bool whole = column.type.sql == u"integer"_s || column.type.sql == u"bigint"_s;
        if (!column.plain || !whole)
            continue;
        const auto name = sql(ident(table.schema), ".", ident(someName(table.schema)));
        emitSql(sql("CREATE SEQUENCE ", name, " AS ", column.type.sql, " OWNED BY ", table.sql(), ".",
                    ident(column.name)));
        if (m_random.chance(70))
            emitSql(sql("ALTER TABLE ", table.sql(), " ALTER COLUMN ", ident(column.name),
                        " SET DEFAULT nextval(", literal(name), "::regclass)"));
        // Its owner follows the table's.
        remember(u"SEQUENCE"_s, name, {u"USAGE"_s}, false);
        return;
    }
}

} // namespace squall::test::generator

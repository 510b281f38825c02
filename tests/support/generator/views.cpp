#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

QString Generator::viewOptions(bool updatable)
{
    QStringList options;
    if (m_random.chance(30))
        options.append(m_random.chance(50) ? u"security_barrier = true"_s : u"security_barrier"_s);
    if (since(15) && m_random.chance(30))
        options.append(u"security_invoker = on"_s);
    if (updatable && m_random.chance(20))
        options.append(u"check_option = local"_s);
    return options.isEmpty() ? QString() : sql(" WITH (", joined(options), ")");
}

QString Generator::viewBody(std::vector<Column> &columns, bool &updatable)
{
    const auto &table = m_random.pick(m_tables);
    const bool fromView = !m_views.empty() && m_random.chance(35);
    const auto source = fromView ? m_random.pick(m_views) : View{table.schema, table.name, table.columns};
    updatable = false;
    columns.clear();
    if (source.columns.empty())
        return u"SELECT 1 AS one, NULL::text AS \"No Name\", 'x'::character varying(5)"_s;
    QStringList list;
    for (const auto &column : m_random.some(source.columns, m_random.between(1, 4))) {
        list.append(sql("s.", ident(column.name)));
        columns.push_back(column);
        columns.back().virtualValue = false;
        columns.back().plain = true;
        columns.back().notNull = false;
    }
    const auto base = sql("SELECT ", joined(list));
    switch (m_random.below(8)) {
    case 0:
        updatable = !fromView && table.kind != Table::Kind::Typed;
        return sql(base, " FROM ", source.sql(), " s");
    case 1:
        updatable = !fromView;
        return sql(base, " FROM ", source.sql(), " s WHERE ", QString(predicate(source.columns)));
    case 2:
        return sql("WITH \"c %1\" AS (", base, " FROM ", source.sql(), " s) SELECT * FROM \"c %1\" LIMIT 10");
    case 3:
        columns.push_back(
            {sql("the count ", ++m_counter), {u"bigint"_s, u"1::bigint"_s, Abilities(Btree) | Hash}});
        return sql(base, ", pg_catalog.count(*) OVER () AS ", ident(columns.back().name), " FROM ",
                   source.sql(), " s");
    case 4:
        return sql(base, " FROM ", source.sql(), " s LEFT JOIN LATERAL (SELECT ", m_integerFunction,
                   "(1) AS n) l ON true JOIN ", m_random.pick(m_tables).sql(),
                   " AS \"other \"\" one\" ON (1 = 1) WHERE EXISTS (SELECT FROM ", source.sql(), ")");
    case 5: return sql(base, " FROM ", source.sql(), " s UNION ALL ", base, " FROM ", source.sql(), " s");
    case 6:
        return sql(base, " FROM ", source.sql(), " s, pg_catalog.generate_series(1, ", m_integerFunction,
                   "(3)) WITH ORDINALITY AS g(\"g.1\", \"ord\")");
    default:
        columns.push_back({sql("computed %", ++m_counter),
                           {u"text"_s, u"'x'::text"_s, Abilities(Btree) | Hash | TextLike}});
        return sql(base, ", ", m_textFunction,
                   "('it''s \\'::text) || CASE WHEN 1 > 2 THEN 'a'::text ELSE NULL::text END AS ",
                   ident(columns.back().name), " FROM ", source.sql(), " s");
    }
}

void Generator::makeView()
{
    View view;
    view.schema = schema();
    view.name = someName(view.schema);
    const auto body = viewBody(view.columns, view.updatable);
    QString renamed;
    if (m_random.chance(30) && !view.columns.empty()) {
        view.columns.front().name = sql("renamed \"%", ++m_counter);
        renamed = sql(" (", ident(view.columns.front().name), ")");
    }
    const auto options = viewOptions(view.updatable);
    const bool check = view.updatable && !options.contains(u"check_option"_s) && m_random.chance(20);
    emitSql(sql("CREATE VIEW ", view.sql(), renamed, options, " AS ", body,
                check ? " WITH CASCADED CHECK OPTION" : ""));
    if (!view.columns.empty() && m_random.chance(25))
        emitSql(sql("ALTER VIEW ", view.sql(), " ALTER COLUMN ", ident(view.columns.back().name),
                    " SET DEFAULT ", view.columns.back().type.sample));
    remember(u"VIEW"_s, view.sql(), {u"SELECT"_s, u"INSERT"_s});
    m_named.back().granted = sql("TABLE ", view.sql());
    if (!view.columns.empty() && m_random.chance(40))
        m_named.push_back({sql("COLUMN ", view.sql(), ".", ident(view.columns.front().name)), {}, {}});
    m_views.push_back(view);
}

void Generator::makeRecursiveView()
{
    if (!m_random.chance(40))
        return;
    View view;
    view.schema = schema();
    view.name = someName(view.schema);
    view.columns = {{u"n"_s, {u"integer"_s, u"1"_s, Abilities(Btree) | Hash | Number}}};
    emitSql(sql("CREATE RECURSIVE VIEW ", view.sql(), " (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM ",
                ident(view.name), " WHERE n < 100"));
    remember(u"VIEW"_s, view.sql(), {u"SELECT"_s});
    m_named.back().granted = sql("TABLE ", view.sql());
    m_views.push_back(view);
}

void Generator::makeMaterializedView()
{
    if (!m_random.chance(70))
        return;
    const auto &table = m_random.pick(m_tables);
    if (table.columns.empty())
        return;
    View view;
    view.schema = schema();
    view.name = someName(view.schema);
    QStringList list;
    for (const auto &column : m_random.some(table.columns, 5)) {
        list.append(ident(column.name));
        view.columns.push_back(column);
        view.columns.back().virtualValue = false;
        view.columns.back().notNull = false;
    }
    emitSql(sql("CREATE MATERIALIZED VIEW ", view.sql(),
                !m_tableMethod.isEmpty() && m_random.chance(40) ? sql(" USING ", m_tableMethod) : QString(),
                m_random.chance(30) ? " WITH (fillfactor = 60, autovacuum_enabled = off)" : "", " AS SELECT ",
                joined(list), " FROM ", table.sql(), m_random.chance(50) ? " WITH NO DATA" : ""));
    makeIndexes(view.sql(), view.schema, view.columns, false);
    const auto &column = view.columns.front();
    if (m_random.chance(30))
        emitSql(sql("ALTER MATERIALIZED VIEW ", view.sql(), " ALTER COLUMN ", ident(column.name),
                    " SET STATISTICS 7"));
    remember(u"MATERIALIZED VIEW"_s, view.sql(), {u"SELECT"_s});
    m_named.back().granted = sql("TABLE ", view.sql());
    m_named.push_back({sql("COLUMN ", view.sql(), ".", ident(column.name)), {}, {}});
}

} // namespace squall::test::generator

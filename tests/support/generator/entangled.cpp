#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

/// Objects that need each other in an order of their own.
void Generator::makeEntangled()
{
    if (m_random.chance(40))
        makeCanonicalRange();
    if (m_random.chance(50))
        makeRowTypeCheck();
    if (m_random.chance(40))
        makeGroupedView();
    if (m_random.chance(40))
        makeInternalFunctions();
    if (m_random.chance(40))
        makeDetailedTypedTable();
}

/// The type must exist before the function that it then names.
void Generator::makeCanonicalRange()
{
    const auto in = schema();
    const auto name = sql(ident(in), ".", ident(sql("range ", ++m_counter)));
    const auto function = sql(ident(in), ".", ident(sql("canonical ", m_counter)));
    emitSql(sql("CREATE TYPE ", name));
    emitSql(sql("CREATE FUNCTION ", function, "(", name, ") RETURNS ", name,
                " LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical'"));
    emitSql(sql("CREATE TYPE ", name, " AS RANGE (subtype = integer, canonical = ", function, ")"));
    emitSql(sql("CREATE TABLE ", ident(in), ".", ident(sql("ranged ", m_counter)), " (r ", name,
                " DEFAULT '[1,5)', EXCLUDE USING gist (r WITH &&))"));
}

/// A table whose check calls a function of the table's own row.
void Generator::makeRowTypeCheck()
{
    const auto in = schema();
    const auto table = sql(ident(in), ".", ident(sql("rows ", ++m_counter)));
    const auto function = sql(ident(in), ".", ident(sql("row test ", m_counter)));
    emitSql(sql("CREATE TABLE ", table, " (id integer, note text)"));
    emitSql(sql("CREATE FUNCTION ", function, "(", table,
                ") RETURNS boolean LANGUAGE sql IMMUTABLE AS $squall$ select ($1).id is not null $squall$"));
    emitSql(
        sql("ALTER TABLE ", table, " ADD CONSTRAINT \"whole row\" CHECK (", function, "(", table, ".*))"));
    emitSql(sql("CREATE VIEW ", ident(in), ".", ident(sql("row view ", m_counter)), " AS SELECT t.*, ",
                function, "(t.*) AS good, t AS whole FROM ", table, " t"));
}

/// A view that stands on a primary key, which is what lets it select more than it groups by.
void Generator::makeGroupedView()
{
    const auto in = schema();
    const auto table = sql(ident(in), ".", ident(sql("grouped ", ++m_counter)));
    emitSql(sql("CREATE TABLE ", table, " (id integer CONSTRAINT ", ident(sql("grouped key ", m_counter)),
                " PRIMARY KEY, note text, amount numeric(10,2))"));
    const auto view = sql(ident(in), ".", ident(sql("grouped view ", m_counter)));
    emitSql(
        sql("CREATE VIEW ", view, " AS SELECT id, note, sum(amount) AS total FROM ", table, " GROUP BY id"));
    emitSql(sql("CREATE FUNCTION ", ident(in), ".", ident(sql("of view ", m_counter)), "() RETURNS SETOF ",
                view, " LANGUAGE sql STABLE ",
                since(14) ? sql("BEGIN ATOMIC SELECT * FROM ", view, "; END")
                          : sql("AS $squall$ select * from ", view, " $squall$")));
}

void Generator::makeInternalFunctions()
{
    const auto in = schema();
    emitSql(sql("CREATE FUNCTION ", ident(in), ".", ident(sql("window ", ++m_counter)),
                "() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE PARALLEL SAFE AS 'window_row_number'"));
    emitSql(
        sql("CREATE FUNCTION ", ident(in), ".", ident(sql("supported ", m_counter)),
            "(integer, integer) RETURNS SETOF integer LANGUAGE internal IMMUTABLE STRICT ROWS 50 SUPPORT ",
            "pg_catalog.generate_series_int4_support AS 'generate_series_int4'"));
}

void Generator::makeDetailedTypedTable()
{
    const auto in = schema();
    const auto type = sql(ident(in), ".", ident(sql("shape ", ++m_counter)));
    const auto table = sql(ident(in), ".", ident(sql("shaped ", m_counter)));
    emitSql(sql("CREATE TYPE ", type, " AS (a integer, \"B %1\" text COLLATE \"C\", c timestamptz)"));
    emitSql(sql("CREATE TABLE ", table, " OF ", type,
                " (a WITH OPTIONS DEFAULT 3 NOT NULL, \"B %1\" DEFAULT 'x', ",
                "PRIMARY KEY (a), CHECK (\"B %1\" <> ''))"));
    emitSql(sql("COMMENT ON COLUMN ", table, ".c IS 'typed'"));
    emitSql(sql("COMMENT ON COLUMN ", type, ".a IS 'attribute'"));
    emitSql(sql("GRANT SELECT (c) ON ", table, " TO PUBLIC"));
}

} // namespace squall::test::generator

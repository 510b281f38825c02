#include "tests/core/catalog/readback.h"

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;
using test::ReadBack;

/// Functions, procedures, window functions and aggregates.
class TestIntrospectFunctions : public QObject
{
    Q_OBJECT

private slots:
    void functions_data() { ReadBack::everyVersion(); }
    void functions();
    void sqlBodies_data() { ReadBack::everyVersion(); }
    void sqlBodies();
    void aggregates_data() { ReadBack::everyVersion(); }
    void aggregates();
    void orderedSetAggregates_data() { ReadBack::everyVersion(); }
    void orderedSetAggregates();
};

void TestIntrospectFunctions::functions()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE SCHEMA "Käse";
        CREATE TYPE "Käse"."a.b" AS ENUM ('x');
        CREATE FUNCTION "Käse"."do""it"(a integer DEFAULT 1, VARIADIC "b c" text[] DEFAULT '{}', OUT sum integer, OUT more text)
            RETURNS SETOF record LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 7 ROWS 3
            SET search_path = pg_catalog, "Käse" AS $f$BEGIN RETURN; END; -- $function$ \ '
        $f$;
        CREATE FUNCTION "Käse"."do""it"("Käse"."a.b") RETURNS "Käse"."a.b"[] LANGUAGE sql IMMUTABLE LEAKPROOF AS 'SELECT ARRAY[$1]';
        CREATE PROCEDURE tidy(INOUT n integer) LANGUAGE plpgsql AS 'BEGIN n := 1; END';
        CREATE FUNCTION nth(integer) RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
        CREATE FUNCTION rows_of() RETURNS TABLE (id integer, t text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
        CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        COMMENT ON FUNCTION rows_of() IS 'rows';
        COMMENT ON PROCEDURE tidy(integer) IS 'tidies';
        REVOKE EXECUTE ON FUNCTION rows_of() FROM PUBLIC;
        GRANT EXECUTE ON PROCEDURE tidy(integer) TO pg_monitor WITH GRANT OPTION;
    )"_s);
    QCOMPARE(read.fault(), QString());

    QCOMPARE(read.snapshot().functions.size(), size_t(6));
    const auto *doIt = read.function(u"do\"it"_s);
    QVERIFY(doIt);
    QCOMPARE(doIt->schema, u"Käse"_s);
    QVERIFY(doIt->identityArguments.startsWith(u"\"Käse\"") ||
            doIt->identityArguments.startsWith(u"a integer"));
    const auto *tidy = read.function(u"tidy"_s);
    QCOMPARE(tidy->type, Function::Type::Procedure);
    QCOMPARE(tidy->identityArguments, u"INOUT n integer"_s);
    QCOMPARE(tidy->comment, u"tidies"_s);
    QVERIFY(tidy->result.isEmpty());
    QCOMPARE(tidy->privileges.granted,
             (std::vector{Privilege{.grantee = u"pg_monitor"_s, .right = u"EXECUTE"_s, .grantable = true}}));
    const auto *nth = read.function(u"nth"_s);
    QCOMPARE(nth->type, Function::Type::Window);
    QCOMPARE(nth->language, u"internal"_s);
    const auto *rows = read.function(u"rows_of"_s);
    QCOMPARE(rows->type, Function::Type::Function);
    QCOMPARE(rows->result, u"TABLE(id integer, t text)"_s);
    QCOMPARE(rows->comment, u"rows"_s);
    QCOMPARE(rows->privileges.revoked, (std::vector{Privilege{.grantee = {}, .right = u"EXECUTE"_s}}));
    QVERIFY(rows->definition.startsWith(u"CREATE OR REPLACE FUNCTION public.rows_of()"));
    QVERIFY(!rows->definition.endsWith(u'\n'));
}

void TestIntrospectFunctions::sqlBodies()
{
    QFETCH(int, version);
    if (version < 14) {
        // Servers before 14 do not know bodies that are more than text: there, nothing may be read into one.
        ReadBack read(version, u"CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'"_s);
        QCOMPARE(read.fault(), QString());
        QVERIFY(read.function(u"f"_s)->definition.contains(u"AS $function$SELECT 1$function$"));
        return;
    }
    ReadBack read(version, uR"(
        CREATE TABLE z_table (id integer, name text);
        CREATE FUNCTION a_second() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(name) FROM z_table; END;
        CREATE FUNCTION a_first() RETURNS bigint LANGUAGE sql RETURN a_second() + 1;
    )"_s);
    QCOMPARE(read.fault(), QString());
    QVERIFY(read.function(u"a_second"_s)->definition.contains(u"BEGIN ATOMIC"));
    QVERIFY(read.needs(idOf(*read.function(u"a_first"_s)), idOf(*read.function(u"a_second"_s))));
}

void TestIntrospectFunctions::aggregates()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE FUNCTION "Add"(numeric, integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
        CREATE FUNCTION take(numeric, integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
        CREATE FUNCTION merge(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
        CREATE FUNCTION done(numeric) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
        CREATE FUNCTION done_with(numeric, integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
        CREATE AGGREGATE total("n n" integer) (
            SFUNC = "Add", STYPE = numeric, SSPACE = 64, FINALFUNC = done_with, FINALFUNC_EXTRA,
            FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = merge, INITCOND = '0', PARALLEL = SAFE,
            MSFUNC = "Add", MINVFUNC = take, MSTYPE = numeric, MSSPACE = 32, MFINALFUNC = done, MFINALFUNC_MODIFY = READ_WRITE,
            MINITCOND = '0');
        CREATE AGGREGATE counted(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
        CREATE AGGREGATE least_of(integer) (SFUNC = int4smaller, STYPE = integer, SORTOP = <, PARALLEL = RESTRICTED);
        CREATE AGGREGATE average(bigint) (SFUNC = int8_avg_accum, STYPE = internal, FINALFUNC = numeric_poly_avg,
            COMBINEFUNC = int8_avg_combine, SERIALFUNC = int8_avg_serialize, DESERIALFUNC = int8_avg_deserialize);
        CREATE AGGREGATE joined(VARIADIC text[]) (SFUNC = array_cat, STYPE = text[], INITCOND = '{"it''s \\"}');
        COMMENT ON AGGREGATE total(integer) IS 'adds up';
        REVOKE ALL ON FUNCTION total(integer) FROM PUBLIC;
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto *total = read.function(u"total"_s);
    QVERIFY(total);
    QCOMPARE(total->type, Function::Type::Aggregate);
    QCOMPARE(total->result, u"text"_s);
    QCOMPARE(total->comment, u"adds up"_s);
    QCOMPARE(total->privileges.revoked.size(), size_t(1));
    for (const auto *part :
         {"SFUNC = public.\"Add\"", "SSPACE = 64", "FINALFUNC_EXTRA", "FINALFUNC_MODIFY = SHAREABLE",
          "MINVFUNC = public.take", "MFINALFUNC_MODIFY = READ_WRITE", "PARALLEL = SAFE"})
        QVERIFY2(total->definition.contains(QLatin1String(part)), part);
    QVERIFY(read.function(u"counted"_s)->definition.startsWith(u"CREATE AGGREGATE public.counted(*) ("));
    QVERIFY(read.function(u"least_of"_s)->definition.contains(u"SORTOP = OPERATOR(pg_catalog.<)"));
    QVERIFY(read.function(u"average"_s)->definition.contains(u"DESERIALFUNC = int8_avg_deserialize"));
    QVERIFY(read.needs(idOf(*total), idOf(*read.function(u"Add"_s))));
}

void TestIntrospectFunctions::orderedSetAggregates()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE AGGREGATE pick(double precision ORDER BY anyelement) (
            SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
        CREATE AGGREGATE place(VARIADIC "any" ORDER BY VARIADIC "any") (
            SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
        COMMENT ON AGGREGATE pick(double precision ORDER BY anyelement) IS 'picks';
        REVOKE ALL ON FUNCTION place(VARIADIC "any") FROM PUBLIC;
    )"_s);
    QCOMPARE(read.fault(), QString());
    QCOMPARE(read.function(u"pick"_s)->identityArguments, u"double precision ORDER BY anyelement"_s);
    QVERIFY(read.function(u"place"_s)->definition.contains(u"HYPOTHETICAL"));
}

QTEST_GUILESS_MAIN(TestIntrospectFunctions)
#include "tst_introspect_functions.moc"

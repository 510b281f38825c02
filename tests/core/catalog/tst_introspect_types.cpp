#include "tests/core/catalog/readback.h"

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;
using test::ReadBack;

/// Enums, domains, composite and range types, read from a server and made anew from what was read.
class TestIntrospectTypes : public QObject
{
    Q_OBJECT

private slots:
    void enums_data() { ReadBack::everyVersion(); }
    void enums();
    void domains_data() { ReadBack::everyVersion(); }
    void domains();
    void composites_data() { ReadBack::everyVersion(); }
    void composites();
    void ranges_data() { ReadBack::everyVersion(); }
    void ranges();
    void canonicalFunctions_data() { ReadBack::everyVersion(); }
    void canonicalFunctions();
    void baseTypesAreNamed_data() { ReadBack::everyVersion(); }
    void baseTypesAreNamed();
};

void TestIntrospectTypes::enums()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE SCHEMA "Größe.x";
        CREATE TYPE "Größe.x"."select" AS ENUM ('klein', 'NULL', 'it''s "big", \ {really}', '');
        ALTER TYPE "Größe.x"."select" ADD VALUE 'mittel' AFTER 'klein';
        CREATE TYPE none AS ENUM ();
        COMMENT ON TYPE "Größe.x"."select" IS 'sizes';
        REVOKE USAGE ON TYPE none FROM PUBLIC;
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto &enums = read.snapshot().enums;
    QCOMPARE(enums.size(), size_t(2));
    QCOMPARE(enums[0].schema, u"Größe.x"_s);
    QCOMPARE(enums[0].name, u"select"_s);
    QCOMPARE(enums[0].labels,
             (QStringList{u"klein"_s, u"mittel"_s, u"NULL"_s, u"it's \"big\", \\ {really}"_s, u""_s}));
    QCOMPARE(enums[0].comment, u"sizes"_s);
    QVERIFY(enums[1].labels.isEmpty());
    QCOMPARE(enums[1].privileges.revoked, (std::vector{Privilege{.grantee = {}, .right = u"USAGE"_s}}));
}

void TestIntrospectTypes::domains()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE FUNCTION is_even(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 2 = 0';
        CREATE DOMAIN even AS integer DEFAULT 2 NOT NULL CONSTRAINT "is even" CHECK (is_even(VALUE));
        CREATE DOMAIN code AS varchar(10) COLLATE "C" CHECK (VALUE <> '');
        CREATE DOMAIN of_domain AS even[];
        ALTER DOMAIN code ADD CONSTRAINT short CHECK (length(VALUE) < 5) NOT VALID;
        COMMENT ON DOMAIN even IS 'even numbers';
        COMMENT ON CONSTRAINT "is even" ON DOMAIN even IS 'checked';
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto &domains = read.snapshot().domains;
    QCOMPARE(domains.size(), size_t(3));
    const auto &code = domains[0];
    QCOMPARE(code.baseType, u"character varying(10)"_s);
    QCOMPARE(code.collation, u"\"C\""_s);
    QVERIFY(!code.notNull && !code.defaultSql);
    QCOMPARE(code.constraints.size(), size_t(2));
    QCOMPARE(code.constraints[0].name, u"code_check"_s);
    QVERIFY(code.constraints[0].validated);
    QVERIFY(!code.constraints[1].validated);

    const auto &even = domains[1];
    QCOMPARE(even.defaultSql, std::optional(u"2"_s));
    QVERIFY(even.notNull);
    QCOMPARE(even.comment, u"even numbers"_s);
    QCOMPARE(even.constraints.size(), size_t(version >= 17 ? 2 : 1));
    const auto &check = even.constraints.back();
    QCOMPARE(version >= 17 ? even.constraints[1].name : check.name, u"is even"_s);
    QCOMPARE(even.constraints[version >= 17 ? 1 : 0].expression, u"public.is_even(VALUE)"_s);
    QCOMPARE(even.constraints[version >= 17 ? 1 : 0].comment, u"checked"_s);
    QCOMPARE(domains[2].baseType, u"public.even[]"_s);
    QVERIFY(read.needs(idOf(domains[2]), idOf(even)));
    QVERIFY(read.needs(idOf(even), {Kind::Function, u"public"_s, u"is_even(integer)"_s}));
}

void TestIntrospectTypes::composites()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE TYPE color AS ENUM ('red');
        CREATE TYPE "Point 3D" AS (x double precision, gone text, "y.y" numeric(10, 2)[], name text COLLATE "C", c color);
        ALTER TYPE "Point 3D" DROP ATTRIBUTE gone;
        CREATE TYPE empty AS ();
        COMMENT ON TYPE "Point 3D" IS 'a point';
        COMMENT ON COLUMN "Point 3D"."y.y" IS 'up';
        REVOKE ALL ON TYPE "Point 3D" FROM PUBLIC;
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto &composites = read.snapshot().composites;
    QCOMPARE(composites.size(), size_t(2));
    const auto &point = composites[0];
    QCOMPARE(point.name, u"Point 3D"_s);
    QCOMPARE(point.comment, u"a point"_s);
    QCOMPARE(point.privileges.revoked.size(), size_t(1));
    QCOMPARE(point.attributes.size(), size_t(4));
    QCOMPARE(point.attributes[1].name, u"y.y"_s);
    QCOMPARE(point.attributes[1].type, u"numeric(10,2)[]"_s);
    QCOMPARE(point.attributes[1].comment, u"up"_s);
    QCOMPARE(point.attributes[2].collation, u"\"C\""_s);
    QCOMPARE(point.attributes[3].type, u"public.color"_s);
    QVERIFY(composites[1].attributes.empty());
    QVERIFY(read.needs(idOf(point), {Kind::Enum, u"public"_s, u"color"_s}));
}

void TestIntrospectTypes::ranges()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE TYPE day AS (d integer);
        CREATE FUNCTION distance(text, text) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT 1.0::float8';
        CREATE TYPE words AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops,
                                    SUBTYPE_DIFF = distance %1);
        CREATE TYPE days AS RANGE (SUBTYPE = day);
        CREATE TABLE uses_constructor (w words DEFAULT words('a', 'b'));
        COMMENT ON TYPE words IS 'from a to b';
    )"_s.arg(version >= 14 ? u", MULTIRANGE_TYPE_NAME = \"Many Words\""_s : QString()));
    QCOMPARE(read.fault(), QString());

    const auto &ranges = read.snapshot().ranges;
    QCOMPARE(ranges.size(), size_t(2));
    QCOMPARE(ranges[0].name, u"days"_s);
    QCOMPARE(ranges[0].subtype, u"public.day"_s);
    QVERIFY(ranges[0].operatorClass.isEmpty());
    const auto &words = ranges[1];
    QCOMPARE(words.operatorClass, u"text_pattern_ops"_s);
    QCOMPARE(words.collation, u"\"C\""_s);
    QCOMPARE(words.differenceFunction, u"public.distance"_s);
    QCOMPARE(words.multirange,
             version >= 14 ? (QualifiedName{u"public"_s, u"Many Words"_s}) : QualifiedName{});
    QCOMPARE(words.comment, u"from a to b"_s);
    QCOMPARE(read.snapshot().functions.size(), size_t(1));
    QVERIFY(read.needs(idOf(words), {Kind::Function, u"public"_s, u"distance(text, text)"_s}));
    QVERIFY(read.needs(idOf(ranges[0]), {Kind::Composite, u"public"_s, u"day"_s}));
}

void TestIntrospectTypes::canonicalFunctions()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        SET client_min_messages = error;
        CREATE SCHEMA "a b";
        CREATE TYPE "a b".steps;
        CREATE FUNCTION "a b".whole("a b".steps) RETURNS "a b".steps LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
        CREATE TYPE "a b".steps AS RANGE (SUBTYPE = integer, CANONICAL = "a b".whole, SUBTYPE_DIFF = int4range_subdiff);
        CREATE TABLE climbs (s "a b".steps);
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto &steps = read.snapshot().ranges.front();
    QCOMPARE(steps.canonicalFunction, u"\"a b\".whole"_s);
    QCOMPARE(steps.differenceFunction, u"pg_catalog.int4range_subdiff"_s);
    QVERIFY(read.needs(idOf(steps), idOf(*read.function(u"whole"_s))));
    QVERIFY(read.needs(idOf(*read.function(u"whole"_s)), idOf(steps)));
}

void TestIntrospectTypes::baseTypesAreNamed()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        SET client_min_messages = error;
        CREATE TYPE shell;
        CREATE TYPE mine;
        CREATE FUNCTION mine_in(cstring) RETURNS mine LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
        CREATE FUNCTION mine_out(mine) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
        CREATE TYPE mine (INPUT = mine_in, OUTPUT = mine_out, LIKE = integer);
    )"_s);
    const auto &unmodeled = read.snapshot().unmodeled;
    QCOMPARE(unmodeled.size(), size_t(2));
    QCOMPARE(unmodeled[0], (Unmodeled{{Kind::BaseType, u"public"_s, u"mine"_s}, u"base type"_s}));
    QCOMPARE(unmodeled[1], (Unmodeled{{Kind::BaseType, u"public"_s, u"shell"_s}, u"shell type"_s}));
}

QTEST_GUILESS_MAIN(TestIntrospectTypes)
#include "tst_introspect_types.moc"

#include "tests/core/catalog/readback.h"

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;
using test::ReadBack;

/// Operators and what is built of them, casts, conversions, transforms, languages and access methods.
class TestIntrospectOperators : public QObject
{
    Q_OBJECT

private slots:
    void operators_data() { ReadBack::everyVersion(); }
    void operators();
    void operatorClasses_data() { ReadBack::everyVersion(); }
    void operatorClasses();
    void looseMembers_data() { ReadBack::everyVersion(); }
    void looseMembers();
    void casts_data() { ReadBack::everyVersion(); }
    void casts();
    void languages_data() { ReadBack::everyVersion(); }
    void languages();
    void accessMethods_data() { ReadBack::everyVersion(); }
    void accessMethods();
};

void TestIntrospectOperators::operators()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE SCHEMA "Op.s";
        CREATE FUNCTION same(text, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2::text';
        CREATE FUNCTION emas(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $2 = $1::text';
        CREATE FUNCTION differs(text, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2::text';
        CREATE FUNCTION prefix(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
        CREATE OPERATOR "Op.s".=== (FUNCTION = same, LEFTARG = text, RIGHTARG = integer,
            COMMUTATOR = OPERATOR("Op.s".===), NEGATOR = OPERATOR(public.<!>), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
        CREATE OPERATOR "Op.s".=== (FUNCTION = emas, LEFTARG = integer, RIGHTARG = text, COMMUTATOR = OPERATOR("Op.s".===));
        CREATE OPERATOR public.<!> (FUNCTION = differs, LEFTARG = text, RIGHTARG = integer, NEGATOR = OPERATOR("Op.s".===));
        CREATE OPERATOR public.@#@ (FUNCTION = prefix, RIGHTARG = text);
        COMMENT ON OPERATOR "Op.s".=== (text, integer) IS 'the same';
        COMMENT ON OPERATOR @#@ (NONE, text) IS 'before';
    )"_s);
    QCOMPARE(read.fault(), QString());

    QCOMPARE(read.snapshot().definitions.size(), size_t(4));
    const auto *differs = read.definition(Kind::Operator, u"<!>"_s);
    QVERIFY(differs);
    QCOMPARE(differs->qualifier, u"text, integer"_s);
    QCOMPARE(differs->address, u"OPERATOR public.<!>(text,integer)"_s);
    QCOMPARE(differs->statements,
             QStringList{u"CREATE OPERATOR public.<!> (FUNCTION = public.differs, LEFTARG = text, "
                         "RIGHTARG = integer, NEGATOR = OPERATOR(\"Op.s\".===))"_s});
    const auto *prefix = read.definition(Kind::Operator, u"@#@"_s);
    QCOMPARE(prefix->qualifier, u"NONE, text"_s);
    QCOMPARE(prefix->comment, u"before"_s);
    QVERIFY(read.needs(idOf(*differs), idOf(*read.function(u"differs"_s))));
}

void TestIntrospectOperators::operatorClasses()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE FUNCTION reversed(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS 'SELECT btint4cmp($2, $1)';
        CREATE OPERATOR CLASS "Back wards" FOR TYPE integer USING btree AS
            OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 reversed(integer, integer);
        CREATE OPERATOR CLASS only_equal FOR TYPE text USING hash AS OPERATOR 1 =, FUNCTION 1 hashtext(text);
        CREATE OPERATOR CLASS near FOR TYPE point USING gist AS
            OPERATOR 1 <<, OPERATOR 15 <-> (point, point) FOR ORDER BY float_ops,
            FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
            FUNCTION 3 gist_point_compress(internal), FUNCTION 5 gist_box_penalty(internal, internal, internal),
            FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal),
            FUNCTION 8 gist_point_distance(internal, point, smallint, oid, internal), STORAGE box;
        COMMENT ON OPERATOR CLASS "Back wards" USING btree IS 'large first';
        CREATE TABLE t (a integer, p point);
        CREATE INDEX t_a ON t (a "Back wards");
        CREATE INDEX t_p ON t USING gist (p near);
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto *backwards = read.definition(Kind::OperatorClass, u"Back wards"_s);
    QVERIFY(backwards);
    QCOMPARE(backwards->qualifier, u"btree"_s);
    QCOMPARE(backwards->address, u"OPERATOR CLASS public.\"Back wards\" USING btree"_s);
    QCOMPARE(backwards->comment, u"large first"_s);
    QVERIFY(backwards->statements.front().contains(
        u"FUNCTION 1 (integer, integer) public.reversed(integer,integer)"));
    const auto *family = read.definition(Kind::OperatorFamily, u"Back wards"_s);
    QVERIFY(family);
    const auto *near = read.definition(Kind::OperatorClass, u"near"_s);
    QVERIFY(near->statements.front().contains(u"STORAGE box"));
    QVERIFY(read.needs(idOf(*backwards), idOf(*family)));
    QVERIFY(read.needs(idOf(*backwards), idOf(*read.function(u"reversed"_s))));
    QVERIFY(read.needs({Kind::Index, u"public"_s, u"t_a"_s}, idOf(*backwards)));
}

void TestIntrospectOperators::looseMembers()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE OPERATOR FAMILY mixed USING btree;
        CREATE OPERATOR CLASS small FOR TYPE money USING btree FAMILY mixed AS
            OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cash_cmp(money, money);
        ALTER OPERATOR FAMILY mixed USING btree ADD
            OPERATOR 1 < (smallint, integer), OPERATOR 3 = (smallint, integer), FUNCTION 1 (smallint, integer) btint24cmp(smallint, integer);
        COMMENT ON OPERATOR FAMILY mixed USING btree IS 'across types';
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto *mixed = read.definition(Kind::OperatorFamily, u"mixed"_s);
    QVERIFY(mixed);
    QCOMPARE(mixed->comment, u"across types"_s);
    QCOMPARE(
        mixed->statements.mid(1),
        (QStringList{u"ALTER OPERATOR FAMILY public.mixed USING btree ADD OPERATOR 1 <(smallint,integer)"_s,
                     u"ALTER OPERATOR FAMILY public.mixed USING btree ADD OPERATOR 3 =(smallint,integer)"_s,
                     u"ALTER OPERATOR FAMILY public.mixed USING btree ADD FUNCTION 1 (smallint, integer) "
                     "btint24cmp(smallint,integer)"_s}));
}

void TestIntrospectOperators::casts()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE TYPE mood AS ENUM ('fine');
        CREATE TYPE pair AS (a integer, b integer);
        CREATE TYPE span AS RANGE (SUBTYPE = money);
        CREATE FUNCTION to_pair(mood) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW(1, 2)::pair';
        CREATE CAST (mood AS pair) WITH FUNCTION to_pair(mood) AS ASSIGNMENT;
        CREATE CAST (pair AS text) WITH INOUT AS IMPLICIT;
        CREATE CAST (tsquery AS bytea) WITHOUT FUNCTION;
        COMMENT ON CAST (mood AS pair) IS 'doubles';
        CREATE CONVERSION "my conv" FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
        CREATE DEFAULT CONVERSION other FOR 'LATIN2' TO 'UTF8' FROM iso8859_to_utf8;
        COMMENT ON CONVERSION "my conv" IS 'converts';
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto *toPair = read.definition(Kind::Cast, u"public.mood AS public.pair"_s);
    QVERIFY(toPair);
    QCOMPARE(toPair->address, u"CAST (public.mood AS public.pair)"_s);
    QCOMPARE(toPair->comment, u"doubles"_s);
    QCOMPARE(toPair->statements, QStringList{u"CREATE CAST (public.mood AS public.pair) WITH FUNCTION "
                                             "public.to_pair(public.mood) AS ASSIGNMENT"_s});
    QVERIFY(read.needs(idOf(*toPair), idOf(*read.function(u"to_pair"_s))));
    QVERIFY(read.definition(Kind::Cast, u"public.pair AS text"_s));
    QVERIFY(read.definition(Kind::Cast, u"tsquery AS bytea"_s));
    const auto *conversion = read.definition(Kind::Conversion, u"other"_s);
    QVERIFY(conversion);
    QVERIFY(conversion->statements.front().startsWith(
        u"CREATE DEFAULT CONVERSION public.other FOR 'LATIN2' TO 'UTF8'"));
    QCOMPARE(read.snapshot().definitions.size(), size_t(5));
}

void TestIntrospectOperators::languages()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE TYPE pair AS (a integer, b integer);
        CREATE FUNCTION from_sql(internal) RETURNS internal IMMUTABLE LANGUAGE internal AS 'prsd_lextype';
        CREATE FUNCTION to_sql(internal) RETURNS pair IMMUTABLE LANGUAGE internal AS 'prsd_lextype';
        CREATE TRANSFORM FOR pair LANGUAGE sql (FROM SQL WITH FUNCTION from_sql(internal), TO SQL WITH FUNCTION to_sql(internal));
        COMMENT ON TRANSFORM FOR pair LANGUAGE sql IS 'there and back';
        CREATE TRUSTED LANGUAGE "pl/own" HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
        COMMENT ON LANGUAGE "pl/own" IS 'own';
        REVOKE USAGE ON LANGUAGE "pl/own" FROM PUBLIC;
        CREATE FUNCTION in_own() RETURNS integer LANGUAGE "pl/own" AS 'BEGIN RETURN 1; END';
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto *transform = read.definition(Kind::Transform, u"public.pair"_s);
    QVERIFY(transform);
    QCOMPARE(transform->qualifier, u"sql"_s);
    QCOMPARE(transform->comment, u"there and back"_s);
    QVERIFY(read.needs(idOf(*transform), idOf(*read.function(u"to_sql"_s))));
    const auto *language = read.definition(Kind::Language, u"pl/own"_s);
    QVERIFY(language);
    QCOMPARE(language->privileges.revoked.size(), size_t(1));
    QCOMPARE(language->statements,
             QStringList{u"CREATE TRUSTED LANGUAGE \"pl/own\" HANDLER plpgsql_call_handler INLINE "
                         "plpgsql_inline_handler VALIDATOR plpgsql_validator"_s});
    QVERIFY(read.needs(idOf(*read.function(u"in_own"_s)), idOf(*language)));
}

void TestIntrospectOperators::accessMethods()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
        CREATE ACCESS METHOD "Tree" TYPE INDEX HANDLER gisthandler;
        COMMENT ON ACCESS METHOD "Tree" IS 'a tree';
        CREATE OPERATOR CLASS in_tree DEFAULT FOR TYPE box USING "Tree" AS OPERATOR 1 <<,
            FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
            FUNCTION 5 gist_box_penalty(internal, internal, internal),
            FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal);
        CREATE TABLE t (a box) USING heap2;
        CREATE INDEX t_a ON t USING "Tree" (a);
    )"_s);
    QCOMPARE(read.fault(), QString());
    const auto *tree = read.definition(Kind::AccessMethod, u"Tree"_s);
    QVERIFY(tree);
    QCOMPARE(tree->comment, u"a tree"_s);
    QCOMPARE(tree->statements,
             QStringList{u"CREATE ACCESS METHOD \"Tree\" TYPE INDEX HANDLER gisthandler"_s});
    QVERIFY(read.needs(idOf(*read.definition(Kind::OperatorFamily, u"in_tree"_s)), idOf(*tree)));
}

QTEST_GUILESS_MAIN(TestIntrospectOperators)
#include "tst_introspect_operators.moc"

#include "tests/core/catalog/readback.h"

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;
using test::ReadBack;

/// Collations, extended statistics, text search, foreign data, publications, subscriptions and event
/// triggers.
class TestIntrospectDefinitions : public QObject
{
    Q_OBJECT

private slots:
    void collations_data() { ReadBack::everyVersion(); }
    void collations();
    void statistics_data() { ReadBack::everyVersion(); }
    void statistics();
    void textSearch_data() { ReadBack::everyVersion(); }
    void textSearch();
    void foreignData_data() { ReadBack::everyVersion(); }
    void foreignData();
    void publications_data() { ReadBack::everyVersion(); }
    void publications();
    void subscriptions_data() { ReadBack::everyVersion(); }
    void subscriptions();
    void eventTriggers_data() { ReadBack::everyVersion(); }
    void eventTriggers();
    void owners_data() { ReadBack::everyVersion(); }
    void owners();
    void extensionsHideTheirMembers_data() { ReadBack::everyVersion(); }
    void extensionsHideTheirMembers();
};

void TestIntrospectDefinitions::collations()
{
    QFETCH(int, version);
    ReadBack read(version,
                  uR"(
        CREATE SCHEMA s;
        CREATE COLLATION s."My C" (PROVIDER = libc, LOCALE = 'C');
        CREATE COLLATION copied FROM "POSIX";
        CREATE COLLATION mixed (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
        CREATE COLLATION german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', DETERMINISTIC = false);
        %1
        CREATE DOMAIN name AS text COLLATE german;
        COMMENT ON COLLATION s."My C" IS 'bytes';
    )"_s.arg((version >= 16 ? u"CREATE COLLATION ruled (PROVIDER = icu, LOCALE = 'und', RULES = '&a < g');"_s
                            : QString()) +
                  (version >= 17 ? u"CREATE COLLATION built (PROVIDER = builtin, LOCALE = 'C.UTF-8');"_s
                                 : QString())));
    QCOMPARE(read.fault(), QString());

    const auto *bytes = read.definition(Kind::Collation, u"My C"_s);
    QVERIFY(bytes);
    QCOMPARE(bytes->comment, u"bytes"_s);
    QCOMPARE(bytes->address, u"COLLATION s.\"My C\""_s);
    QCOMPARE(bytes->statements,
             QStringList{u"CREATE COLLATION s.\"My C\" (PROVIDER = libc, LOCALE = 'C')"_s});
    QCOMPARE(read.definition(Kind::Collation, u"copied"_s)->statements,
             QStringList{u"CREATE COLLATION public.copied FROM pg_catalog.\"POSIX\""_s});
    QVERIFY(read.definition(Kind::Collation, u"mixed"_s)->statements.front().contains(u"LC_CTYPE = 'POSIX'"));
    const auto *german = read.definition(Kind::Collation, u"german"_s);
    QCOMPARE(german->statements.front(),
             u"CREATE COLLATION public.german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', "
             "DETERMINISTIC = false)"_s);
    QVERIFY(read.needs({Kind::Domain, u"public"_s, u"name"_s}, idOf(*german)));
    if (version >= 16)
        QVERIFY(
            read.definition(Kind::Collation, u"ruled"_s)->statements.front().contains(u"RULES = '&a < g'"));
    if (version >= 17)
        QVERIFY(
            read.definition(Kind::Collation, u"built"_s)->statements.front().contains(u"PROVIDER = builtin"));
}

void TestIntrospectDefinitions::statistics()
{
    QFETCH(int, version);
    ReadBack read(version,
                  uR"(
        CREATE SCHEMA other;
        CREATE TABLE "T" (a integer, b integer, "c d" text);
        CREATE STATISTICS other."all of" ON b, a, "c d" FROM "T";
        CREATE STATISTICS "few kinds" (ndistinct, mcv) ON a, "c d" FROM "T";
        COMMENT ON STATISTICS "few kinds" IS 'two kinds';
        %1 %2
    )"_s.arg(version >= 13 ? u"ALTER STATISTICS \"few kinds\" SET STATISTICS 500;"_s : QString(),
                  version >= 14 ? u"CREATE STATISTICS expr ON lower(\"c d\"), a FROM \"T\";"_s : QString()));
    QCOMPARE(read.fault(), QString());

    const auto *some = read.definition(Kind::Statistics, u"few kinds"_s);
    QVERIFY(some);
    QCOMPARE(some->comment, u"two kinds"_s);
    QCOMPARE(some->statements.front(),
             u"CREATE STATISTICS public.\"few kinds\" (ndistinct, mcv) ON a, \"c d\" FROM public.\"T\""_s);
    if (version >= 13)
        QCOMPARE(some->statements.mid(1),
                 QStringList{u"ALTER STATISTICS public.\"few kinds\" SET STATISTICS 500"_s});
    QVERIFY(read.definition(Kind::Statistics, u"all of"_s));
    const auto &edges = *read.snapshot().dependencies;
    QVERIFY(std::any_of(edges.begin(), edges.end(), [&](const Dependency &edge) {
        return edge.object == idOf(*some) && edge.needs.schema == u"public" && edge.needs.name == u"T";
    }));
}

void TestIntrospectDefinitions::textSearch()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE SCHEMA "t.s";
        CREATE TEXT SEARCH PARSER "t.s".words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
                                               HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);
        CREATE TEXT SEARCH TEMPLATE plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
        CREATE TEXT SEARCH DICTIONARY "t.s"."my dict" (TEMPLATE = plain, ACCEPT = false);
        CREATE TEXT SEARCH DICTIONARY stem (TEMPLATE = snowball, LANGUAGE = 'english', STOPWORDS = 'english');
        CREATE TEXT SEARCH CONFIGURATION conf (PARSER = "t.s".words);
        ALTER TEXT SEARCH CONFIGURATION conf ADD MAPPING FOR asciiword, hword_asciipart WITH "t.s"."my dict", stem;
        ALTER TEXT SEARCH CONFIGURATION conf ADD MAPPING FOR email WITH pg_catalog.simple;
        CREATE TEXT SEARCH CONFIGURATION empty (PARSER = pg_catalog."default");
        COMMENT ON TEXT SEARCH PARSER "t.s".words IS 'p';
        COMMENT ON TEXT SEARCH TEMPLATE plain IS 't';
        COMMENT ON TEXT SEARCH DICTIONARY stem IS 'd';
        COMMENT ON TEXT SEARCH CONFIGURATION conf IS 'c';
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto *conf = read.definition(Kind::TextSearchConfiguration, u"conf"_s);
    QVERIFY(conf);
    QCOMPARE(conf->comment, u"c"_s);
    QCOMPARE(
        conf->statements,
        (QStringList{
            u"CREATE TEXT SEARCH CONFIGURATION public.conf (PARSER = \"t.s\".words)"_s,
            u"ALTER TEXT SEARCH CONFIGURATION public.conf ADD MAPPING FOR asciiword WITH \"t.s\".\"my dict\", public.stem"_s,
            u"ALTER TEXT SEARCH CONFIGURATION public.conf ADD MAPPING FOR email WITH pg_catalog.simple"_s,
            u"ALTER TEXT SEARCH CONFIGURATION public.conf ADD MAPPING FOR hword_asciipart WITH \"t.s\".\"my dict\", public.stem"_s}));
    const auto *dictionary = read.definition(Kind::TextSearchDictionary, u"my dict"_s);
    QVERIFY(dictionary);
    QVERIFY(read.definition(Kind::TextSearchDictionary, u"stem"_s)
                ->statements.front()
                .contains(u"stopwords = 'english'"));
    const auto *plain = read.definition(Kind::TextSearchTemplate, u"plain"_s);
    QVERIFY(read.needs(idOf(*conf), idOf(*dictionary)));
    QVERIFY(read.needs(idOf(*dictionary), idOf(*plain)));
    QVERIFY(read.needs(idOf(*conf), idOf(*read.definition(Kind::TextSearchParser, u"words"_s))));
}

void TestIntrospectDefinitions::foreignData()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE FOREIGN DATA WRAPPER "my fdw" VALIDATOR postgresql_fdw_validator;
        CREATE FOREIGN DATA WRAPPER bare OPTIONS (debug 'it''s "on"', secret_token 'x9z');
        CREATE SERVER "far away" TYPE 't' VERSION '1.0' FOREIGN DATA WRAPPER "my fdw" OPTIONS (host 'localhost', dbname 'a b');
        CREATE SERVER plain FOREIGN DATA WRAPPER bare OPTIONS (password_required 'false', api_key 'x9z', sslkey '/k');
        CREATE USER MAPPING FOR PUBLIC SERVER "far away";
        CREATE USER MAPPING FOR CURRENT_USER SERVER "far away" OPTIONS (user 'me', password 'x9z');
        CREATE FOREIGN TABLE there (a integer) SERVER "far away";
        COMMENT ON FOREIGN DATA WRAPPER bare IS 'w';
        COMMENT ON SERVER plain IS 's';
        GRANT USAGE ON FOREIGN SERVER plain TO PUBLIC;
        GRANT USAGE ON FOREIGN DATA WRAPPER bare TO pg_monitor;
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto *bare = read.definition(Kind::ForeignDataWrapper, u"bare"_s);
    QVERIFY(bare);
    QCOMPARE(bare->privileges.granted.size(), size_t(1));
    QCOMPARE(bare->statements.front(),
             u"CREATE FOREIGN DATA WRAPPER bare OPTIONS (debug 'it''s \"on\"', secret_token '(hidden)')"_s);
    const auto *plain = read.definition(Kind::ForeignServer, u"plain"_s);
    QCOMPARE(plain->comment, u"s"_s);
    QVERIFY(
        plain->statements.front().endsWith(u"(password_required 'false', api_key '(hidden)', sslkey '/k')"));
    const auto *far = read.definition(Kind::ForeignServer, u"far away"_s);
    QVERIFY(read.needs(idOf(*far), idOf(*read.definition(Kind::ForeignDataWrapper, u"my fdw"_s))));
    const auto *mapping = read.definition(Kind::UserMapping, u"public"_s);
    QVERIFY(mapping);
    QCOMPARE(mapping->qualifier, u"far away"_s);
    QVERIFY(read.needs(idOf(*mapping), idOf(*far)));
    for (const auto &definition : read.snapshot().definitions)
        QVERIFY2(!definition.statements.join(u' ').contains(u"x9z"), qPrintable(definition.name));
}

void TestIntrospectDefinitions::publications()
{
    QFETCH(int, version);
    ReadBack read(
        version,
        uR"(
        CREATE SCHEMA "S 1";
        CREATE TABLE "S 1"."T" (id integer PRIMARY KEY, active boolean, "note s" text);
        CREATE TABLE plain (id integer PRIMARY KEY);
        CREATE PUBLICATION everything FOR ALL TABLES;
        CREATE PUBLICATION "no one" WITH (publish = '');
        CREATE PUBLICATION selected FOR TABLE ONLY plain, "S 1"."T" %1 WITH (publish = 'insert, delete');
        COMMENT ON PUBLICATION selected IS 'p';
        %2 %3 %4
    )"_s.arg(version >= 15 ? u"(id, \"note s\") WHERE (id > 3 AND id < 9)"_s : QString(),
             version >= 13 ? u"ALTER PUBLICATION selected SET (publish_via_partition_root = true);"_s
                           : QString(),
             version >= 15 ? u"CREATE PUBLICATION whole FOR TABLES IN SCHEMA \"S 1\", public;"_s : QString(),
             version >= 18 ? u"ALTER PUBLICATION everything SET (publish_generated_columns = stored);"_s
                           : QString()));
    QCOMPARE(read.fault(), QString());

    const auto *some = read.definition(Kind::Publication, u"selected"_s);
    QVERIFY(some);
    QCOMPARE(some->comment, u"p"_s);
    QCOMPARE(some->statements.size(), 3);
    QCOMPARE(some->statements[0], u"CREATE PUBLICATION selected WITH (publish = 'insert, delete'"_s +
                                      (version >= 13 ? u", publish_via_partition_root = true)"_s : u")"_s));
    QCOMPARE(some->statements[1],
             u"ALTER PUBLICATION selected ADD TABLE ONLY \"S 1\".\"T\""_s +
                 (version >= 15 ? u" (id, \"note s\") WHERE (((id > 3) AND (id < 9)))"_s : QString()));
    QCOMPARE(some->statements[2], u"ALTER PUBLICATION selected ADD TABLE ONLY public.plain"_s);
    QVERIFY(read.needs(idOf(*some), {Kind::Table, u"public"_s, u"plain"_s}));
    if (version >= 15)
        QCOMPARE(read.definition(Kind::Publication, u"whole"_s)->statements.size(), 3);
}

void TestIntrospectDefinitions::subscriptions()
{
    QFETCH(int, version);
    const QString options = QStringList{version >= 14 ? u", binary = true, streaming = true"_s : QString(),
                                        version >= 15 ? u", disable_on_error = true"_s : QString(),
                                        version >= 16 ? u", origin = none, run_as_owner = true"_s : QString()}
                                .join(QString());
    const auto name = u"sub_%1_a"_s.arg(version);
    ReadBack read(version, uR"(
        CREATE SUBSCRIPTION %1 CONNECTION 'host=nowhere dbname=''a b'' password=x9z user=me' PUBLICATION "P 2", p1
            WITH (connect = false, slot_name = NONE, synchronous_commit = 'local'%2);
        CREATE SUBSCRIPTION %3 CONNECTION 'postgresql://me:x9z@nowhere/db?sslmode=require' PUBLICATION p WITH (connect = false, slot_name = NONE);
        COMMENT ON SUBSCRIPTION %1 IS 'far';
    )"_s.arg(name, options, name + u'b'));
    QCOMPARE(read.fault(), QString());

    const auto *subscription = read.definition(Kind::Subscription, name);
    QVERIFY(subscription);
    QCOMPARE(subscription->comment, u"far"_s);
    QCOMPARE(subscription->statements.size(), 1);
    const QString statement = subscription->statements.front();
    QVERIFY(statement.contains(u"dbname=''a b''"));
    QVERIFY(statement.contains(u"PUBLICATION \"P 2\", p1 WITH (connect = false, slot_name = NONE"));
    QVERIFY(statement.contains(u"synchronous_commit = 'local'"));
    if (version >= 14)
        QVERIFY(statement.contains(u"binary = true"));
    if (version >= 16)
        QVERIFY(statement.contains(u"origin = none"));
    for (const auto &definition : read.snapshot().definitions)
        QVERIFY2(!definition.statements.join(u' ').contains(u"x9z"), qPrintable(definition.name));
    QVERIFY(read.snapshot().unmodeled.empty());
}

void TestIntrospectDefinitions::eventTriggers()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER "on ddl" ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION note();
        CREATE EVENT TRIGGER off ON sql_drop EXECUTE FUNCTION note();
        ALTER EVENT TRIGGER off DISABLE;
        CREATE EVENT TRIGGER always ON table_rewrite EXECUTE FUNCTION note();
        ALTER EVENT TRIGGER always ENABLE ALWAYS;
        COMMENT ON EVENT TRIGGER off IS 'sleeps';
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto *onDdl = read.definition(Kind::EventTrigger, u"on ddl"_s);
    QVERIFY(onDdl);
    QCOMPARE(onDdl->statements,
             QStringList{u"CREATE EVENT TRIGGER \"on ddl\" ON ddl_command_end WHEN TAG IN ('CREATE TABLE', "
                         "'ALTER TABLE') EXECUTE FUNCTION public.note()"_s});
    const auto *off = read.definition(Kind::EventTrigger, u"off"_s);
    QCOMPARE(off->comment, u"sleeps"_s);
    QCOMPARE(off->statements.last(), u"ALTER EVENT TRIGGER off DISABLE"_s);
    QCOMPARE(read.definition(Kind::EventTrigger, u"always"_s)->statements.last(),
             u"ALTER EVENT TRIGGER always ENABLE ALWAYS"_s);
    QVERIFY(read.needs(idOf(*onDdl), idOf(*read.function(u"note"_s))));
}

void TestIntrospectDefinitions::owners()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE ROLE "The Owner" SUPERUSER;
        SET ROLE "The Owner";
        CREATE SCHEMA s;
        CREATE TYPE e AS ENUM ('a');
        CREATE DOMAIN d AS integer;
        CREATE TYPE c AS (a integer);
        CREATE TYPE r AS RANGE (SUBTYPE = money);
        CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
        CREATE PROCEDURE p(a integer) LANGUAGE sql AS 'SELECT $1';
        CREATE AGGREGATE plain(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
        CREATE AGGREGATE ordered(double precision ORDER BY anyelement) (
            SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
        CREATE OPERATOR @#@ (FUNCTION = f, RIGHTARG = integer);
        CREATE OPERATOR FAMILY fam USING btree;
        CREATE OPERATOR CLASS cls FOR TYPE money USING btree FAMILY fam AS
            OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cash_cmp(money, money);
        CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
        CREATE COLLATION col (PROVIDER = libc, LOCALE = 'C');
        CREATE TEXT SEARCH DICTIONARY dict (TEMPLATE = simple);
        CREATE TEXT SEARCH CONFIGURATION conf (PARSER = "default");
        CREATE LANGUAGE lang HANDLER plpgsql_call_handler;
        CREATE FOREIGN DATA WRAPPER w;
        CREATE SERVER srv FOREIGN DATA WRAPPER w;
        CREATE USER MAPPING FOR "The Owner" SERVER srv;
        CREATE TABLE t (a integer, b integer);
        CREATE STATISTICS stat ON a, b FROM t;
        CREATE PUBLICATION pub FOR TABLE t;
        CREATE SUBSCRIPTION owned_%1 CONNECTION '' PUBLICATION p WITH (connect = false, slot_name = NONE);
        CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION note();
    )"_s.arg(version));
    QCOMPARE(read.fault(), QString());
    const auto &definitions = read.snapshot().definitions;
    QCOMPARE(definitions.size(), size_t(15));
    for (const auto &definition : definitions)
        QCOMPARE(definition.owner, definition.kind == Kind::UserMapping ? QString() : u"The Owner"_s);
}

void TestIntrospectDefinitions::extensionsHideTheirMembers()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE SCHEMA tools;
        CREATE EXTENSION hstore SCHEMA tools;
        COMMENT ON EXTENSION hstore IS 'pairs';
        CREATE DOMAIN bag AS tools.hstore;
        CREATE FUNCTION first(tools.hstore) RETURNS text LANGUAGE sql AS 'SELECT $1 OPERATOR(tools.->) ''a''';
    )"_s);
    QCOMPARE(read.fault(), QString());

    QCOMPARE(read.snapshot().functions.size(), size_t(1));
    QVERIFY(read.snapshot().definitions.empty());
    QVERIFY(read.snapshot().unmodeled.empty());
    QCOMPARE(read.snapshot().extensions.size(), size_t(2));
    const auto &hstore = read.snapshot().extensions.front();
    QCOMPARE(hstore.name, u"hstore"_s);
    QCOMPARE(hstore.inSchema, u"tools"_s);
    QCOMPARE(hstore.comment, u"pairs"_s);
    QVERIFY(read.needs({Kind::Domain, u"public"_s, u"bag"_s}, idOf(hstore)));
    QVERIFY(read.needs(idOf(*read.function(u"first"_s)), idOf(hstore)));
    QVERIFY(read.needs(idOf(hstore), {Kind::Schema, {}, u"tools"_s}));
}

QTEST_GUILESS_MAIN(TestIntrospectDefinitions)
#include "tst_introspect_definitions.moc"

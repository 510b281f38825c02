#include "core/pg/connection.h"
#include "tests/core/catalog/readback.h"

#include <algorithm>

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;
using test::ReadBack;

/// Roles, default privileges, what is only named, and what somebody with few rights can read.
class TestIntrospectRoles : public QObject
{
    Q_OBJECT

private slots:
    void roles_data() { ReadBack::everyVersion(); }
    void roles();
    void defaultPrivileges_data() { ReadBack::everyVersion(); }
    void defaultPrivileges();
    void unmodeled_data() { ReadBack::everyVersion(); }
    void unmodeled();
    void fewRights_data() { ReadBack::everyVersion(); }
    void fewRights();
};

namespace {

const Role *findRole(const Snapshot &snapshot, const QString &name)
{
    const auto found = std::find_if(snapshot.roles.begin(), snapshot.roles.end(),
                                    [&](const Role &role) { return role.name == name; });
    return found == snapshot.roles.end() ? nullptr : &*found;
}

} // namespace

void TestIntrospectRoles::roles()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE ROLE "Role A" LOGIN NOINHERIT CREATEROLE CREATEDB REPLICATION BYPASSRLS CONNECTION LIMIT 5
            PASSWORD 'x9z' VALID UNTIL '2030-01-01 00:00:00+00';
        CREATE ROLE group_a;
        GRANT group_a TO "Role A" WITH ADMIN OPTION;
        GRANT pg_monitor TO "Role A" %1;
        ALTER ROLE "Role A" SET work_mem = '8MB';
        COMMENT ON ROLE "Role A" IS 'the first';
        DO $$ BEGIN EXECUTE format('ALTER ROLE "Role A" IN DATABASE %I SET jit = off', current_database()); END $$;
        CREATE TABLE owned (a integer);
        ALTER TABLE owned OWNER TO "Role A";
        GRANT SELECT ON owned TO group_a;
    )"_s.arg(version >= 16 ? u"WITH INHERIT FALSE, SET TRUE"_s : QString()));

    const auto *role = findRole(read.snapshot(), u"Role A"_s);
    QVERIFY(role);
    QVERIFY(!role->superuser && !role->inherit && role->createRole && role->createDatabase && role->canLogin);
    QVERIFY(role->replication && role->bypassRowSecurity);
    QCOMPARE(role->connectionLimit, 5);
    QVERIFY(role->validUntil.startsWith(u"2030-01-01") || role->validUntil.startsWith(u"2029-12-31"));
    QCOMPARE(role->comment, u"the first"_s);
    QCOMPARE(role->configuration, (QStringList{u"work_mem=8MB"_s, u"jit=off"_s}));
    QCOMPARE(role->memberOf.size(), size_t(2));
    QCOMPARE(role->memberOf[0].role, u"group_a"_s);
    QVERIFY(role->memberOf[0].admin);
    QCOMPARE(role->memberOf[1].role, u"pg_monitor"_s);
    QVERIFY(!role->memberOf[1].admin);
    QCOMPARE(role->memberOf[1].inherit, version < 16);
    QVERIFY(role->memberOf[1].set);
    QVERIFY(!findRole(read.snapshot(), u"pg_monitor"_s));
    QCOMPARE(read.snapshot().tables.front().owner, u"Role A"_s);
}

void TestIntrospectRoles::defaultPrivileges()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE ROLE "Giver";
        CREATE ROLE taker;
        CREATE SCHEMA "In Here";
        ALTER DEFAULT PRIVILEGES FOR ROLE "Giver" GRANT SELECT ON TABLES TO taker WITH GRANT OPTION;
        ALTER DEFAULT PRIVILEGES FOR ROLE "Giver" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
        ALTER DEFAULT PRIVILEGES FOR ROLE "Giver" IN SCHEMA "In Here" GRANT USAGE ON SEQUENCES TO PUBLIC;
        ALTER DEFAULT PRIVILEGES FOR ROLE "Giver" GRANT CREATE ON SCHEMAS TO taker;
        ALTER DEFAULT PRIVILEGES FOR ROLE "Giver" REVOKE USAGE ON TYPES FROM PUBLIC;
    )"_s);
    QCOMPARE(read.fault(), QString());

    const auto &defaults = read.snapshot().defaultPrivileges;
    QCOMPARE(defaults.size(), size_t(5));
    QCOMPARE(defaults[0].objectType, u"FUNCTIONS"_s);
    QCOMPARE(defaults[0].role, u"Giver"_s);
    QCOMPARE(defaults[0].privileges.revoked, (std::vector{Privilege{.grantee = {}, .right = u"EXECUTE"_s}}));
    QVERIFY(defaults[0].privileges.granted.empty());
    QCOMPARE(defaults[2].objectType, u"TABLES"_s);
    QCOMPARE(defaults[2].privileges.granted,
             (std::vector{Privilege{.grantee = u"taker"_s, .right = u"SELECT"_s, .grantable = true}}));
    QCOMPARE(defaults[4].schema, u"In Here"_s);
    QCOMPARE(defaults[4].objectType, u"SEQUENCES"_s);
    QCOMPARE(defaults[4].privileges.granted, (std::vector{Privilege{.grantee = {}, .right = u"USAGE"_s}}));
}

void TestIntrospectRoles::unmodeled()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        SELECT lo_create(0);
        %1
    )"_s.arg(version >= 15 ? u"GRANT SET ON PARAMETER log_statement TO pg_monitor;"_s : QString()));
    std::vector<Unmodeled> expected{{{Kind::LargeObject, {}, u"large objects"_s}, u"large object"_s}};
    if (version >= 15)
        expected.insert(expected.begin(),
                        {{Kind::Database, {}, u"log_statement"_s}, u"parameter privileges"_s});
    QCOMPARE(read.snapshot().unmodeled, expected);
    if (version >= 15) {
        // It would be there in every other database of the server, too.
        pg::Connection connection(read.database());
        QVERIFY(connection.runScript(u"REVOKE SET ON PARAMETER log_statement FROM pg_monitor"_s));
        QCOMPARE(introspect(connection)->unmodeled.size(), size_t(1));
    }
}

void TestIntrospectRoles::fewRights()
{
    QFETCH(int, version);
    ReadBack read(version, uR"(
        CREATE ROLE nobody_much LOGIN;
        CREATE SCHEMA closed;
        CREATE TABLE closed.t (a integer);
        CREATE FUNCTION closed.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
        CREATE TYPE closed.e AS ENUM ('a');
        CREATE FOREIGN DATA WRAPPER w;
        CREATE SERVER s FOREIGN DATA WRAPPER w;
        CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (user 'me', password 'x9z');
        CREATE SUBSCRIPTION sub_few CONNECTION 'password=x9z' PUBLICATION p WITH (connect = false, slot_name = NONE);
    )"_s);
    auto options = read.database();
    options.set("user", "nobody_much");
    pg::Connection connection(options);
    const auto seen = introspect(connection);
    QVERIFY2(seen, seen ? "" : qPrintable(seen.error().message));

    QCOMPARE(seen->tables, read.snapshot().tables);
    QCOMPARE(seen->functions, read.snapshot().functions);
    QCOMPARE(seen->enums, read.snapshot().enums);
    QCOMPARE(seen->definitions.size(), read.snapshot().definitions.size());
    QVERIFY(std::any_of(seen->unmodeled.begin(), seen->unmodeled.end(), [](const Unmodeled &each) {
        return each.id.kind == Kind::Subscription &&
               each.what == u"options of a subscription, hidden from this role";
    }));
    QVERIFY(std::any_of(seen->unmodeled.begin(), seen->unmodeled.end(), [](const Unmodeled &each) {
        return each.id.kind == Kind::UserMapping &&
               each.what == u"options of a user mapping, hidden from this role";
    }));
}

QTEST_GUILESS_MAIN(TestIntrospectRoles)
#include "tst_introspect_roles.moc"

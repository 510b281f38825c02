#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;

/// What holds for the reading as a whole, on every version of the server.
class TestIntrospect : public QObject
{
    Q_OBJECT

private slots:
    void emptyDatabase_data() { everyVersion(); }
    void emptyDatabase();
    void withoutPermissions_data() { everyVersion(); }
    void withoutPermissions();
    void hidesExtensions_data() { everyVersion(); }
    void hidesExtensions();
    void widestTable();
    void temporaryTables();
    void leavesNoTrace();
    void insideTransaction();
    void indexBeingBuilt();
    void refusesAnOldServer();

private:
    static void everyVersion();
};

void TestIntrospect::everyVersion()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

void TestIntrospect::emptyDatabase()
{
    QFETCH(int, version);
    pg::Connection connection(test::TestServer::of(version).createDatabase());
    const auto snapshot = introspect(connection);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().message));
    QCOMPARE(snapshot->database->serverVersion / 10000, version);
    QCOMPARE(snapshot->schemas.size(), size_t(1));
    QCOMPARE(snapshot->schemas.front().name, u"public"_s);
    QVERIFY(snapshot->tables.empty());
    QVERIFY(snapshot->views.empty());
    QVERIFY(snapshot->dependencies->empty());
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
}

void TestIntrospect::withoutPermissions()
{
    QFETCH(int, version);
    const auto database = test::TestServer::of(version).createDatabase();
    pg::Connection owner(database);
    const auto made = owner.runScript(uR"(
        drop role if exists squall_test_nobody;
        create role squall_test_nobody login;
        create schema locked;
        create table locked.t (id int primary key, n int default 1 check (n > 0));
        create view locked.v as select id from locked.t;
        create foreign data wrapper w;
        create server far foreign data wrapper w options (host 'secret');
        create user mapping for current_user server far options (password 'secret');
        create publication p for table locked.t;
        revoke all on schema public from public)"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));

    auto restricted = database;
    restricted.set("user", "squall_test_nobody");
    pg::Connection nobody(restricted);
    const auto seen = introspect(nobody);
    QVERIFY2(seen, seen ? "" : qPrintable(seen.error().message));
    const auto all = introspect(owner);
    QVERIFY(all);
    QVERIFY(!seen->database->superuser);
    QCOMPARE(seen->tables, all->tables);
    QCOMPARE(seen->views, all->views);
    QCOMPARE(seen->roles, all->roles);
}

void TestIntrospect::hidesExtensions()
{
    QFETCH(int, version);
    pg::Connection connection(test::TestServer::of(version).createDatabase());
    const auto made = connection.runScript(uR"(
        create schema ours;
        create extension hstore schema ours;
        create extension pg_trgm;
        create table t (h ours.hstore);
        create index i on t using gin (h);
        create view v as select ours.akeys(h) from t;
        create table adopted (id serial primary key);
        create index adopted_index on adopted ((id + 1));
        create view adopted_view as select 1 as one;
        alter extension pg_trgm add table adopted;
        alter extension pg_trgm add view adopted_view;
        create view uses as select id from adopted)"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const auto snapshot = introspect(connection);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().message));
    QCOMPARE(snapshot->extensions.size(), size_t(3));
    QCOMPARE(snapshot->tables.size(), size_t(1));
    QCOMPARE(snapshot->views.size(), size_t(2));
    QVERIFY(snapshot->functions.empty());
    QVERIFY(snapshot->definitions.empty());

    const ObjectId hstore{Kind::Extension, {}, u"hstore"_s};
    const ObjectId trigrams{Kind::Extension, {}, u"pg_trgm"_s};
    const auto &edges = *snapshot->dependencies;
    const auto has = [&](const Dependency &edge) {
        return std::find(edges.begin(), edges.end(), edge) != edges.end();
    };
    QVERIFY(has({{Kind::Table, u"public"_s, u"t"_s}, hstore}));
    QVERIFY(has({{Kind::View, u"public"_s, u"v"_s}, hstore}));
    QVERIFY(has({{Kind::View, u"public"_s, u"uses"_s}, trigrams}));
    QVERIFY(has({hstore, {Kind::Schema, {}, u"ours"_s}}));
}

void TestIntrospect::widestTable()
{
    pg::Connection connection(test::TestServer::of().createDatabase());
    const auto made = connection.runScript(uR"(
        do $$ begin
            execute 'create table wide (' || (select string_agg('c' || i || ' int', ',') from generate_series(1, 1600) i) || ')';
        end $$)"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const auto snapshot = introspect(connection);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->tables.front().columns.size(), size_t(1600));
    QCOMPARE(snapshot->tables.front().columns.back().name, u"c1600"_s);
}

void TestIntrospect::temporaryTables()
{
    pg::Connection connection(test::TestServer::of().createDatabase());
    QVERIFY(connection.runScript(u"create temporary table t (id serial primary key, n int check (n > 0));"
                                 "create temporary view v as select id from t"_s));
    const auto snapshot = introspect(connection);
    QVERIFY(snapshot);
    QVERIFY(snapshot->tables.empty());
    QVERIFY(snapshot->views.empty());
    QVERIFY(snapshot->sequences.empty());
    QVERIFY(snapshot->dependencies->empty());
}

void TestIntrospect::leavesNoTrace()
{
    pg::Connection connection(test::TestServer::of().createDatabase());
    QVERIFY(connection.runScript(
        u"create table t (at timestamp default '2026-02-01', span interval default '1 day',"
        "note bytea default '\\x00', part float8 default 0.1)"_s));
    const auto plain = introspect(connection);
    QVERIFY(plain);
    QVERIFY(connection.runScript(
        u"set search_path = pg_temp, public; set datestyle = 'German'; set intervalstyle ="
        " 'iso_8601'; set bytea_output = 'escape'; set quote_all_identifiers = on;"
        " set extra_float_digits = -10"_s));
    const auto tinted = introspect(connection);
    QVERIFY(tinted);
    QCOMPARE(*tinted, *plain);
    const auto kept =
        connection.fetch({u"select current_setting('datestyle'), current_setting('search_path')"_s});
    QVERIFY(kept);
    QCOMPARE(kept->text(0, 0), u"German, DMY"_s);
    QCOMPARE(kept->text(0, 1), u"pg_temp, public"_s);
}

/// No server that old runs here: one that says no more than its version does as well.
void TestIntrospect::refusesAnOldServer()
{
    QTemporaryDir folder;
    const auto host = QFile::encodeName(folder.path());
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    qstrncpy(address.sun_path, (host + "/.s.PGSQL.5432").constData(), sizeof address.sun_path);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    QCOMPARE(::listen(listener, 1), 0);
    std::thread server([listener] {
        const int peer = ::accept(listener, nullptr, nullptr);
        char startup[1024];
        [[maybe_unused]] auto bytes = ::read(peer, startup, sizeof startup);
        static constexpr char greeting[] = "R\0\0\0\x08\0\0\0\0"
                                           "S\0\0\0\x19server_version\00011.22\0"
                                           "Z\0\0\0\x05I";
        bytes = ::write(peer, greeting, sizeof greeting - 1);
        bytes = ::read(peer, startup, sizeof startup);
        ::close(peer);
    });
    const auto snapshot = [&host] {
        pg::ConnectionOptions options;
        options.set("host", host);
        options.set("port", "5432");
        options.set("user", "somebody");
        options.set("dbname", "old");
        pg::Connection connection(options);
        return catalog::introspect(connection);
    }();
    server.join();
    ::close(listener);
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().code, Error::Code::Unsupported);
    QVERIFY2(snapshot.error().message.contains(u"11.22"), qPrintable(snapshot.error().message));
    QVERIFY(snapshot.error().hint.contains(u"12"));
}

void TestIntrospect::indexBeingBuilt()
{
    const auto database = test::TestServer::of().createDatabase();
    pg::Connection looking(database);
    QVERIFY(looking.runScript(u"create table t (a int)"_s));
    const auto look = [&looking] {
        const auto snapshot = introspect(looking);
        const auto *index = snapshot ? findIndex(snapshot->tables.front().indexes, u"slow"_s) : nullptr;
        return index ? *index : Index{};
    };

    std::jthread builder; // waits for the blocker, which ends before it
    pg::Connection blocker(database);
    QVERIFY(blocker.runScript(u"begin; insert into t values (1)"_s));
    builder = std::jthread([database] {
        pg::Connection connection(database);
        (void)connection.fetch({u"create index concurrently slow on t (a)"_s});
    });
    QTRY_VERIFY_WITH_TIMEOUT(*look().building, 30000);
    QVERIFY(!look().valid);
    QVERIFY(blocker.runScript(u"commit"_s));
    builder.join();
    QVERIFY(look().valid);
    QVERIFY(!*look().building);
}

void TestIntrospect::insideTransaction()
{
    pg::Connection connection(test::TestServer::of().createDatabase());
    QVERIFY(connection.fetch({u"begin"_s}));
    const auto snapshot = introspect(connection);
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().code, Error::Code::Usage);
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::InTransaction);
}

QTEST_GUILESS_MAIN(TestIntrospect)
#include "tst_introspect.moc"

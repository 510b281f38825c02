#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

class TestFingerprint : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void stays_data();
    void stays();
    void moves_data();
    void moves();
    void everyVersion_data();
    void everyVersion();

private:
    /// Catalog by catalog, so that a failure names the one that moved.
    QStringList now();

    std::unique_ptr<pg::Connection> m_connection;
};

void TestFingerprint::initTestCase()
{
    m_connection = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    const auto loaded = m_connection->runScript(uR"(
        create role squall_test_reader;
        create type mood as enum ('sad', 'ok');
        create domain positive as int check (value > 0);
        create table t (id int primary key, feeling mood, n int default 1, at date);
        create table parts (id int) partition by list (id);
        create table part partition of parts for values in (1);
        create view v as select id from t;
        create materialized view m as select id from t;
        create sequence s;
        create function f() returns int language sql as 'select 1';
        create function noticed() returns trigger language plpgsql as 'begin return new; end';
        create trigger g before insert on t for each row execute function noticed();
        create policy p on t using (id > 0);
        create index i on t (n);
        create schema other;
        insert into t (id) select generate_series(1, 100))"_s);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
}

QStringList TestFingerprint::now()
{
    const auto fingerprint = catalog::fingerprint(*m_connection);
    if (!fingerprint)
        qFatal("%s", qPrintable(fingerprint.error().message));
    return fingerprint->split(u' ');
}

void TestFingerprint::stays_data()
{
    QTest::addColumn<QString>("statement");
    for (const auto &statement : {u"insert into t (id) values (1000)"_s, u"update t set at = now()"_s,
                                  u"analyze"_s, u"vacuum"_s, u"select nextval('s')"_s})
        QTest::addRow("%s", qPrintable(statement)) << statement;
}

void TestFingerprint::stays()
{
    QFETCH(QString, statement);
    const auto before = now();
    const auto done = m_connection->runScript(statement);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(now(), before);
}

void TestFingerprint::moves_data()
{
    QTest::addColumn<QString>("ddl");
    for (const auto &ddl : {
             u"comment on table t is 'x'"_s,
             u"comment on schema public is 'x'"_s,
             u"comment on role squall_test_reader is 'x'"_s,
             u"grant select on t to squall_test_reader"_s,
             u"grant select (n) on t to squall_test_reader"_s,
             u"grant create on schema public to squall_test_reader"_s,
             u"alter default privileges grant select on tables to squall_test_reader"_s,
             u"alter type mood rename value 'ok' to 'fine'"_s,
             u"alter type mood add value 'happy'"_s,
             u"alter domain positive drop constraint positive_check"_s,
             u"alter table t add column more text"_s,
             u"alter table t alter n set default 2"_s,
             u"alter table t alter n set not null"_s,
             u"alter table t rename n to m"_s,
             u"alter table t add constraint c check (id > 0)"_s,
             u"alter table t enable row level security"_s,
             u"alter table t set (fillfactor = 50)"_s,
             u"alter table t owner to squall_test_reader"_s,
             u"alter table t disable trigger g"_s,
             u"alter table parts detach partition part"_s,
             u"alter policy p on t using (id > 1)"_s,
             u"create or replace view v as select id, feeling from t"_s,
             u"create or replace function f() returns int language sql as 'select 2'"_s,
             u"alter sequence s increment 2"_s,
             u"create table fresh ()"_s,
             u"drop index i"_s,
             u"create rule r as on delete to t do instead nothing"_s,
             u"create publication p for table t"_s,
             u"create statistics st on id, at from t"_s,
             u"create extension pg_trgm"_s,
             u"create foreign data wrapper w"_s,
             u"create text search configuration c (copy = simple)"_s,
             u"create collation c from \"C\""_s,
             u"create cast (mood as int) with inout"_s,
             u"alter role squall_test_reader login"_s,
             u"alter role squall_test_reader set work_mem = '1MB'"_s,
             u"alter schema other rename to others"_s,
             u"grant set on parameter log_statement to squall_test_reader"_s,
             u"select lo_create(0)"_s,
         }) {
        QTest::addRow("%s", qPrintable(ddl)) << ddl;
    }
}

void TestFingerprint::moves()
{
    QFETCH(QString, ddl);
    const auto before = now();
    QCOMPARE(now(), before);
    const auto done = m_connection->runScript(ddl);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY(now() != before);
}

void TestFingerprint::everyVersion_data()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

void TestFingerprint::everyVersion()
{
    QFETCH(int, version);
    auto &server = test::TestServer::of(version);
    const auto database = server.createDatabase();
    pg::Connection connection(database);
    const auto made = connection.runScript(
        u"drop role if exists squall_test_nobody; create role squall_test_nobody login"_s);
    QVERIFY(made);
    auto restricted = database;
    restricted.set("user", "squall_test_nobody");
    pg::Connection nobody(restricted);
    const auto before = catalog::fingerprint(nobody);
    QVERIFY2(before, before ? "" : qPrintable(before.error().message));
    QVERIFY(connection.runScript(u"create table t ()"_s));
    const auto after = catalog::fingerprint(nobody);
    QVERIFY(after);
    QVERIFY(*after != *before);
}

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"

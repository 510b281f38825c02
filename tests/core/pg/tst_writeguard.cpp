#include "core/pg/refusal.h"
#include "core/pg/writeguard.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::TestServer;

/// Nothing gets through a locked guard, on any server.
class TestWriteGuard : public QObject
{
    Q_OBJECT

private slots:
    void refusesByName_data();
    void refusesByName();
    void nothingWrites_data();
    void nothingWrites();
    void chainedTransactionsStayReadOnly();
    void readsAsUsual();
    void streamsAndLeavesNothingOpen();
    void explicitTransactionsStayOpen();
    void copiesOut();
    void aFailedTransactionRecovers();
    void unlocksForTenMinutes();
    void doesNotContinueATransactionThatMayWrite();

private:
    std::chrono::nanoseconds m_now{1h};
    std::shared_ptr<pg::WriteLock> lock()
    {
        return std::make_shared<pg::WriteLock>(u"shop"_s, [this] { return m_now; });
    }
};

namespace {

/// One database with something to lose for each server version.
pg::ConnectionOptions database(int version)
{
    static std::map<int, pg::ConnectionOptions> made;
    const auto known = made.find(version);
    if (known != made.end())
        return known->second;
    const auto options = TestServer::of(version).createDatabase();
    pg::Connection connection(options);
    const auto prepared = connection.runScript(
        u"create table t (id int); insert into t values (1); create sequence s;"
        "create function wipe() returns int language sql as 'delete from t returning 1';"
        "create function sneak() returns void language plpgsql as $$ begin "
        "perform set_config('transaction_read_only', 'off', true); delete from t; end $$;"
        "create procedure leave() language plpgsql as $$ begin rollback; delete from t; commit; end $$;"
        "create materialized view m as select * from t; create extension if not exists dblink"_s);
    if (!prepared)
        qFatal("%s", qUtf8Printable(prepared.error().message));
    return made.emplace(version, options).first->second;
}

QString state(const pg::ConnectionOptions &options)
{
    pg::Connection connection(options);
    const auto reply = connection.fetch(
        {u"select count(*) || ' ' || coalesce(sum(id), 0) || ' ' || (select last_value from s) || ' '"
         " || (select count(*) from pg_class where relnamespace = 'public'::regnamespace) || ' '"
         " || (select count(*) from pg_largeobject_metadata) from t"_s});
    return reply ? reply->text(0, 0) : reply.error().message;
}

} // namespace

void TestWriteGuard::refusesByName_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *name, const QString &sql, bool refused) {
        QTest::newRow(name) << sql << refused;
    };
    row("copy to program", u"copy t to program 'sh'"_s, true);
    row("copy from a file", u"COPY t(id) FROM '/etc/passwd'"_s, true);
    row("copy a query to a file", u"copy (select * from t) to '/x'"_s, true);
    row("copy with a comment", u"/* x */ copy t to -- stdout\n '/x'"_s, true);
    row("copy to stdout", u"copy (select id from t) to stdout with csv"_s, false);
    row("dblink", u"select * from dblink('dbname=x', 'delete from t') as x(a int)"_s, true);
    row("dblink_exec", u"select dblink_exec ('x')"_s, true);
    row("quoted and qualified", u"select pg_catalog . \"pg_terminate_backend\" (1)"_s, true);
    row("upper case", u"select PG_Reload_Conf()"_s, true);
    row("escaped name", u"select U&\"pg_terminate\\005fbackend\"(1)"_s, true);
    row("other escape", u"select U&\"pg_terminate!005fbackend\" uescape '!' (1)"_s, true);
    row("in a string", u"select 'pg_terminate_backend(1)'"_s, false);
    row("in a comment", u"select 1 /* pg_reload_conf() /* nested */ dblink() */"_s, false);
    row("in a dollar string", u"select $x$ dblink('') $y$ $x$"_s, false);
    row("after a string with a backslash", u"select '\\', pg_reload_conf() --'"_s, true);
    row("after an escape string", u"select E'\\'', pg_reload_conf(), '"_s, true);
    row("not called", u"select pg_reload_conf from t"_s, false);
    row("do", u"do $$ begin delete from t; end $$"_s, true);
    row("explained", u"explain analyze select pg_promote()"_s, true);
    row("notify", u"notify x"_s, true);
    row("lock", u"lock table t in access exclusive mode"_s, true);
    row("analyze", u"analyze t"_s, true);
    row("large object", u"select lo_create(0)"_s, true);
    row("session lock", u"select pg_advisory_lock(1)"_s, true);
    row("transaction lock", u"select pg_advisory_xact_lock(1)"_s, false);
    row("plain", u"select count(*) from t where note like '%copy%'"_s, false);
    row("nothing", u"  -- only words"_s, false);
}

void TestWriteGuard::refusesByName()
{
    QFETCH(const QString, sql);
    QFETCH(const bool, refused);
    const auto answer = pg::refusal(pg::statementWords(sql, false));
    QCOMPARE(answer.has_value(), refused);
    if (answer) {
        QCOMPARE(answer->code, Error::Code::ReadOnly);
        QVERIFY(!answer->hint.isEmpty());
    }
}

void TestWriteGuard::nothingWrites_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QStringList>("statements");
    const std::pair<const char *, QStringList> attempts[] = {
        {"delete", {u"delete from t"_s}},
        {"setting off", {u"set transaction_read_only = off"_s, u"delete from t"_s}},
        {"switch", {u"begin"_s, u"set transaction read write"_s, u"delete from t"_s, u"commit"_s}},
        {"begin to write", {u"begin read write"_s, u"delete from t"_s, u"commit"_s}},
        {"begin within", {u"begin"_s, u"begin read write"_s, u"delete from t"_s, u"commit"_s}},
        {"set_config",
         {u"begin"_s, u"select set_config('transaction_read_only', 'off', true)"_s, u"delete from t"_s,
          u"commit"_s}},
        {"default off", {u"set default_transaction_read_only = off"_s, u"delete from t"_s}},
        {"session",
         {u"begin"_s, u"set session characteristics as transaction read write"_s, u"commit"_s,
          u"delete from t"_s}},
        {"two at once", {u"rollback; delete from t"_s}},
        {"two at once after commit", {u"commit; delete from t; commit"_s}},
        {"after leaving", {u"begin"_s, u"rollback"_s, u"delete from t"_s}},
        {"after commit", {u"begin"_s, u"commit"_s, u"delete from t"_s}},
        {"chained",
         {u"begin"_s, u"commit and chain"_s, u"set transaction read write"_s, u"delete from t"_s,
          u"commit"_s}},
        {"chained back",
         {u"begin"_s, u"rollback and chain"_s, u"set transaction_read_only = off"_s, u"delete from t"_s,
          u"commit"_s}},
        {"savepoint",
         {u"begin"_s, u"savepoint a"_s, u"set transaction read write"_s, u"rollback to a"_s,
          u"set transaction read write"_s, u"delete from t"_s, u"commit"_s}},
        {"released",
         {u"begin"_s, u"savepoint a"_s, u"release a"_s, u"set transaction read write"_s, u"delete from t"_s,
          u"commit"_s}},
        {"function", {u"select wipe()"_s}},
        {"function that switches", {u"select sneak()"_s}},
        {"procedure that leaves", {u"call leave()"_s}},
        {"do block", {u"do $$ begin commit; delete from t; end $$"_s}},
        {"with", {u"with gone as (delete from t returning 1) select * from gone"_s}},
        {"explain analyze", {u"explain analyze delete from t"_s}},
        {"prepared", {u"prepare x as delete from t"_s, u"execute x"_s}},
        {"copy in", {u"copy t from stdin"_s}},
        {"copy program", {u"copy t to program 'touch /tmp/never'"_s}},
        {"nextval", {u"select nextval('s')"_s}},
        {"setval", {u"select setval('s', 99)"_s}},
        {"create", {u"create table u (id int)"_s}},
        {"create as", {u"create table u as select 1"_s}},
        {"select into", {u"select 1 as a into u"_s}},
        {"truncate", {u"truncate t"_s}},
        {"refresh", {u"refresh materialized view m"_s}},
        {"large object", {u"select lo_from_bytea(0, 'x')"_s}},
        {"grant", {u"grant all on t to public"_s}},
        {"comment", {u"comment on table t is 'x'"_s}},
        {"prepared transaction", {u"begin"_s, u"prepare transaction 'x'"_s, u"delete from t"_s}},
        {"role", {u"set role postgres"_s, u"delete from t"_s}},
        {"for update", {u"select * from t for update"_s}},
        {"elsewhere", {u"select dblink_exec('delete from t')"_s}},
        {"alter system", {u"alter system set work_mem = '5MB'"_s}},
        {"drop database", {u"drop database nosuch"_s}},
    };
    for (const int version : TestServer::versions()) {
        for (const auto &[name, statements] : attempts)
            QTest::addRow("%d %s", version, name) << version << statements;
    }
}

void TestWriteGuard::nothingWrites()
{
    QFETCH(const int, version);
    QFETCH(const QStringList, statements);
    const auto options = database(version);
    const auto before = state(options);
    {
        pg::Connection connection(options);
        pg::WriteGuard guard(lock());
        int failures = 0;
        for (const auto &sql : statements) {
            const auto reply = guard.fetch(connection, {sql});
            failures += reply ? 0 : 1;
        }
        QVERIFY2(failures > 0, "something was refused");
    }
    QCOMPARE(state(options), before);
}

void TestWriteGuard::chainedTransactionsStayReadOnly()
{
    pg::Connection connection(database(TestServer::debianVersion));
    pg::WriteGuard guard(lock());
    NEED(guard.fetch(connection, {u"begin"_s}));
    NEED(guard.fetch(connection, {u"commit and chain"_s}));
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::InTransaction);
    const auto switched = guard.fetch(connection, {u"set transaction read write"_s});
    QVERIFY(!switched);
    QCOMPARE(switched.error().code, Error::Code::ReadOnly);
    NEED(guard.fetch(connection, {u"rollback"_s}));
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
}

void TestWriteGuard::readsAsUsual()
{
    pg::Connection connection(database(TestServer::debianVersion));
    pg::WriteGuard guard(lock());
    const auto reply = guard.fetch(connection, {u"select $1::int + id from t"_s, {"41"}});
    NEED(reply);
    QCOMPARE(reply->text(0, 0), u"42"_s);
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);

    const auto refused = guard.fetch(connection, {u"delete from t"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::ReadOnly);
    QCOMPARE(refused.error().sqlState, u"25006"_s);
    QVERIFY(refused.error().hint.contains(u"Unlock"));

    const auto wrong = guard.fetch(connection, {u"select nosuch from t"_s});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, Error::Code::Server);
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
}

void TestWriteGuard::streamsAndLeavesNothingOpen()
{
    pg::Connection connection(database(TestServer::debianVersion));
    pg::WriteGuard guard(lock());
    auto batch = guard.start(connection, {u"select generate_series(1, 5000)"_s}, 1000);
    int rows = 0;
    for (; batch && !batch->isLast(); batch = guard.more(connection))
        rows += batch->rowCount();
    NEED(batch);
    QCOMPARE(rows + batch->rowCount(), 5000);
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);

    NEED(guard.start(connection, {u"select repeat('x', 1000), generate_series(1, 100000000)"_s}, 10));
    guard.stop(connection);
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
    NEED(guard.start(connection, {u"select repeat('x', 1000), generate_series(1, 100000000)"_s}, 10));
    NEED(guard.fetch(connection, {u"select 1"_s}));
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
}

void TestWriteGuard::explicitTransactionsStayOpen()
{
    pg::Connection connection(database(TestServer::debianVersion));
    pg::WriteGuard guard(lock());
    const auto begun = guard.fetch(connection, {u"begin isolation level repeatable read"_s});
    NEED(begun);
    QCOMPARE(begun->commandTag(), "BEGIN");
    const auto level = guard.fetch(connection, {u"show transaction_isolation"_s});
    NEED(level);
    QCOMPARE(level->text(0, 0), u"repeatable read"_s);
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::InTransaction);
    NEED(guard.fetch(connection, {u"commit"_s}));
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
}

void TestWriteGuard::copiesOut()
{
    pg::Connection connection(database(TestServer::debianVersion));
    pg::WriteGuard guard(lock());
    QByteArray data;
    const Query query{u"copy (select id from t) to stdout"_s};
    const auto copied = guard.perform(connection, query.text, [&](pg::Connection &c) {
        return c.copyOut(query, [&](QByteArrayView piece) {
            data += piece;
            return Result<Done>(Done{});
        });
    });
    NEED(copied);
    QCOMPARE(*copied, 1);
    QCOMPARE(data, "1\n");
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
}

void TestWriteGuard::aFailedTransactionRecovers()
{
    pg::Connection connection(database(TestServer::debianVersion));
    pg::WriteGuard guard(lock());
    NEED(guard.fetch(connection, {u"begin"_s}));
    QVERIFY(!guard.fetch(connection, {u"select 1/0"_s}));
    const auto aborted = guard.fetch(connection, {u"select 1"_s});
    QVERIFY(!aborted);
    QCOMPARE(aborted.error().sqlState, u"25P02"_s);
    NEED(guard.fetch(connection, {u"rollback"_s}));
    NEED(guard.fetch(connection, {u"select 1"_s}));
}

void TestWriteGuard::unlocksForTenMinutes()
{
    const auto options = database(TestServer::debianVersion);
    const auto shared = lock();
    pg::Connection connection(options);
    pg::WriteGuard guard(shared);
    QVERIFY(shared->isLocked());
    QVERIFY(!shared->unlock(u"Shop"_s));
    QVERIFY(!shared->unlock(u""_s));
    QVERIFY(shared->isLocked());
    NEED(shared->unlock(u"shop"_s));
    QVERIFY(!shared->isLocked());
    QCOMPARE(shared->remaining(), 600s);
    NEED(guard.fetch(connection, {u"insert into t values (2)"_s}));
    NEED(guard.fetch(connection, {u"delete from t where id = 2"_s}));
    m_now += 10min - 1s;
    QCOMPARE(shared->remaining(), 1s);
    NEED(guard.fetch(connection, {u"delete from t where id = 2"_s}));
    m_now += 1s;
    QVERIFY(shared->isLocked());
    QCOMPARE(shared->remaining(), 0s);
    QVERIFY(!guard.fetch(connection, {u"delete from t"_s}));
    NEED(shared->unlock(u"shop"_s));
    shared->lock();
    QVERIFY(!guard.fetch(connection, {u"delete from t"_s}));
}

void TestWriteGuard::doesNotContinueATransactionThatMayWrite()
{
    const auto options = database(TestServer::debianVersion);
    const auto shared = lock();
    pg::Connection connection(options);
    pg::WriteGuard guard(shared);
    NEED(shared->unlock(u"shop"_s));
    NEED(guard.fetch(connection, {u"begin"_s}));
    NEED(guard.fetch(connection, {u"insert into t values (3)"_s}));
    shared->lock();
    const auto late = guard.fetch(connection, {u"delete from t"_s});
    QVERIFY(!late);
    QCOMPARE(late.error().code, Error::Code::ReadOnly);
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::InTransaction);
    NEED(guard.fetch(connection, {u"rollback"_s}));
    NEED(guard.fetch(connection, {u"select 1"_s}));
}

QTEST_GUILESS_MAIN(TestWriteGuard)
#include "tst_writeguard.moc"

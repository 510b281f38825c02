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
    void nothingOfTheSessionIsSet_data();
    void nothingOfTheSessionIsSet();
    void conditionsOnlyLook();
    void readsWordsAsTheServerDoes_data();
    void readsWordsAsTheServerDoes();
    void nothingWrites_data();
    void nothingWrites();
    void chainedTransactionsStayReadOnly();
    void readsAsUsual();
    void streamsAndLeavesNothingOpen();
    void explicitTransactionsStayOpen();
    void beginsOneTransactionAndNothingElse();
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
    row("after empty statements", u"; ;copy (select 1) to program 'cat > f'"_s, true);
    row("do after an empty statement", u";do $$ begin end $$"_s, true);
    row("lock after an empty statement", u" /* */ ; lock table t"_s, true);
    row("commit prepared", u"commit prepared 'g'"_s, true);
    row("rollback prepared", u"ROLLBACK PREPARED 'g'"_s, true);
    row("comment up to a carriage return", u"select 1 -- \r, pg_reload_conf()"_s, true);
    row("attribute notation", u"select (1::bigint).pg_advisory_lock"_s, true);
    row("quoted attribute", u"select ('/etc/hostname'::text) . \"lo_import\""_s, true);
    row("column of a function's name", u"select t.http_status, pg_advisory_lock from t"_s, false);
    row("letters as escape", u"select U&\"pg_reload_confz0031\" UESCAPE 'z' (1)"_s, true);
    row("uescape after a comment", u"select U&\"pgz005freload_conf\"/**/uescape/**/'z'()"_s, true);
    row("continued escape string", u"select e'a'\n'\\'', pg_advisory_lock(1) --'"_s, true);
    row("continued after comments", u"select e'a' -- x\n -- y'\n '\\'', pg_advisory_lock(1) --'"_s, true);
    row("continued by a carriage return", u"select e'a'\r'\\'', pg_advisory_lock(1) --'"_s, true);
    row("not continued", u"select e'a', '\\', pg_advisory_lock(1) --'"_s, true);
    row("no-break space in a dollar string", u"select $\u00a0$ ' $\u00a0$, pg_reload_conf()"_s, true);
    row("no-break space in a name", u"select 1 as e\u00a0e'\\', pg_reload_conf() --'"_s, true);
    row("other digits", u"select $\u0663$ ' $\u0663$, pg_reload_conf()"_s, true);
    row("half a character", u"select '{}'::jsonb \xd800pg_reload_conf()"_s, true);
    row("Turkish capital", u"select pg_adv\u0130sory_lock(1)"_s, true);
    row("standby snapshot", u"select pg_log_standby_snapshot()"_s, true);
    row("prewarm dump", u"select autoprewarm_dump_now()"_s, true);
    row("prewarm worker", u"select autoprewarm_start_worker()"_s, true);
    row("lambda", u"select * from aws_lambda.invoke('f', '{}')"_s, true);
    row("execute", u"execute x"_s, true);
    row("explained execute", u"explain (analyze, costs off) execute x"_s, true);
    row("deallocate", u"deallocate all"_s, true);
}

void TestWriteGuard::nothingOfTheSessionIsSet_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("refused");
    const auto row = [](const QString &sql, bool refused) {
        QTest::newRow(qUtf8Printable(sql)) << sql << refused;
    };
    for (const auto &sql :
         {u"set work_mem = '1MB'"_s, u"set session work_mem to '1MB'"_s, u"set role postgres"_s,
          u"set session authorization postgres"_s, u"set time zone 'UTC'"_s,
          u"set session characteristics as transaction read only"_s, u"set local.x = 'y'"_s,
          u"set transaction.x = 'y'"_s, u"reset work_mem"_s, u"reset all"_s,
          u"select set_config('work_mem', '1MB', false)"_s,
          u"select set_config('work_mem', '1MB', not true)"_s,
          u"select pg_catalog.set_config('work_mem', coalesce('1MB', 'x'), \"true\") from x"_s,
          u"select set_config(is_local => false, setting_name => 'work_mem', new_value => '1MB')"_s,
          u"declare c cursor with hold for select 1"_s,
          u"declare \"for\" no scroll cursor with /* */ hold for select 1"_s})
        row(sql, true);
    for (const auto &sql :
         {u"set local work_mem = '1MB'"_s, u"set transaction isolation level serializable"_s,
          u"set constraints all deferred"_s, u"select set_config('work_mem', concat('1', 'MB'), true)"_s,
          u"declare c cursor without hold for with hold as (select 1) select * from hold"_s,
          u"declare c cursor for with hold as (select 1) select * from hold"_s,
          u"select set_config from t"_s})
        row(sql, false);
}

void TestWriteGuard::nothingOfTheSessionIsSet()
{
    QFETCH(const QString, sql);
    QFETCH(const bool, refused);
    const auto answer = pg::refusal(pg::statementWords(sql, false));
    QCOMPARE(answer.has_value(), refused);
    if (answer)
        QVERIFY2(answer->hint.contains(u"SET LOCAL"), qPrintable(answer->hint));
}

void TestWriteGuard::conditionsOnlyLook()
{
    QVERIFY(pg::conditionRefusal(u"id = 1 or pg_advisory_lock(1) is null"_s));
    // Each of them hides the call from one of the two ways to read strings.
    QVERIFY(pg::conditionRefusal(u"t = '\\' or pg_advisory_lock(1) is null"_s));
    QVERIFY(pg::conditionRefusal(u"t = '\\'' or pg_advisory_lock(1) is null or t <> '' or '\\'' = ''"_s));
    QVERIFY(!pg::conditionRefusal(u"lock = 1 and \"do\" > 2"_s));
    QVERIFY(!pg::conditionRefusal(u"note = 'pg_advisory_lock(1)'"_s));
    QVERIFY(!pg::conditionRefusal({}));
}

/// What the server makes of a text decides: each of these calls a denied function there.
void TestWriteGuard::readsWordsAsTheServerDoes_data()
{
    QTest::addColumn<QString>("sql");
    for (const auto &sql :
         {u"select 1 -- \r, pg_advisory_lock(1)"_s, u"select (1::bigint).pg_advisory_lock"_s,
          u"select U&\"pg_advisoryz005flock\" UESCAPE 'z' (1)"_s,
          u"select e'a'\n'\\'', pg_advisory_lock(1) --'"_s,
          u"select e'a' -- x\r\t-- y'\n '\\'', pg_advisory_lock(1) --'"_s,
          u"select $\u00a0$ ' $\u00a0$, pg_advisory_lock(1)"_s,
          u"select $\u0663$ ' $\u0663$, pg_advisory_lock(1)"_s,
          u"select 1 as e\u00a0, '\\', pg_advisory_lock(1)"_s, u"; ;select pg_advisory_lock(1)"_s,
          u"select $a$ $b$a$, pg_advisory_lock(1), $$ $a$$"_s,
          u"select /* /* */ ' */ pg_advisory_lock(1) /* ' */"_s,
          u"select 1+--'\n+pg_advisory_lock(1)::text::int"_s, u"select*/**/from/*'*/pg_advisory_lock(1)"_s,
          u"select b'1', x'f', n'\\', pg_advisory_lock(1)"_s,
          u"select l.pg_advisory_lock from generate_series(1::bigint, 1) l"_s})
        QTest::newRow(qUtf8Printable(sql.simplified())) << sql;
}

void TestWriteGuard::readsWordsAsTheServerDoes()
{
    QFETCH(const QString, sql);
    pg::Connection connection(database(TestServer::debianVersion));
    const auto reply = connection.fetch({sql});
    QVERIFY2(reply || reply.error().sqlState == u"22P02", "text of the test");
    const auto locks = connection.fetch({u"select count(*) from pg_locks where locktype = 'advisory'"
                                         " and pid = pg_backend_pid()"_s});
    NEED(locks);
    QCOMPARE(locks->text(0, 0), u"1"_s);
    QVERIFY(pg::refusal(pg::statementWords(sql, false)));
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
        {"copy after an empty statement", {u"; copy t to program 'touch /tmp/never'"_s}},
        {"commit prepared", {u"commit prepared 'left'"_s}},
        {"rollback prepared", {u"rollback prepared 'left'"_s}},
        {"begin and more", {u"begin; delete from t"_s}},
        {"settings view", {u"update pg_settings set setting = '64' where name = 'work_mem'"_s}},
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

void TestWriteGuard::beginsOneTransactionAndNothingElse()
{
    pg::Connection connection(database(TestServer::debianVersion));
    NEED(connection.open());
    pg::WriteGuard guard(lock());
    for (const auto &sql : {u"begin; delete from t"_s, u"begin; select 1"_s, u"start nonsense"_s}) {
        QVERIFY2(!guard.fetch(connection, {sql}), qPrintable(sql));
        QVERIFY2(!guard.start(connection, {sql}), qPrintable(sql));
        QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
    }
    for (const auto &sql :
         {u"; begin ; ;"_s, u"start transaction isolation level serializable, read only, deferrable"_s}) {
        NEED(guard.fetch(connection, {sql}));
        QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::InTransaction);
        NEED(guard.fetch(connection, {u"; rollback"_s}));
        QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
    }
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

#include "models/query/writetrial.h"

#include "core/pg/connection.h"
#include "core/sql/rowwrite.h"
#include "models/opendatabase.h"
#include "models/query/writepreview.h"
#include "tests/models/query/querydesk.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Source = WriteEffect::Source;
using Verb = sql::RowWrite::Verb;

namespace {

constexpr int patienceMs = 60'000;

const auto schema = uR"(
    create table users (id int primary key, name text not null);
    create table orders (id int primary key, buyer int not null references users on delete cascade);
    create table notes (what text);
    create function note() returns trigger language plpgsql as
        $$ begin insert into notes values (old.name); return null; end $$;
    create trigger noted after delete on users for each row execute function note();
    insert into users select g, 'user ' || g from generate_series(1, 500) g;
    insert into orders select g, g % 10 + 1 from generate_series(1, 100) g;
    analyze;
)"_s;

QueryScript scriptOf(const QString &text)
{
    return {.text = text, .statements = sql::splitStatements(text), .parameters = {}, .folder = {}};
}

} // namespace

/// What writes would do, on real servers.
class TestWriteTrial : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void triesOnEveryServer();
    void samplesRows();
    void countsWhatFollows();
    void countsThisTransactionAlone();
    void takesParameters();
    void keepsItsOwnReturning();
    void writesWhatItMayNotRead();
    void writesInCommonTables();
    void explainsByRunning();
    void countsTruncate();
    void estimatesALongTruncate();
    void neverTriesCopyAndOddTruncate();
    void waitsForNoLock();
    void takesNoLongerThanItMay();
    void saysItsMistakes();
    void leavesTheConnectionAsItWas();
    void saysItInWords();
    void previewShows();
    void previewRefuses();
    void previewRefusesOnLockedProduction();
    void previewCancels();

private:
    Result<WriteEffect> foresee(const QString &sql, const TrialBounds &bounds = {})
    {
        return foreseeWrite(*m_connection, {sql}, bounds);
    }
    qint64 count(const QString &table)
    {
        const auto reply = m_other->fetch({u"select count(*) from "_s + table});
        return reply ? reply->text(0, 0).toLongLong() : -1;
    }

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<pg::Connection> m_other;
};

void TestWriteTrial::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(m_options);
    m_other = std::make_unique<pg::Connection>(m_options);
    NEED(m_other->runScript(schema));
}

void TestWriteTrial::triesOnEveryServer()
{
    const struct
    {
        QString sql;
        Verb verb;
        qint64 rows;
        int since;
    } cases[] = {
        {u"update users set name = 'x' where id <= 3"_s, Verb::Update, 3, 0},
        {u"delete from users where id > 400;"_s, Verb::Delete, 100, 0},
        {u"insert into users values (1, 'a'), (900, 'b') on conflict (id) do update set name = 'c'"_s,
         Verb::Insert, 2, 0},
        {u"with few as (select id from users where id < 3) update users set name = 'x' from few "
         "where users.id = few.id"_s,
         Verb::Update, 2, 0},
        {u"merge into users u using (values (1), (2)) v (id) on u.id = v.id when matched then delete"_s,
         Verb::Merge, 2, 150000},
    };
    for (const int version : test::TestServer::versions()) {
        pg::Connection connection(test::TestServer::of(version).createDatabase());
        NEED(connection.runScript(schema));
        for (const auto &each : cases) {
            if (connection.serverVersion() < each.since)
                continue;
            const auto write = sql::rowWrite(each.sql);
            QVERIFY(write);
            const auto effect = tryWrite(connection, *write, {each.sql});
            NEED(effect);
            QCOMPARE(effect->verb, std::optional(each.verb));
            QCOMPARE(effect->source, Source::Tried);
            QCOMPARE(effect->rows, each.rows);
            QVERIFY(!effect->tables.empty());
            const auto stayed = connection.fetch(
                {u"select count(*) filter (where name = 'user ' || id), count(*) from users"_s});
            NEED(stayed);
            QCOMPARE(stayed->text(0, 0), u"500"_s);
            QCOMPARE(stayed->text(0, 1), u"500"_s);
        }
        const auto truncated = foreseeWrite(connection, {u"truncate users cascade"_s}, {});
        NEED(truncated);
        QCOMPARE(truncated->source, Source::Counted);
        QCOMPARE(truncated->rows, 600);
    }
}

void TestWriteTrial::samplesRows()
{
    const auto updated = foresee(u"update users set name = 'new' where id = 7"_s);
    NEED(updated);
    QCOMPARE(updated->sample.rowCount(), 1);
    QCOMPARE(updated->sample.text(0, 1), u"new"_s); // as they become
    const auto deleted = foresee(u"delete from users where id = 7"_s);
    NEED(deleted);
    QCOMPARE(deleted->sample.text(0, 1), u"user 7"_s); // as they were
    const auto many = foresee(u"update users set name = 'new'"_s);
    NEED(many);
    QCOMPARE(many->rows, 500);
    QCOMPARE(many->sample.rowCount(), 100);
    const auto none = foresee(u"delete from users where id < 0"_s);
    NEED(none);
    QCOMPARE(none->rows, 0);
    QCOMPARE(none->sample.rowCount(), 0);
    QCOMPARE(count(u"users where name like 'user %'"_s), 500);
}

void TestWriteTrial::countsWhatFollows()
{
    const auto effect = foresee(u"delete from users where id <= 2"_s);
    NEED(effect);
    QCOMPARE(effect->rows, 2);
    const std::vector<TableWrites> expected{{.table = u"public.notes"_s, .inserted = 2},
                                            {.table = u"public.orders"_s, .deleted = 20},
                                            {.table = u"public.users"_s, .deleted = 2}};
    QCOMPARE(effect->tables, expected);
    QCOMPARE(count(u"notes"_s), 0);
    QCOMPARE(count(u"orders"_s), 100);
}

/// The server's counters may still hold what was written just before.
void TestWriteTrial::countsThisTransactionAlone()
{
    NEED(m_connection->runScript(
        u"create temp table scratch (id int); insert into scratch values (1), (2)"_s));
    const auto effect = foresee(u"delete from scratch where id = 1"_s);
    NEED(effect);
    QCOMPARE(effect->tables.size(), size_t(1));
    QCOMPARE(effect->tables.front().inserted, 0);
    QCOMPARE(effect->tables.front().deleted, 1);
    NEED(m_connection->runScript(u"drop table scratch"_s));
}

void TestWriteTrial::takesParameters()
{
    const auto effect =
        foreseeWrite(*m_connection, {u"delete from users where id = $1"_s, {QByteArray("17")}}, {});
    NEED(effect);
    QCOMPARE(effect->rows, 1);
    QCOMPARE(effect->sample.text(0, 1), u"user 17"_s);
}

void TestWriteTrial::keepsItsOwnReturning()
{
    const auto effect = foresee(u"delete from users where id = 5 returning name || '!' as loud"_s);
    NEED(effect);
    QCOMPARE(effect->sample.columnCount(), 1);
    QCOMPARE(effect->sample.text(0, 0), u"user 5!"_s);
}

void TestWriteTrial::writesWhatItMayNotRead()
{
    NEED(m_other->runScript(u"create table secrets (id int, what text); insert into secrets values (1, 'x');"
                            "drop role if exists squall_blind; create role squall_blind;"
                            "grant select (id), update on secrets to squall_blind"_s));
    NEED(m_connection->runScript(u"set role squall_blind"_s));
    const auto effect = foresee(u"update secrets set what = 'y' where id = 1"_s);
    NEED(m_connection->runScript(u"reset role"_s));
    NEED(effect);
    QCOMPARE(effect->rows, 1);
    QCOMPARE(effect->sample.columnCount(), 0);
    QCOMPARE(count(u"secrets where what = 'x'"_s), 1);
    NEED(m_other->runScript(u"drop table secrets; drop role squall_blind"_s));
}

void TestWriteTrial::writesInCommonTables()
{
    const auto effect = foresee(u"with gone as (delete from orders where id <= 30 returning id),"
                                " changed as (update users set name = 'x' where id = 1 returning id)"
                                " select count(*) from gone"_s);
    NEED(effect);
    QVERIFY(!effect->verb);
    QCOMPARE(effect->source, Source::Tried);
    QCOMPARE(effect->rows, 31);
    QCOMPARE(effect->tables.size(), size_t(2));
    QCOMPARE(effect->sample.text(0, 0), u"30"_s);
    QCOMPARE(count(u"orders"_s), 100);
}

void TestWriteTrial::explainsByRunning()
{
    const auto effect = foresee(u"explain analyze delete from orders"_s);
    NEED(effect);
    QVERIFY(!effect->verb);
    QCOMPARE(effect->rows, 100);
    QCOMPARE(count(u"orders"_s), 100);
}

void TestWriteTrial::countsTruncate()
{
    const auto one = foresee(u"truncate orders"_s);
    NEED(one);
    QCOMPARE(one->source, Source::Counted);
    QCOMPARE(one->rows, 100);
    QCOMPARE(one->tables.size(), size_t(1));
    QCOMPARE(one->sample.rowCount(), 100);
    const auto all = foresee(u"truncate table only users cascade"_s);
    NEED(all);
    QCOMPARE(all->rows, 600);
    QCOMPARE(all->tables.size(), size_t(2));
    NEED(m_other->runScript(u"create table \"Parts of it\" (id int) partition by range (id);"
                            "create table low partition of \"Parts of it\" for values from (0) to (10);"
                            "create table high partition of \"Parts of it\" for values from (10) to (20);"
                            "insert into \"Parts of it\" select generate_series(5, 14)"_s));
    const auto parts = foresee(u"truncate \"Parts of it\""_s);
    NEED(parts);
    QCOMPARE(parts->rows, 10);
    QCOMPARE(parts->tables.size(), size_t(2));
    NEED(m_other->runScript(u"drop table \"Parts of it\""_s));
    const auto nothing = foresee(u"truncate no_such_table"_s);
    NEED(nothing);
    QCOMPARE(nothing->source, Source::Unknown);
}

/// Somebody else has it: it cannot be counted in time, but the server has an idea.
void TestWriteTrial::estimatesALongTruncate()
{
    NEED(m_other->runScript(u"begin; lock table orders in access exclusive mode"_s));
    const auto effect = foresee(u"truncate orders"_s, {.whole = std::chrono::milliseconds(200)});
    NEED(m_other->runScript(u"rollback"_s));
    NEED(effect);
    QCOMPARE(effect->source, Source::Expected);
    QCOMPARE(effect->rows, 100);
}

void TestWriteTrial::neverTriesCopyAndOddTruncate()
{
    const auto copied = foresee(u"copy (delete from orders returning id) to stdout"_s);
    NEED(copied);
    QCOMPARE(copied->source, Source::Unknown);
    const auto odd = foresee(u"truncate orders in some future way"_s);
    NEED(odd);
    QCOMPARE(odd->source, Source::Unknown);
    QCOMPARE(count(u"orders"_s), 100);
}

void TestWriteTrial::waitsForNoLock()
{
    NEED(m_other->runScript(u"begin; update users set name = name where id = 3"_s));
    const TrialBounds bounds{.locks = std::chrono::milliseconds(100)};
    const auto sql = u"update users set name = 'x' where id <= 10"_s;
    const auto effect = foresee(sql, bounds);
    const auto refused = tryWrite(*m_connection, *sql::rowWrite(sql), {sql}, bounds);
    NEED(m_other->runScript(u"rollback"_s));
    NEED(effect);
    QCOMPARE(effect->source, Source::Expected);
    QVERIFY(effect->rows >= 5 && effect->rows <= 20);
    QVERIFY(!effect->untried.isEmpty());
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().sqlState, u"55P03"_s);
}

void TestWriteTrial::takesNoLongerThanItMay()
{
    const auto effect = foresee(u"delete from orders where pg_sleep(600) is not null"_s,
                                {.whole = std::chrono::milliseconds(200)});
    NEED(effect);
    QCOMPARE(effect->source, Source::Expected);
    QVERIFY(!effect->untried.isEmpty());
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::Idle);
    QCOMPARE(count(u"orders"_s), 100);
}

void TestWriteTrial::saysItsMistakes()
{
    const auto unknown = foresee(u"delete from users where naem = 1"_s);
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().sqlState, u"42703"_s);
    QCOMPARE(unknown.error().position, 25);
    const auto broken = foresee(u"update users set name = null"_s);
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().sqlState, u"23502"_s);
}

void TestWriteTrial::leavesTheConnectionAsItWas()
{
    NEED(m_connection->runScript(u"set lock_timeout = '17s'; set statement_timeout = '18s'"_s));
    NEED(foresee(u"delete from orders"_s, {.whole = std::chrono::milliseconds(30'000)}));
    QVERIFY(!foresee(u"delete from nothing"_s, {.whole = std::chrono::milliseconds(30'000)}).ok());
    const auto set = m_connection->fetch(
        {u"select current_setting('lock_timeout'), current_setting('statement_timeout')"_s});
    NEED(set);
    QCOMPARE(set->text(0, 0), u"17s"_s);
    QCOMPARE(set->text(0, 1), u"18s"_s);
    NEED(m_connection->runScript(u"reset lock_timeout; reset statement_timeout"_s));
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::Idle);
}

void TestWriteTrial::saysItInWords()
{
    const auto words = [](const WriteEffect &effect) { return inWords(effect); };
    const std::vector<TableWrites> one{{.table = u"users"_s, .updated = 3}};
    QCOMPARE(words({.verb = Verb::Update, .rows = 3, .tables = one}), u"It would change 3 row(s)."_s);
    const std::vector<TableWrites> more{{.table = u"orders"_s, .deleted = 4},
                                        {.table = u"users"_s, .inserted = 1, .deleted = 2}};
    QCOMPARE(words({.verb = Verb::Delete, .rows = 2, .tables = more}),
             u"It would delete 2 row(s). In all, orders: 4 deleted; users: 1 added, 2 deleted."_s);
    const auto unknown = words({.source = Source::Unknown, .untried = u"Because."_s});
    QVERIFY(unknown.startsWith(u"Because. "_s));
    QVERIFY(words({.source = Source::Expected, .rows = 7}).contains(u"estimate"_s));
    QVERIFY(words({.source = Source::Counted, .rows = 7}).contains(u"all 7"_s));
    const std::vector<TableWrites> many(9, {.table = u"t"_s, .deleted = 1});
    QVERIFY(words({.verb = Verb::Delete, .rows = 1, .tables = many}).contains(u"5 more table(s)"_s));
}

void TestWriteTrial::previewShows()
{
    test::QueryDesk desk(schema);
    WritePreview preview(desk.database());
    QSignalSpy failed(&preview, &WritePreview::failed);
    std::vector<WriteEffect> effects;
    connect(&preview, &WritePreview::shown, this,
            [&](const WriteEffect &effect) { effects.push_back(effect); });
    auto script = scriptOf(u"delete from users where id = $1"_s);
    script.parameters.numbered = {QByteArray("9")};
    preview.look(script);
    QVERIFY(preview.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(effects.size(), size_t(1), patienceMs);
    QVERIFY(!preview.isRunning());
    QCOMPARE(effects.front().rows, 1);
    QCOMPARE(effects.front().sample.text(0, 1), u"user 9"_s);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(desk.aside(u"select count(*) from users"_s), u"500"_s);
}

void TestWriteTrial::previewRefuses()
{
    test::QueryDesk desk(schema);
    WritePreview preview(desk.database());
    std::vector<Error> errors;
    connect(&preview, &WritePreview::failed, this, [&](const Error &error) { errors.push_back(error); });
    for (const auto &text :
         {u"select 1"_s, u"delete from users; delete from orders"_s, u"truncate users"_s, QString()})
        preview.look(scriptOf(text));
    QCOMPARE(errors.size(), size_t(4));
    for (const auto &error : errors)
        QCOMPARE(error.code, Error::Code::Unsupported);
    preview.look(scriptOf(u"delete from nothing"_s));
    QTRY_COMPARE_WITH_TIMEOUT(errors.size(), size_t(5), patienceMs);
    QCOMPARE(errors.back().sqlState, u"42P01"_s);
}

void TestWriteTrial::previewRefusesOnLockedProduction()
{
    test::QueryDesk desk(schema, u"production"_s);
    WritePreview preview(desk.database());
    std::vector<Error> errors;
    connect(&preview, &WritePreview::failed, this, [&](const Error &error) { errors.push_back(error); });
    QSignalSpy shown(&preview, &WritePreview::shown);
    preview.look(scriptOf(u"delete from users"_s));
    QCOMPARE(errors.size(), size_t(1));
    QCOMPARE(errors.front().code, Error::Code::ReadOnly);
    QVERIFY(!preview.isRunning());
    QVERIFY(desk.database().unlockWriting(desk.database().databaseName()).ok());
    preview.look(scriptOf(u"delete from users"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patienceMs);
}

void TestWriteTrial::previewCancels()
{
    test::QueryDesk desk(schema);
    WritePreview preview(desk.database());
    QSignalSpy shown(&preview, &WritePreview::shown);
    QSignalSpy failed(&preview, &WritePreview::failed);
    preview.look(scriptOf(u"delete /* waits */ from orders where pg_sleep(600) is not null"_s));
    const auto sleeping =
        u"select count(*) from pg_stat_activity where query like '%/* waits%' and state = 'active'"
        " and pid <> pg_backend_pid() and datname = current_database()"_s;
    QTRY_COMPARE_WITH_TIMEOUT(desk.aside(sleeping), u"1"_s, patienceMs);
    preview.cancel();
    QVERIFY(!preview.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(desk.aside(sleeping), u"0"_s, patienceMs);
    QCOMPARE(shown.size() + failed.size(), 0);
    preview.look(scriptOf(u"delete from orders"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patienceMs);
}

QTEST_GUILESS_MAIN(TestWriteTrial)
#include "tst_writetrial.moc"

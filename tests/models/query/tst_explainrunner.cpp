#include "core/pg/connection.h"
#include "models/opendatabase.h"
#include "models/query/explainrunner.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

using Mode = ExplainRequest::Mode;

ConnectionForm formOf(const pg::ConnectionOptions &options)
{
    return {.host = QString::fromUtf8(options.value("host")),
            .port = QString::fromUtf8(options.value("port")),
            .database = QString::fromUtf8(options.value("dbname")),
            .user = QString::fromUtf8(options.value("user"))};
}

} // namespace

/// Plans from real servers.
class TestExplainRunner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void looksThroughExplain_data();
    void looksThroughExplain();
    void plansOnEveryServer();
    void rollsBack();
    void refusesOnLockedProduction();
    void saysWhere();
    void takesParameters();
    void keepsPlansOfAQuery();
    void forgetsTheOldest();
    void knowsStaleStatistics();
    void imaginesIndexes();
    void cancels();

private:
    void run(const ExplainRequest &request);
    QString value(const QString &sql);

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_other;
    std::unique_ptr<OpenDatabase> m_database;
    std::unique_ptr<ExplainRunner> m_runner;
};

void TestExplainRunner::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_other = std::make_unique<pg::Connection>(m_options);
    NEED(m_other->runScript(uR"(
        create table events (id int primary key, kind text not null, at timestamptz not null);
        insert into events select g, case when g % 1000 = 0 then 'rare' else 'usual' end, now()
            from generate_series(1, 50000) g;
        analyze events;
    )"_s));
}

void TestExplainRunner::init()
{
    m_runner.reset();
    m_database = std::make_unique<OpenDatabase>(formOf(m_options));
    m_database->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_database->state() == OpenDatabase::State::Open, patienceMs);
    m_runner = std::make_unique<ExplainRunner>(*m_database);
}

void TestExplainRunner::run(const ExplainRequest &request)
{
    m_runner->explain(request);
    QVERIFY(m_runner->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!m_runner->isRunning(), patienceMs);
}

QString TestExplainRunner::value(const QString &sql)
{
    const auto reply = m_other->fetch({sql});
    return reply ? reply->text(0, 0) : reply.error().message;
}

void TestExplainRunner::looksThroughExplain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inner");

    const auto row = [](const char *text, const char *inner) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(inner);
    };
    row("select 1", "select 1");
    row("explain select 1", "select 1");
    row("EXPLAIN ANALYZE VERBOSE select 1", "select 1");
    row("explain (analyze, format json) select 1", "select 1");
    row("/* x */ explain -- y\n (costs off) select 1", "select 1");
    row("explain", "explain");
    row("select explain from x", "select explain from x");
}

void TestExplainRunner::looksThroughExplain()
{
    QFETCH(QString, text);
    QFETCH(QString, inner);
    QCOMPARE(explained(text), inner);
}

void TestExplainRunner::plansOnEveryServer()
{
    for (const int version : test::TestServer::versions()) {
        pg::Connection connection(test::TestServer::of(version).createDatabase());
        NEED(connection.runScript(
            u"create table t (id int primary key, a text); insert into t values (1, 'x')"_s));
        for (const auto mode : {Mode::Plan, Mode::Analyze}) {
            for (const auto *sql :
                 {"select * from t where a = 'x'", "update t set a = 'y'", "delete from t",
                  "insert into t values (2, 'z')", "values (1)", "create table u as select * from t"}) {
                const auto answer = explainOn(connection, {QString::fromLatin1(sql), {}, mode}, false);
                NEED(answer);
                QCOMPARE(answer->plan.analyzed, mode == Mode::Analyze);
                QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
            }
        }
        const auto rows = connection.fetch({u"select string_agg(id || a, ',') from t"_s});
        NEED(rows);
        QCOMPARE(rows->text(0, 0), u"1x"_s);
        QVERIFY(!connection.fetch({u"select * from u"_s}).ok());
    }
}

void TestExplainRunner::rollsBack()
{
    run({u"delete from events where kind = 'rare'"_s, {}, Mode::Analyze});
    QVERIFY(!m_runner->error());
    QCOMPARE(m_runner->plans().size(), 1);
    QVERIFY(m_runner->plans().front()->plan.analyzed);
    QCOMPARE(value(u"select count(*) from events"_s), u"50000"_s);
}

void TestExplainRunner::refusesOnLockedProduction()
{
    auto form = formOf(m_options);
    form.chosenClass = ConnectionClass::Production;
    m_runner.reset();
    m_database = std::make_unique<OpenDatabase>(form);
    m_database->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_database->state() == OpenDatabase::State::Open, patienceMs);
    m_runner = std::make_unique<ExplainRunner>(*m_database);
    QVERIFY(m_database->isWritingLocked());

    run({u"delete from events"_s, {}, Mode::Analyze});
    QCOMPARE(m_runner->error()->code, Error::Code::ReadOnly);
    run({u"with x as (delete from events returning id) select * from x"_s, {}, Mode::Analyze});
    QVERIFY(m_runner->error());
    run({u"select pg_terminate_backend(1)"_s, {}, Mode::Analyze});
    QVERIFY(m_runner->error());
    run({u"delete from events"_s, {}, Mode::Plan});
    QVERIFY(!m_runner->error());
    run({u"select count(*) from events"_s, {}, Mode::Analyze});
    QVERIFY(!m_runner->error());
    QCOMPARE(value(u"select count(*) from events"_s), u"50000"_s);
}

void TestExplainRunner::saysWhere()
{
    run({u"explain select nothing from events"_s});
    QCOMPARE(m_runner->error()->sqlState, u"42703"_s);
    QCOMPARE(m_runner->error()->position, 16);
    run({u"select 1; drop table events"_s});
    QVERIFY(m_runner->error());
    QCOMPARE(value(u"select count(*) from events"_s), u"50000"_s);
}

void TestExplainRunner::takesParameters()
{
    run({u"select * from events where id = $1"_s, {QByteArray("17")}, Mode::Analyze});
    QVERIFY(!m_runner->error());
    QCOMPARE(m_runner->plans().front()->plan.root().allRows(), 1);
}

void TestExplainRunner::keepsPlansOfAQuery()
{
    QSignalSpy changed(m_runner.get(), &ExplainRunner::plansChanged);
    run({u"select * from events where kind = 'rare'"_s, {}, Mode::Analyze});
    NEED(m_other->runScript(u"create index events_kind on events (kind); analyze events"_s));
    run({u"SELECT * FROM events -- again\nWHERE kind = 'usual' limit 5"_s, {}, Mode::Analyze});
    QCOMPARE(m_runner->plans().size(), 1);
    run({u"SELECT *\nFROM events WHERE kind = 'other'"_s, {}, Mode::Analyze});
    NEED(m_other->runScript(u"drop index events_kind; analyze events"_s));
    QCOMPARE(m_runner->plans().size(), 2);
    QCOMPARE(m_runner->plans()[1]->plan.root().type, u"Seq Scan"_s);
    QVERIFY(m_runner->plans()[0]->plan.root().type != u"Seq Scan");
    QVERIFY(changed.size() >= 3);
}

void TestExplainRunner::forgetsTheOldest()
{
    for (size_t i = 0; i < ExplainRunner::keptForEach + 2; ++i)
        run({u"select %1"_s.arg(i)});
    QCOMPARE(m_runner->plans().size(), ExplainRunner::keptForEach);
}

void TestExplainRunner::knowsStaleStatistics()
{
    NEED(m_other->runScript(
        u"create table fresh (id int); insert into fresh select generate_series(1, 100)"_s));
    run({u"select * from fresh"_s});
    const auto &hints = m_runner->plans().front()->hints;
    QVERIFY(std::any_of(hints.begin(), hints.end(), [](const explain::Hint &hint) {
        return hint.kind == explain::Hint::Kind::StaleStatistics && hint.fix == u"ANALYZE public.fresh;";
    }));
}

void TestExplainRunner::imaginesIndexes()
{
    run({u"select * from events where kind = 'rare'"_s});
    QVERIFY(!m_runner->canImagine());
    NEED(m_other->runScript(u"create extension hypopg"_s));
    m_runner = std::make_unique<ExplainRunner>(*m_database);
    run({u"select * from events where kind = 'rare'"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_runner->canImagine(), patienceMs);
    m_runner->imagine(u"CREATE INDEX CONCURRENTLY ON public.events (kind);"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_runner->isRunning(), patienceMs);
    QVERIFY2(!m_runner->error(), m_runner->error() ? qPrintable(m_runner->error()->message) : "");
    QCOMPARE(m_runner->plans().size(), 2);
    QVERIFY(m_runner->plans()[0]->plan.root().type != u"Seq Scan");
    QVERIFY(!m_runner->plans()[0]->request.imagined.isEmpty());
    QCOMPARE(value(u"select count(*) from pg_indexes where tablename = 'events'"_s), u"1"_s);
    // It was imagined once, for that plan.
    run({u"select * from events where kind = 'rare'"_s});
    QCOMPARE(m_runner->plans()[0]->plan.root().type, u"Seq Scan"_s);
    NEED(m_other->runScript(u"drop extension hypopg"_s));
}

void TestExplainRunner::cancels()
{
    m_runner->explain({u"select pg_sleep(1000)"_s, {}, Mode::Analyze});
    const auto sleeping =
        u"select count(*) from pg_stat_activity where query like '%pg_sleep%' and state = 'active' "
        "and pid <> pg_backend_pid() and datname = current_database()"_s;
    QTRY_COMPARE_WITH_TIMEOUT(value(sleeping), u"1"_s, patienceMs);
    m_runner->cancel();
    QVERIFY(!m_runner->isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(value(sleeping), u"0"_s, patienceMs);
    run({u"select 1"_s});
    QVERIFY(!m_runner->error());
}

QTEST_GUILESS_MAIN(TestExplainRunner)
#include "tst_explainrunner.moc"

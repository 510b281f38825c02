#include "models/query/queryrunner.h"
#include "tests/models/query/querydesk.h"
#include "tests/support/faultproxy.h"

#include <csignal>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using test::QueryDesk;
using End = QueryOutcome::End;
using State = QueryRunner::State;

/// However the server takes it, one is back in control soon, and the next query works. Times are printed; a
/// test must not fail because the machine is busy, so only a multiple of the second is asserted.
class TestQueryCancel : public QObject
{
    Q_OBJECT

private slots:
    void sleep();
    void hugeSort();
    void lockWait();
    void stalledProcess();
    void stalledServer();
    void stalledProcessKeepsNoOthers();
    void inMidStream();
    void pausedResult();
    void pausedResultInATransaction();
    void watching();
    void beforeItBegan();
    void ignoresTheRequest();
    void leavesTheTransactionFailed();
    void nothingRuns();
};

namespace {

constexpr qint64 generousMs = 5000;

/// From the wish to the state in which the next query can be run, `afterwards`.
void cancelled(QueryDesk &desk, const char *what, const std::function<void()> &afterwards = {})
{
    QElapsedTimer clock;
    clock.start();
    desk.runner().cancel();
    desk.settled();
    const auto took = clock.elapsed();
    QCOMPARE(desk.runner().state(), State::Idle);
    QVERIFY(!desk.outcomes.empty());
    qInfo("%s: back in control after %lld ms: %s", what, took, qPrintable(desk.outcomes.back().words));
    QCOMPARE(desk.outcomes.back().end, End::Cancelled);
    QVERIFY(!desk.outcomes.back().words.isEmpty());
    QVERIFY(took < generousMs);
    QVERIFY(desk.failures.empty());
    if (afterwards)
        afterwards();
    QCOMPARE(desk.run(u"select 'next'"_s).end, End::Done);
    QCOMPARE(QueryDesk::column(*desk.results.front()), QStringList{u"next"_s});
}

int running(QueryDesk &desk, const QString &like)
{
    return desk
        .aside(u"select coalesce(max(pid), 0) from pg_stat_activity where state = 'active' and pid <> "
               "pg_backend_pid() and query like '%1'"_s.arg(like))
        .toInt();
}

void awaitRunning(QueryDesk &desk, const QString &like)
{
    QueryDesk::wait([&] { return running(desk, like) != 0; });
}

/// Stops a process for as long as it lives.
class Stalled
{
public:
    explicit Stalled(int pid)
        : m_pid(pid)
    {
        ::kill(m_pid, SIGSTOP);
    }
    ~Stalled() { ::kill(m_pid, SIGCONT); }
    Stalled(const Stalled &) = delete;
    Stalled &operator=(const Stalled &) = delete;

private:
    int m_pid;
};

} // namespace

void TestQueryCancel::sleep()
{
    QueryDesk desk;
    desk.start(u"select pg_sleep(600)"_s);
    awaitRunning(desk, u"select pg_sleep%"_s);
    cancelled(desk, "pg_sleep");
    QTRY_COMPARE(running(desk, u"select pg_sleep%"_s), 0);
}

void TestQueryCancel::hugeSort()
{
    QueryDesk desk;
    desk.start(u"select md5(i::text) from generate_series(1, 20000000) i order by 1"_s);
    awaitRunning(desk, u"select md5%"_s);
    QTest::qWait(500);
    cancelled(desk, "a huge sort");
    QTRY_COMPARE_WITH_TIMEOUT(running(desk, u"select md5%"_s), 0, 30'000);
}

void TestQueryCancel::lockWait()
{
    QueryDesk desk(u"create table t (id int)"_s);
    pg::Connection other(desk.options());
    QVERIFY(other.runScript(u"begin; lock table t"_s).ok());
    desk.start(u"select * from t"_s);
    awaitRunning(desk, u"select * from t%"_s);
    cancelled(desk, "a lock wait");
}

void TestQueryCancel::stalledProcess()
{
    QueryDesk desk(u"create table t (id int)"_s);
    desk.start(u"begin; insert into t values (1); select pg_sleep(600)"_s);
    awaitRunning(desk, u"select pg_sleep%"_s);
    const Stalled stalled(running(desk, u"select pg_sleep%"_s));
    cancelled(desk, "a stalled server process");
    QVERIFY(!desk.runner().transaction().isOpen());
}

/// Nobody answers: neither the process, nor whoever takes the request, nor another session.
void TestQueryCancel::stalledServer()
{
    std::unique_ptr<test::FaultProxy> proxy;
    QueryDesk desk({}, {}, [&](const pg::ConnectionOptions &server) {
        proxy = std::make_unique<test::FaultProxy>(server);
        return proxy->options();
    });
    desk.start(u"select pg_sleep(600)"_s);
    awaitRunning(desk, u"select pg_sleep%"_s);
    proxy->setQuiet(true);
    cancelled(desk, "a server that stands still", [&] { proxy->setQuiet(false); });
}

void TestQueryCancel::stalledProcessKeepsNoOthers()
{
    QueryDesk desk;
    std::vector<std::unique_ptr<Stalled>> stalled;
    // More than the pool has sessions.
    for (int i = 0; i < pg::SessionPool::usualSize + 2; ++i) {
        desk.start(u"select pg_sleep(600) /* %1 */"_s.arg(i));
        awaitRunning(desk, u"select pg_sleep(600) /* %1 */%"_s.arg(i));
        stalled.push_back(
            std::make_unique<Stalled>(running(desk, u"select pg_sleep(600) /* %1 */%"_s.arg(i))));
        cancelled(desk, "one of several stalled processes");
    }
}

void TestQueryCancel::inMidStream()
{
    QueryDesk desk;
    desk.runner().setPatience({.readAhead = qsizetype(1) << 40});
    desk.start(u"select i, repeat('x', 100) from generate_series(1, 100000000) i"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.results.empty() && desk.results.front()->rowsRead() > 2000, 30'000);
    auto *result = desk.results.front();
    cancelled(desk, "a result in mid-stream");
    QCOMPARE(result->state(), ResultModel::State::Ended);
    QVERIFY(result->rowCount() > 2000);
}

void TestQueryCancel::pausedResult()
{
    QueryDesk desk;
    desk.runner().setPatience({.readAhead = 100'000});
    desk.run(u"select repeat('x', 1000) from generate_series(1, 1000000)"_s);
    QCOMPARE(desk.runner().state(), State::Paused);
    cancelled(desk, "a paused result");
}

void TestQueryCancel::pausedResultInATransaction()
{
    QueryDesk desk;
    desk.runner().setPatience({.readAhead = 100'000});
    desk.run(u"begin; select repeat('x', 1000) from generate_series(1, 6000)"_s);
    QCOMPARE(desk.runner().state(), State::Paused);
    cancelled(desk, "a paused result in a transaction");
    QVERIFY(desk.runner().transaction().isOpen());
}

void TestQueryCancel::watching()
{
    QueryDesk desk;
    desk.start(u"select now() \\watch 0.2\n"_s);
    QTRY_VERIFY(!desk.results.empty());
    auto *result = desk.results.front();
    const auto first = QueryDesk::column(*result);
    QTRY_VERIFY_WITH_TIMEOUT(QueryDesk::column(*result) != first, 30'000);
    QCOMPARE(desk.results.size(), size_t(1));
    cancelled(desk, "\\watch");
}

void TestQueryCancel::beforeItBegan()
{
    QueryDesk desk;
    desk.start(u"select pg_sleep(600)"_s);
    cancelled(desk, "right after the start");
}

/// A statement that catches the request and goes on is ended with its process.
void TestQueryCancel::ignoresTheRequest()
{
    QueryDesk desk;
    desk.start(u"do $$ begin loop begin perform pg_sleep(600); exception when query_canceled then null; end;"
               " end loop; end $$"_s);
    awaitRunning(desk, u"do $$%"_s);
    cancelled(desk, "a statement that ignores the request");
    QTRY_COMPARE_WITH_TIMEOUT(running(desk, u"do $$%"_s), 0, 30'000);
}

void TestQueryCancel::leavesTheTransactionFailed()
{
    QueryDesk desk;
    desk.start(u"begin; select pg_sleep(600)"_s);
    awaitRunning(desk, u"select pg_sleep%"_s);
    desk.runner().cancel();
    desk.settled();
    QCOMPARE(desk.outcomes.back().end, End::Cancelled);
    QVERIFY(desk.runner().transaction().hasFailed());
    desk.runner().rollback();
    desk.settled();
    QVERIFY(!desk.runner().transaction().isOpen());
}

void TestQueryCancel::nothingRuns()
{
    QueryDesk desk;
    desk.runner().cancel();
    QCOMPARE(desk.runner().state(), State::Idle);
    QCOMPARE(desk.run(u"select 1"_s).end, End::Done);
}

QTEST_GUILESS_MAIN(TestQueryCancel)
#include "tst_querycancel.moc"

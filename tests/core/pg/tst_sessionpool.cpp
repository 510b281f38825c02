#include "core/pg/sessionpool.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <set>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

class TestSessionPool : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_options = TestServer::of().createDatabase(); }
    void runsSideBySideUpToItsSize();
    void oneConnectionTakesTurns();
    void aLeaseKeepsItsTransaction();
    void aLeaseWaitsForItsTurn();
    void aMovedLeaseIsOneLease();
    void leavesWithoutWaiting();
    void extraLeasesNeverWait();
    void anExtraLeaseOfOneConnectionTakesItsTurn();
    void anAbandonedSessionMakesRoom();
    void aStalledProcessIsLeftAtOnce();

private:
    pg::ConnectionOptions m_options;
};

namespace {

Result<int> backend(pg::Connection &connection)
{
    const auto reply = connection.fetch({u"select pg_backend_pid()"_s});
    if (!reply)
        return reply.error();
    return reply->text(0, 0).toInt();
}

Result<int> sleepingBackend(pg::Connection &connection)
{
    const auto reply = connection.fetch({u"select pg_backend_pid() from pg_sleep(0.2)"_s});
    if (!reply)
        return reply.error();
    return reply->text(0, 0).toInt();
}

} // namespace

void TestSessionPool::runsSideBySideUpToItsSize()
{
    pg::SessionPool pool(m_options, 3);
    std::vector<QFuture<Result<int>>> answers;
    for (int i = 0; i < 9; ++i)
        answers.push_back(pool.run(sleepingBackend));
    QVERIFY(pool.isExhausted());
    std::set<int> backends;
    for (const auto &answer : answers) {
        NEED(answer.result());
        backends.insert(*answer.result());
    }
    QCOMPARE(backends.size(), size_t(3));
    QTRY_VERIFY(!pool.isExhausted());
    QCOMPARE(pg::SessionPool(m_options).size(), 6);
}

void TestSessionPool::oneConnectionTakesTurns()
{
    pg::SessionPool pool(m_options, 1);
    auto lease = std::make_unique<pg::SessionPool::Lease>(pool.hold());
    auto held = lease->run(backend);
    auto waiting = pool.run(backend);
    held.waitForFinished();
    QTest::qWait(50);
    QVERIFY(!waiting.isFinished());
    lease.reset();
    QCOMPARE(*waiting.result(), *held.result());
}

void TestSessionPool::aLeaseKeepsItsTransaction()
{
    pg::SessionPool pool(m_options, 2);
    {
        auto lease = pool.hold();
        NEED(lease.run([](pg::Connection &c) { return c.fetch({u"begin"_s}); }).result());
        for (int i = 0; i < 4; ++i)
            NEED(pool.run(backend).result());
        const auto status = lease.run([](pg::Connection &c) -> Result<bool> {
            return c.transactionStatus() == pg::TransactionStatus::InTransaction;
        });
        QVERIFY(*status.result());
    }
    // Given back without it.
    for (int i = 0; i < 4; ++i) {
        const auto status = pool.run([](pg::Connection &c) -> Result<bool> {
            return c.open().ok() && c.transactionStatus() == pg::TransactionStatus::Idle;
        });
        QVERIFY(*status.result());
    }
}

void TestSessionPool::aLeaseWaitsForItsTurn()
{
    pg::SessionPool pool(m_options, 1);
    auto first = pool.run(sleepingBackend);
    QFuture<Result<int>> second;
    QFuture<Result<int>> third;
    {
        auto lease = pool.hold();
        second = lease.run(backend);
        third = lease.run(backend);
        QVERIFY(!second.isFinished());
    }
    QCOMPARE(*third.result(), *first.result());
    NEED(second.result());
    { // held and given back without ever having had a session
        auto busy = pool.run(sleepingBackend);
        const auto unused = pool.hold();
        busy.waitForFinished();
    }
    NEED(pool.run(backend).result());
}

void TestSessionPool::aMovedLeaseIsOneLease()
{
    pg::SessionPool pool(m_options, 1);
    auto lease = pool.hold();
    auto other = std::move(lease);
    NEED(other.run(backend).result());
    other = pool.hold();
    NEED(other.run(backend).result());
}

void TestSessionPool::leavesWithoutWaiting()
{
    QElapsedTimer timer;
    QFuture<Result<int>> queued;
    QFuture<Result<int>> leased;
    {
        pg::SessionPool pool(m_options, 1);
        [[maybe_unused]] const auto running =
            pool.run([](pg::Connection &c) { return c.fetch({u"select pg_sleep(60)"_s}); });
        queued = pool.run(backend);
        auto lease = pool.hold();
        leased = lease.run(backend);
        QTest::qWait(100);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    queued.waitForFinished();
    leased.waitForFinished();
    QVERIFY(queued.isCanceled());
    QVERIFY(leased.isCanceled());
}

void TestSessionPool::extraLeasesNeverWait()
{
    pg::SessionPool pool(m_options, 1 + 1);
    std::vector<pg::SessionPool::Lease> extra;
    std::set<int> backends;
    for (int i = 0; i < 4; ++i) {
        extra.push_back(pool.hold(pg::SessionPool::Room::Extra));
        auto answer = extra.back().run(backend);
        answer.waitForFinished();
        NEED(answer.result());
        backends.insert(*answer.result());
    }
    QCOMPARE(backends.size(), size_t(4));
    QVERIFY(!pool.isExhausted());
    auto others = pool.run(backend);
    others.waitForFinished();
    NEED(others.result());
    QVERIFY(!backends.count(*others.result()));
    // What was made beyond the bound goes again.
    extra.clear();
    std::vector<QFuture<Result<int>>> answers;
    for (int i = 0; i < 8; ++i)
        answers.push_back(pool.run(sleepingBackend));
    std::set<int> left;
    for (const auto &answer : answers) {
        NEED(answer.result());
        left.insert(*answer.result());
    }
    QVERIFY(left.size() <= 2);
}

void TestSessionPool::anExtraLeaseOfOneConnectionTakesItsTurn()
{
    pg::SessionPool pool(m_options, 1);
    auto lease = std::make_unique<pg::SessionPool::Lease>(pool.hold());
    auto held = lease->run(backend);
    auto extra = pool.hold(pg::SessionPool::Room::Extra);
    auto waiting = extra.run(backend);
    held.waitForFinished();
    QTest::qWait(50);
    QVERIFY(!waiting.isFinished());
    lease.reset();
    QCOMPARE(*waiting.result(), *held.result());
}

void TestSessionPool::anAbandonedSessionMakesRoom()
{
    pg::SessionPool pool(m_options, 1);
    auto lease = pool.hold();
    auto first = lease.run(backend);
    first.waitForFinished();
    auto waiting = pool.run(backend);
    auto dropped = lease.run(backend);
    lease.abandon();
    NEED(waiting.result());
    QVERIFY(*waiting.result() != *first.result());
    dropped.waitForFinished();
}

void TestSessionPool::aStalledProcessIsLeftAtOnce()
{
    pg::SessionPool pool(m_options, 2);
    auto lease = pool.hold();
    auto pid = lease.run(backend);
    NEED(pid.result());
    const int stalled = *pid.result();
    ::kill(stalled, SIGSTOP);
    auto stuck = lease.run(backend);
    QTest::qWait(100);
    QVERIFY(!stuck.isFinished());
    QElapsedTimer clock;
    clock.start();
    lease.abandon();
    stuck.waitForFinished();
    const auto took = clock.elapsed();
    ::kill(stalled, SIGCONT);
    // A cancel waits for 5 s before it gives the connection up.
    QVERIFY2(took < 4000, qPrintable(QString::number(took)));
}

QTEST_GUILESS_MAIN(TestSessionPool)
#include "tst_sessionpool.moc"

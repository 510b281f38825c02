#include "core/pg/background.h"
#include "core/pg/session.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <atomic>
#include <cerrno>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

/// Interrupts, and what they must not hit.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_options = TestServer::of().createDatabase(); }
    void worksInOrder();
    void cancelsWhatRuns_data();
    void cancelsWhatRuns();
    void cancelsAReadOnlyFetch();
    void dropsWhatIsQueued();
    void aLateInterruptHitsNothing();
    void interruptsNeverHitTheNextWork();
    void cancelledWorkRollsBack();
    void cancelsBetweenCalls();
    void leavesWithoutWaiting();
    void leavesQueuedWorkCancelled();
    void stopsConnecting();
    void outlivesWhoHangsUp();

private:
    pg::ConnectionOptions m_options;
};

namespace {

Result<QString> first(pg::Connection &connection, const QString &sql)
{
    const auto reply = connection.fetch({sql});
    if (!reply)
        return reply.error();
    return reply->rowCount() > 0 ? reply->text(0, 0) : QString();
}

auto select(const QString &sql)
{
    return [sql](pg::Connection &c) { return first(c, sql); };
}

bool waitForActivity(const pg::ConnectionOptions &options, const QString &pattern)
{
    pg::Connection watcher(options);
    for (int i = 0; i < 400; ++i) {
        const auto seen = watcher.fetch({u"select count(*) from pg_stat_activity where state = 'active'"
                                         " and query like $1 and pid <> pg_backend_pid()"_s,
                                         {pattern.toUtf8()}});
        if (seen && seen->text(0, 0) != u"0")
            return true;
        QTest::qWait(5);
    }
    return false;
}

} // namespace

void TestSession::worksInOrder()
{
    pg::Session session(m_options);
    std::vector<QFuture<Result<QString>>> answers;
    for (int i = 0; i < 50; ++i)
        answers.push_back(session.run(select(u"select %1"_s.arg(i))));
    for (int i = 0; i < 50; ++i)
        QCOMPARE(*answers[static_cast<size_t>(i)].result(), QString::number(i));
}

void TestSession::cancelsWhatRuns_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("sleep") << u"select pg_sleep(60)"_s;
    QTest::newRow("lock") << u"lock table held"_s;
    QTest::newRow("computing") << u"select count(*) from generate_series(1, 100000000000) g"_s;
    QTest::newRow("many rows") << u"select repeat('x', 1000), generate_series(1, 1000000000)"_s;
}

void TestSession::cancelsWhatRuns()
{
    QFETCH(const QString, sql);
    pg::Connection holder(m_options);
    QVERIFY(holder.fetch({u"create table if not exists held ()"_s}).ok());
    QVERIFY(holder.runScript(u"begin; lock table held"_s).ok());

    pg::Session session(m_options);
    const auto backend = select(u"select pg_backend_pid()"_s);
    const auto before = session.run(backend).result();
    auto error = std::make_shared<Error>();
    auto running = session.run([sql, error](pg::Connection &c) -> Result<bool> {
        auto reply = c.start({u"begin"_s});
        for (reply = c.start({sql}); reply && !reply->isLast(); reply = c.more()) {
        }
        *error = reply ? Error{} : reply.error();
        c.settle();
        return true;
    });
    QVERIFY(waitForActivity(m_options, sql.left(12) + u'%'));
    running.cancel();
    running.waitForFinished();
    QCOMPARE(error->code, Error::Code::Cancelled);
    // The server heeded it: one that does not loses the connection.
    QCOMPARE(*session.run(backend).result(), *before);
}

void TestSession::cancelsAReadOnlyFetch()
{
    pg::Session session(m_options);
    const auto backend = select(u"select pg_backend_pid()"_s);
    const auto before = session.run(backend).result();
    auto error = std::make_shared<Error>();
    auto running = session.run([error](pg::Connection &c) -> Result<bool> {
        const auto reply = c.fetchReadOnly({u"select pg_sleep(63)"_s});
        *error = reply ? Error{} : reply.error();
        return true;
    });
    QVERIFY(waitForActivity(m_options, u"select pg_sleep(63)%"_s));
    running.cancel();
    running.waitForFinished();
    QCOMPARE(error->code, Error::Code::Cancelled);
    QCOMPARE(*session.run(backend).result(), *before);
}

void TestSession::dropsWhatIsQueued()
{
    pg::Session session(m_options);
    auto first = session.run(select(u"select pg_sleep(0.3)"_s));
    auto ran = std::make_shared<std::atomic<bool>>(false);
    auto second = session.run([ran](pg::Connection &) -> Result<bool> {
        *ran = true;
        return true;
    });
    second.cancel();
    second.waitForFinished();
    first.waitForFinished();
    QVERIFY(first.result().ok());
    QVERIFY(second.isCanceled());
    QVERIFY(!*ran);
}

void TestSession::aLateInterruptHitsNothing()
{
    pg::Connection connection(m_options);
    const auto interrupt = connection.interrupt();
    interrupt->request();
    QVERIFY(connection.open().ok());
    for (int i = 0; i < 50; ++i) {
        interrupt->request();
        QVERIFY(connection.fetch({u"select pg_sleep(0.002)"_s}).ok());
    }
}

void TestSession::interruptsNeverHitTheNextWork()
{
    // Work that ends about when its interrupt arrives, followed by work that must not notice.
    pg::Session session(m_options);
    int stopped = 0;
    for (int i = 0; i < 150; ++i) {
        auto target = session.run(select(u"select pg_sleep(0.004)"_s));
        auto innocent = session.run(select(u"select pg_sleep(0.006)"_s));
        std::this_thread::sleep_for(std::chrono::microseconds(i * 60));
        target.cancel();
        innocent.waitForFinished();
        const auto answer = innocent.result();
        QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().message));
        stopped += target.isCanceled() ? 1 : 0;
    }
    QVERIFY(stopped > 0);
}

void TestSession::cancelledWorkRollsBack()
{
    pg::Session session(m_options);
    QVERIFY(session.run(select(u"create table if not exists notes (id int)"_s)).result().ok());
    auto running = session.run([](pg::Connection &c) {
        return c.transaction([](pg::Connection &inside) -> Result<Done> {
            for (const auto &sql : {u"insert into notes values (1)"_s, u"select pg_sleep(60)"_s}) {
                if (const auto reply = inside.fetch({sql}); !reply)
                    return reply.error();
            }
            return Done{};
        });
    });
    QVERIFY(waitForActivity(m_options, u"select pg_sleep(60)%"_s));
    running.cancel();
    QCOMPARE(*session.run(select(u"select count(*) from notes"_s)).result(), u"0"_s);
    QCOMPARE(
        *session.run([](pg::Connection &c) -> Result<int> { return static_cast<int>(c.transactionStatus()); })
             .result(),
        static_cast<int>(pg::TransactionStatus::Idle));
}

void TestSession::cancelsBetweenCalls()
{
    pg::Session session(m_options);
    auto between = std::make_shared<std::atomic<int>>(0);
    auto error = std::make_shared<Error>();
    auto running = session.run([between, error](pg::Connection &c) -> Result<bool> {
        *between = 1;
        while (*between == 1)
            std::this_thread::yield();
        const auto reply = c.fetch({u"select 1"_s});
        *error = reply ? Error{} : reply.error();
        return true;
    });
    QTRY_COMPARE(between->load(), 1);
    running.cancel();
    *between = 2;
    running.waitForFinished();
    QCOMPARE(error->code, Error::Code::Cancelled);
}

void TestSession::leavesWithoutWaiting()
{
    QElapsedTimer timer;
    {
        pg::Session session(m_options);
        [[maybe_unused]] auto running = session.run(select(u"select pg_sleep(61)"_s));
        QVERIFY(waitForActivity(m_options, u"select pg_sleep(61)%"_s));
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    pg::Connection watcher(m_options);
    QTRY_COMPARE(
        *first(watcher, u"select count(*) from pg_stat_activity where query = 'select pg_sleep(61)'"_s),
        u"0"_s);
}

void TestSession::leavesQueuedWorkCancelled()
{
    QFuture<Result<QString>> queued;
    {
        pg::Session session(m_options);
        [[maybe_unused]] auto running = session.run(select(u"select pg_sleep(62)"_s));
        queued = session.run(select(u"select 1"_s));
    }
    queued.waitForFinished();
    QVERIFY(queued.isCanceled());
}

void TestSession::stopsConnecting()
{
    // Nobody answers at an address of the documentation's network.
    pg::ConnectionOptions nowhere;
    nowhere.set("host", "192.0.2.1");
    nowhere.set("connect_timeout", "60");
    QElapsedTimer timer;
    timer.start();
    pg::Session session(nowhere);
    auto running = session.run(select(u"select 1"_s));
    QTest::qWait(50);
    running.cancel();
    running.waitForFinished();
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

void TestSession::outlivesWhoHangsUp()
{
    std::array<int, 2> ends = {};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    ::close(ends[1]);
    std::atomic<int> error = 0;
    // As PQcancel writes: without MSG_NOSIGNAL.
    pg::runInBackground([&error, end = ends[0]] {
        const bool sent = ::send(end, "stop", 4, 0) == 4;
        error = sent ? -1 : errno;
    });
    QTRY_VERIFY_WITH_TIMEOUT(error != 0, 30'000);
    ::close(ends[0]);
    QCOMPARE(error.load(), EPIPE);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"

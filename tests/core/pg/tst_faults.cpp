#include "core/pg/session.h"
#include "core/server/account.h"
#include "tests/support/faultproxy.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

using namespace squall;
using namespace Qt::StringLiterals;
using test::FaultProxy;
using test::TestServer;

/// Servers and sockets that break: what is said, what is not repeated, and that it works again.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cutWhileConnecting_data();
    void cutWhileConnecting();
    void cutWhileRunning_data();
    void cutWhileRunning();
    void cutWhileCopying_data();
    void cutWhileCopying();
    void cutInAPipeline();
    void stalledWhileConnecting();
    void stalledServerIsGivenUp();
    void stalledInAPipeline();
    void haltedServerIsGivenUp();
    void haltedServerHoldsNobodyUp();
    void idleConnectionIsReplaced();
    void lostTransactionIsNotContinued();
    void lostCommitIsUncertain();
    void killedWhileRunning();
    void restartedServer();
    void killedServer();

private:
    int count();

    pg::ConnectionOptions m_options;
    std::unique_ptr<FaultProxy> m_proxy;
};

namespace {

pg::Connection &kill(pg::Connection &killer, int backend)
{
    [[maybe_unused]] const auto killed =
        killer.fetch({u"select pg_terminate_backend($1, 5000)"_s, {QByteArray::number(backend)}});
    return killer;
}

/// Requests an interrupt again and again: one that comes before the call has begun is forgotten.
class Insistent
{
public:
    explicit Insistent(std::shared_ptr<pg::Interrupt> interrupt)
        : m_thread([this, interrupt = std::move(interrupt)] {
            while (!m_enough) {
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
                interrupt->request();
            }
        })
    {
    }
    ~Insistent()
    {
        m_enough = true;
        m_thread.join();
    }
    Insistent(const Insistent &) = delete;
    Insistent &operator=(const Insistent &) = delete;

private:
    std::atomic<bool> m_enough = false;
    std::thread m_thread;
};

const Query insertion{u"insert into log values (default)"_s};

} // namespace

void TestFaults::initTestCase()
{
    m_options = TestServer::of().createDatabase();
    m_proxy = std::make_unique<FaultProxy>(m_options);
    pg::Connection connection(m_options);
    NEED(connection.fetch({u"create table log (id int generated always as identity, note text)"_s}));
}

int TestFaults::count()
{
    pg::Connection connection(m_options);
    const auto reply = connection.fetch({u"select count(*) from log"_s});
    return reply ? reply->text(0, 0).toInt() : -1;
}

void TestFaults::cutWhileConnecting_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("after the startup packet") << int(FaultProxy::Step::Startup);
    QTest::newRow("after authentication") << int(FaultProxy::Step::Authentication);
    QTest::newRow("before the server is ready") << int(FaultProxy::Step::BeforeReady);
}

void TestFaults::cutWhileConnecting()
{
    QFETCH(const int, step);
    pg::Connection connection(m_proxy->options());
    m_proxy->arm(FaultProxy::Step(step));
    const auto opened = connection.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::Connection);
    QVERIFY(!opened.error().hint.isEmpty());
    NEED(connection.fetch({u"select 1"_s}));
}

void TestFaults::cutWhileRunning_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("in the middle of a row") << int(FaultProxy::Step::MidRow);
    QTest::newRow("before the statement is known to be done") << int(FaultProxy::Step::BeforeReady);
}

void TestFaults::cutWhileRunning()
{
    QFETCH(const int, step);
    pg::Connection connection(m_proxy->options());
    NEED(connection.open());
    const int before = count();
    const int startups = m_proxy->startups();
    m_proxy->arm(FaultProxy::Step(step));
    const auto reply = connection.fetch({u"insert into log values (default) returning id"_s});
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Error::Code::Connection);
    QVERIFY2(reply.error().hint.contains(u"before repeating"), qPrintable(reply.error().hint));
    // Sent once, whatever became of it.
    QCOMPARE(m_proxy->startups(), startups);
    QTRY_VERIFY(count() <= before + 1);
    NEED(connection.fetch({u"select 1"_s}));
    QCOMPARE(m_proxy->startups(), startups + 1);

    m_proxy->arm(FaultProxy::Step::MidRow);
    auto batch = connection.start({u"select generate_series(1, 100000)"_s}, 100);
    while (batch && !batch->isLast())
        batch = connection.more();
    QVERIFY(!batch);
    QCOMPARE(batch.error().code, Error::Code::Connection);
    NEED(connection.fetch({u"select 1"_s}));
}

void TestFaults::cutWhileCopying_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("cut") << int(FaultProxy::Fault::Cut);
    QTest::newRow("stalled and stopped") << int(FaultProxy::Fault::Stall);
}

void TestFaults::cutWhileCopying()
{
    QFETCH(const int, fault);
    const bool stalls = FaultProxy::Fault(fault) == FaultProxy::Fault::Stall;
    const auto expected = stalls ? Error::Code::Cancelled : Error::Code::Connection;
    pg::Connection connection(m_proxy->options());
    std::optional<Insistent> interrupting;

    NEED(connection.open());
    m_proxy->arm(FaultProxy::Step::CopyIn, FaultProxy::Fault(fault));
    if (stalls)
        interrupting.emplace(connection.interrupt());
    const auto in = connection.copyIn({u"copy log (note) from stdin"_s},
                                      []() -> Result<QByteArray> { return QByteArray(100000, 'x') + '\n'; });
    interrupting.reset();
    QVERIFY(!in);
    QCOMPARE(in.error().code, expected);
    NEED(connection.fetch({u"select 1"_s}));

    m_proxy->arm(FaultProxy::Step::CopyOut, FaultProxy::Fault(fault));
    if (stalls)
        interrupting.emplace(connection.interrupt());
    const auto out = connection.copyOut({u"copy (select generate_series(1, 1000000)) to stdout"_s},
                                        [](QByteArrayView) { return Result<Done>(Done{}); });
    interrupting.reset();
    QVERIFY(!out);
    QCOMPARE(out.error().code, expected);
    NEED(connection.fetch({u"select 1"_s}));
    m_proxy->cutAll();
}

void TestFaults::cutInAPipeline()
{
    pg::Connection connection(m_proxy->options());
    NEED(connection.open());
    m_proxy->arm(FaultProxy::Step::MidRow);
    const auto cut = connection.pipeline({{u"select 1"_s}, {u"select 2"_s}},
                                         [](size_t, const pg::RowBatch &) { return Result<Done>(Done{}); });
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, Error::Code::Connection);
    NEED(connection.fetch({u"select 1"_s}));
}

void TestFaults::stalledWhileConnecting()
{
    for (const auto step : {FaultProxy::Step::Startup, FaultProxy::Step::Authentication}) {
        auto options = m_proxy->options();
        options.set("connect_timeout", "1");
        pg::Connection connection(options);
        m_proxy->arm(step, FaultProxy::Fault::Stall);
        QElapsedTimer timer;
        timer.start();
        const auto opened = connection.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Error::Code::Timeout);
        QVERIFY(!opened.error().hint.isEmpty());
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
        NEED(connection.open());
    }
}

void TestFaults::stalledServerIsGivenUp()
{
    pg::Session session(m_proxy->options());
    auto error = std::make_shared<Error>();
    const auto open = session.run([](pg::Connection &c) { return c.open(); });
    NEED(open.result());
    m_proxy->arm(FaultProxy::Step::MidRow, FaultProxy::Fault::Stall);
    auto stalled = session.run([error](pg::Connection &c) -> Result<bool> {
        const auto reply = c.fetch({u"select 1"_s});
        *error = reply ? Error{} : reply.error();
        return true;
    });
    QTest::qWait(200);
    QElapsedTimer timer;
    timer.start();
    stalled.cancel();
    stalled.waitForFinished();
    QCOMPARE(error->code, Error::Code::Cancelled);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    NEED(session.run([](pg::Connection &c) { return c.fetch({u"select 1"_s}); }).result());
}

void TestFaults::stalledInAPipeline()
{
    pg::Connection connection(m_proxy->options());
    NEED(connection.open());
    m_proxy->arm(FaultProxy::Step::BeforeReady, FaultProxy::Fault::Stall);
    std::optional<Insistent> interrupting(std::in_place, connection.interrupt());
    const auto stalled = connection.pipeline(
        {{u"select 1"_s}}, [](size_t, const pg::RowBatch &) { return Result<Done>(Done{}); });
    interrupting.reset();
    QVERIFY(!stalled);
    QCOMPARE(stalled.error().code, Error::Code::Cancelled);
    NEED(connection.fetch({u"select 1"_s}));
}

void TestFaults::haltedServerIsGivenUp()
{
    // The backend alone is halted: requests to cancel are accepted and do nothing.
    pg::Connection connection(m_options);
    NEED(connection.open());
    const auto backend = connection.backendPid();
    QCOMPARE(::kill(backend, SIGSTOP), 0);
    QElapsedTimer timer;
    timer.start();
    std::optional<Insistent> interrupting(std::in_place, connection.interrupt());
    const auto reply = connection.fetch({u"select 1"_s});
    interrupting.reset();
    ::kill(backend, SIGCONT);
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Error::Code::Cancelled);
    QVERIFY(timer.elapsed() > 4500);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!reply.error().hint.isEmpty());
    NEED(connection.fetch({u"select 1"_s}));
}

void TestFaults::haltedServerHoldsNobodyUp()
{
    server::LocalServerOptions settings;
    settings.binaries = TestServer::binaries(TestServer::debianVersion);
    auto server = server::LocalServer::start(settings);
    NEED(server);
    auto options = (*server)->connection();
    options.set("connect_timeout", "2");
    pg::Session running(options);
    pg::Session connecting(options);
    NEED(running.run([](pg::Connection &c) { return c.open(); }).result());
    const auto backend =
        running.run([](pg::Connection &c) -> Result<int> { return c.backendPid(); }).result();
    ::kill(static_cast<pid_t>((*server)->processId()), SIGSTOP);
    ::kill(*backend, SIGSTOP);

    QElapsedTimer timer;
    timer.start();
    auto statement = running.run([](pg::Connection &c) { return c.fetch({u"select 1"_s}); });
    const auto opening = connecting.run([](pg::Connection &c) { return c.open(); });
    const auto opened = opening.result();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::Timeout);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));

    timer.restart();
    statement.cancel();
    statement.waitForFinished();
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));

    ::kill(*backend, SIGCONT);
    ::kill(static_cast<pid_t>((*server)->processId()), SIGCONT);
    NEED(running.run([](pg::Connection &c) { return c.fetch({u"select 1"_s}); }).result());
    NEED(connecting.run([](pg::Connection &c) { return c.open(); }).result());
}

void TestFaults::idleConnectionIsReplaced()
{
    pg::Connection connection(m_options);
    pg::Connection killer(m_options);
    NEED(connection.open());
    const int before = count();
    kill(killer, connection.backendPid());
    NEED(connection.fetch(insertion));
    QCOMPARE(count(), before + 1);

    pg::Connection proxied(m_proxy->options());
    NEED(proxied.open());
    m_proxy->cutAll();
    QTest::qWait(100);
    NEED(proxied.fetch(insertion));
    QCOMPARE(count(), before + 2);

    NEED(connection.open());
    kill(killer, connection.backendPid());
    NEED(connection.pipeline({insertion}, [](size_t, const pg::RowBatch &) { return Result<Done>(Done{}); }));
    QCOMPARE(count(), before + 3);
}

void TestFaults::lostTransactionIsNotContinued()
{
    pg::Connection connection(m_options);
    pg::Connection killer(m_options);
    const int before = count();
    NEED(connection.fetch({u"begin"_s}));
    NEED(connection.fetch(insertion));
    kill(killer, connection.backendPid());
    const auto next = connection.fetch(insertion);
    QVERIFY(!next);
    QCOMPARE(next.error().code, Error::Code::Connection);
    QVERIFY2(next.error().message.contains(u"transaction"), qPrintable(next.error().message));
    QVERIFY2(next.error().detail.contains(u"administrator"), qPrintable(next.error().detail));
    QCOMPARE(count(), before);
    NEED(connection.fetch({u"select 1"_s}));
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);

    // Work that does not look must not commit on a new connection what it did on two.
    const auto whole = connection.transaction([&](pg::Connection &c) -> Result<Done> {
        [[maybe_unused]] auto ignored = c.fetch(insertion);
        kill(killer, c.backendPid());
        ignored = c.fetch(insertion);
        ignored = c.fetch({u"begin"_s});
        ignored = c.fetch(insertion);
        return Done{};
    });
    QVERIFY(!whole);
    connection.settle();
    QCOMPARE(count(), before);
}

void TestFaults::lostCommitIsUncertain()
{
    pg::Connection connection(m_proxy->options());
    NEED(connection.fetch({u"begin"_s}));
    NEED(connection.fetch(insertion));
    m_proxy->arm(FaultProxy::Step::BeforeReady);
    const auto committed = connection.fetch({u"commit"_s});
    QVERIFY(!committed);
    QCOMPARE(committed.error().code, Error::Code::Connection);
    QVERIFY(committed.error().hint.contains(u"before repeating"));
}

void TestFaults::killedWhileRunning()
{
    pg::Connection connection(m_options);
    NEED(connection.open());
    const auto backend = connection.backendPid();
    std::thread soon([this, backend] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        pg::Connection killer(m_options);
        kill(killer, backend);
    });
    const auto reply = connection.fetch({u"select pg_sleep(60)"_s});
    soon.join();
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Error::Code::Connection);
    QCOMPARE(reply.error().sqlState, u"57P01"_s);
    NEED(connection.fetch({u"select 1"_s}));
}

void TestFaults::restartedServer()
{
    server::LocalServerOptions settings;
    settings.binaries = TestServer::binaries(TestServer::debianVersion);
    auto server = server::LocalServer::start(settings);
    NEED(server);
    pg::Connection connection((*server)->connection());
    NEED(connection.fetch({u"create table log (id int)"_s}));
    NEED((*server)->restart());
    NEED(connection.fetch({u"insert into log values (1)"_s}));

    (*server)->stop();
    const auto stopped = connection.fetch({u"insert into log values (2)"_s});
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, Error::Code::Connection);
    QVERIFY2(stopped.error().message.contains(u"socket"), qPrintable(stopped.error().message));
    QVERIFY(!stopped.error().hint.isEmpty());
    NEED((*server)->restart());
    const auto rows = connection.fetch({u"select count(*) from log"_s});
    NEED(rows);
    QCOMPARE(rows->text(0, 0), u"1"_s);
}

void TestFaults::killedServer()
{
    server::LocalServerOptions settings;
    settings.binaries = TestServer::binaries(TestServer::debianVersion);
    auto server = server::LocalServer::start(settings);
    NEED(server);
    pg::Connection connection((*server)->connection());
    pg::Connection idle((*server)->connection());
    NEED(connection.open());
    NEED(idle.open());
    // One backend killed hard: the server throws everybody out and recovers.
    std::thread soon([backend = connection.backendPid()] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        ::kill(backend, SIGKILL);
    });
    const auto reply = connection.fetch({u"select pg_sleep(60)"_s});
    soon.join();
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Error::Code::Connection);
    // Once is enough: the server may be about to throw the idle one out when it asks first.
    const auto answers = [](pg::Connection &asking) {
        return QTest::qWaitFor([&] { return asking.fetch({u"select 1"_s}).ok(); }, 120000);
    };
    QVERIFY(answers(idle));
    QVERIFY(answers(connection));

    // The postmaster killed hard.
    ::kill(static_cast<pid_t>((*server)->processId()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!(*server)->isRunning(), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(!connection.fetch({u"select 1"_s}).ok(), 10000);
    NEED((*server)->restart());
    NEED(connection.fetch({u"select 1"_s}));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"

#include "core/pg/connection.h"
#include "models/rowwindowmodel.h"
#include "models/workbench.h"
#include "tests/support/pairedwatchdog.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using State = Workbench::State;

class TestWorkbench : public QObject
{
    Q_OBJECT

private slots:
    void opens();
    void saysWhyNot();
    void seesWhatMoved();
    void losesTheServerAndFindsItAgain();
    void closesWhileItReads();
    void largeSchemasBlockNothing();
};

namespace {

void run(const pg::ConnectionOptions &options, const QString &sql)
{
    pg::Connection connection(options);
    const auto done = connection.runScript(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

} // namespace

void TestWorkbench::opens()
{
    const auto options = test::TestServer::of().createDatabase();
    run(options, u"create table t (id int primary key); insert into t values (1), (2)"_s);
    Workbench bench(options);
    QSignalSpy snapshots(&bench, &Workbench::snapshotChanged);
    bench.open();
    QCOMPARE(bench.state(), State::Connecting);
    QTRY_COMPARE(bench.state(), State::Ready);
    QCOMPARE(snapshots.count(), 1);
    QCOMPARE(bench.databaseName(), QString::fromUtf8(options.value("dbname")));
    QCOMPARE(bench.userName(), QString::fromUtf8(options.value("user")));
    QVERIFY(bench.serverVersion().startsWith(u"15."));

    const auto rows = bench.rows({Kind::Table, u"public"_s, u"t"_s});
    QVERIFY(rows);
    QTRY_COMPARE(rows->rowCount(), 2);
    QVERIFY(!bench.rows({Kind::Table, u"public"_s, u"gone"_s}));

    QCOMPARE(bench.latencyMicroseconds(), 0);
    bench.probe();
    QTRY_VERIFY(bench.latencyMicroseconds() > 0);
}

void TestWorkbench::saysWhyNot()
{
    auto options = test::TestServer::of().createDatabase();
    options.set("dbname", "there is none");
    Workbench bench(options);
    QSignalSpy failures(&bench, &Workbench::failed);
    bench.open();
    QTRY_COMPARE(failures.count(), 1);
    QCOMPARE(bench.state(), State::Closed);
    QVERIFY2(bench.error()->message.contains(u"there is none"), qPrintable(bench.error()->message));
    QVERIFY(!bench.snapshot());
}

void TestWorkbench::seesWhatMoved()
{
    const auto options = test::TestServer::of().createDatabase();
    Workbench bench(options);
    QSignalSpy snapshots(&bench, &Workbench::snapshotChanged);
    bench.open();
    QTRY_COMPARE(bench.state(), State::Ready);
    const auto before = bench.snapshot();

    bench.setProbeInterval(50);
    QTRY_VERIFY(bench.latencyMicroseconds() > 0);
    QTest::qWait(200);
    QCOMPARE(snapshots.count(), 1);
    run(options, u"create table appeared (id int primary key)"_s);
    QTRY_COMPARE(snapshots.count(), 2);
    QCOMPARE(bench.snapshot()->tables.size(), size_t(1));
    QVERIFY(before->tables.empty());
}

void TestWorkbench::losesTheServerAndFindsItAgain()
{
    auto &server = test::TestServer::of().server();
    Workbench bench(test::TestServer::of().createDatabase());
    bench.open();
    QTRY_COMPARE(bench.state(), State::Ready);
    QSignalSpy states(&bench, &Workbench::stateChanged);
    bench.setProbeInterval(50);
    server.stop();
    QTRY_COMPARE(bench.state(), State::Lost);
    QVERIFY(bench.error());
    QVERIFY(bench.snapshot());
    QVERIFY(server.restart());
    QTRY_COMPARE(bench.state(), State::Ready);
    QVERIFY(!bench.error());
}

void TestWorkbench::closesWhileItReads()
{
    const auto options = test::TestServer::of().createDatabase();
    test::PairedWatchdog watchdog;
    {
        Workbench bench(options);
        bench.open();
        bench.probe();
    }
    QCOMPARE(watchdog.complaint(), QString());
}

void TestWorkbench::largeSchemasBlockNothing()
{
    constexpr int tables = 2000;
    const auto options = test::TestServer::of().createDatabase();
    run(options,
        u"do $$ begin for i in 1..%1 loop execute format('create table t%s (id int primary key, a text not "
        u"null,"
        " b numeric default 0, c timestamptz)', i); if i % 200 = 0 then commit; end if; end loop; end $$"_s
            .arg(QString::number(tables)));
    auto bench = std::make_unique<Workbench>(options);
    QSignalSpy snapshots(bench.get(), &Workbench::snapshotChanged);
    bench->open();
    test::PairedWatchdog watchdog;
    QTRY_COMPARE_WITH_TIMEOUT(snapshots.count(), 1, 60'000);
    QCOMPARE(bench->snapshot()->tables.size(), size_t(tables));
    bench->reload();
    QTRY_COMPARE_WITH_TIMEOUT(snapshots.count(), 2, 60'000);
    bench.reset();
    QTest::qWait(50);
    QCOMPARE(watchdog.complaint(), QString());
}

QTEST_GUILESS_MAIN(TestWorkbench)
#include "tst_workbench.moc"

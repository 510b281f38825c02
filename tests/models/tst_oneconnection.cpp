#include "core/pg/connection.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "tests/support/need.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using State = OpenDatabase::State;

/// A database on a server that serves a single connection and drops every other: PGlite's.
class TestOneConnection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everythingTakesTurns();
    void looksWhileItReads();
    void turnsAwayASecond();

private:
    void hear() { m_heard += m_server.readAllStandardOutput(); }
    /// Since the server started; a request to cancel is none, though it comes on a socket of its own.
    int connections()
    {
        hear();
        return static_cast<int>(m_heard.count("connection\n"));
    }
    /// Runs it on the one session.
    void run(const QString &sql);

    QTemporaryDir m_folder;
    QProcess m_server;
    QByteArray m_heard;
    std::unique_ptr<OpenDatabase> m_database;
};

void TestOneConnection::initTestCase()
{
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(u"node"_s, {QStringLiteral(SQUALL_TEST_SERVERS "/pglite.mjs"),
                               m_folder.filePath(u".s.PGSQL.5432"_s)});
    QVERIFY2(m_server.waitForStarted(), qPrintable(m_server.errorString()));
    const auto ready = [this] {
        hear();
        return m_heard.contains("ready\n") || m_server.state() == QProcess::NotRunning;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 120'000);
    QCOMPARE(m_server.state(), QProcess::Running);

    m_database = std::make_unique<OpenDatabase>(ConnectionForm{.host = m_folder.path(),
                                                               .port = u"5432"_s,
                                                               .database = u"postgres"_s,
                                                               .user = u"postgres"_s,
                                                               .oneConnection = true});
    m_database->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_database->state() != State::Connecting, 60'000);
    QVERIFY2(m_database->state() == State::Open, qPrintable(m_database->error().message));
}

void TestOneConnection::cleanupTestCase()
{
    m_database.reset();
    m_server.kill();
    m_server.waitForFinished();
}

void TestOneConnection::run(const QString &sql)
{
    auto done = m_database->workbench().sessions().run(
        [sql](pg::Connection &connection) { return connection.runScript(sql); });
    QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), 30'000);
    NEED(done.result());
}

void TestOneConnection::everythingTakesTurns()
{
    run(u"create table t (id int primary key, name text);"
        u"insert into t select i, 'row ' || i from generate_series(1, 2000) i;"
        u"create type mood as enum ('calm', 'wild'); analyze t"_s);
    m_database->reload();
    QTRY_COMPARE_WITH_TIMEOUT(m_database->snapshot()->tables.size(), size_t(1), 30'000);
    QCOMPARE(m_database->snapshot()->tables.front().columns.size(), size_t(2));
    QCOMPARE(m_database->databaseName(), u"postgres"_s);

    const auto rows = m_database->workbench().rows({Kind::Table, u"public"_s, u"t"_s});
    QVERIFY(rows);
    QTRY_COMPARE_WITH_TIMEOUT(rows->state(), RowWindowModel::State::Ready, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(rows->isEstimateKnown(), 30'000);
    QCOMPARE(rows->data(rows->index(1, 1)).toString(), u"row 2"_s);
    rows->need(250, 100);
    QTRY_VERIFY_WITH_TIMEOUT(rows->firstRow() + rows->rowCount() >= 350, 30'000);
    QCOMPARE(connections(), 1);
}

void TestOneConnection::looksWhileItReads()
{
    const auto rows = m_database->workbench().rows({Kind::Table, u"public"_s, u"t"_s});
    QVERIFY(rows);
    m_database->reload();
    m_database->workbench().probe();
    QTRY_VERIFY_WITH_TIMEOUT(m_database->latency() > 0, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(rows->state(), RowWindowModel::State::Ready, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_database->workbench().isReloading(), 30'000);
    QCOMPARE(m_database->state(), State::Open);
    QCOMPARE(connections(), 1);
}

void TestOneConnection::turnsAwayASecond()
{
    pg::Connection second(m_database->form().options());
    QVERIFY(!second.open());
    QTRY_COMPARE(connections(), 2);
    run(u"select 1"_s);
}

QTEST_GUILESS_MAIN(TestOneConnection)
#include "tst_oneconnection.moc"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "core/server/account.h"
#include "core/server/localserver.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace squall;
using namespace squall::server;

class TestLocalServer : public QObject
{
    Q_OBJECT

private slots:
    void everyVersionAnswers_data();
    void everyVersionAnswers();
    void listensOnNothingButItsSocket();
    void leavesNothingBehind();
    void keepsANamedCluster();
    void staleLockIsNoObstacle();
    void secondServerOnTheSameDataIsRefused();
    void restartsAfterBeingKilled();
    void stopsAHaltedServer();
    void diesWithItsParent();
    void socketPathFits();
    void missingProgramsSaySo();
    void brokenSettingShowsTheLog();

private:
    LocalServerOptions scratch() const;
    QString clusterFolder(const QString &name);

    QTemporaryDir m_folder;
};

namespace {

bool isGone(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) != 0;
}

QString answer(const LocalServer &server, const QString &query)
{
    pg::Connection connection(server.connection());
    const auto reply = connection.fetch({query});
    return reply ? reply->text(0, 0) : u"error: "_s + reply.error().message;
}

constexpr int stopMs = 15'000;

} // namespace

LocalServerOptions TestLocalServer::scratch() const
{
    LocalServerOptions options;
    options.binaries = test::TestServer::binaries(test::TestServer::debianVersion);
    return options;
}

/// A place for a cluster that also the server's account can get to.
QString TestLocalServer::clusterFolder(const QString &name)
{
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther);
    return m_folder.filePath(name);
}

void TestLocalServer::everyVersionAnswers_data()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("%d", version) << version;
}

void TestLocalServer::everyVersionAnswers()
{
    QFETCH(int, version);
    auto &server = test::TestServer::of(version);
    const auto database = server.createDatabase();
    pg::Connection connection(database);
    const auto reply =
        connection.fetch({u"select current_database(), getdatabaseencoding(), current_user"_s});
    QVERIFY2(reply.ok(), qPrintable(reply ? QString() : reply.error().message));
    QCOMPARE(reply->text(0, 0).toUtf8(), database.value("dbname"));
    QCOMPARE(reply->text(0, 1), u"UTF8"_s);
    QCOMPARE(reply->text(0, 2), QLatin1String(superuser));
    QCOMPARE(connection.serverVersion() / 10000, version);
    QCOMPARE(server.server().binaries().major, version);
    server.dropDatabase(database);
    QCOMPARE(answer(server.server(), u"select count(*) from pg_database where datname like 'test%'"_s),
             u"0"_s);
}

void TestLocalServer::listensOnNothingButItsSocket()
{
    const auto &server = test::TestServer::of().server();
    QCOMPARE(answer(server, u"show listen_addresses"_s), QString());
    QCOMPARE(answer(server, u"show unix_socket_directories"_s), server.socketDirectory());
}

void TestLocalServer::leavesNothingBehind()
{
    auto server = LocalServer::start(scratch());
    QVERIFY2(server.ok(), qPrintable(server ? QString() : server.error().detail));
    const auto process = (*server)->processId();
    const auto folder = (*server)->socketDirectory();
    QVERIFY((*server)->isRunning());
    QVERIFY(!isGone(process));
    server->reset();
    QVERIFY(isGone(process));
    QVERIFY(!QFileInfo::exists(folder));
}

void TestLocalServer::keepsANamedCluster()
{
    auto options = scratch();
    options.dataDirectory = clusterFolder(u"kept"_s);
    options.durable = true;
    {
        const auto server = LocalServer::start(options);
        QVERIFY2(server.ok(), qPrintable(server ? QString() : server.error().message));
        QCOMPARE(answer(**server, u"show fsync"_s), u"on"_s);
        pg::Connection connection((*server)->connection());
        QVERIFY(connection.runScript(u"create table kept (); comment on table kept is 'still here'"_s).ok());
    }
    const auto again = LocalServer::start(options);
    QVERIFY(again.ok());
    QCOMPARE(answer(**again, u"select obj_description('kept'::regclass)"_s), u"still here"_s);
}

void TestLocalServer::staleLockIsNoObstacle()
{
    auto options = scratch();
    options.dataDirectory = clusterFolder(u"stale"_s);
    QVERIFY(LocalServer::start(options).ok());
    // This very process lives, but is no server: the number was used again.
    QFile lock(options.dataDirectory + u"/postmaster.pid"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(QCoreApplication::applicationPid()) + "\n" +
               options.dataDirectory.toUtf8() + "\n1700000000\n5432\n\n\n");
    lock.close();
    const auto server = LocalServer::start(options);
    QVERIFY2(server.ok(), qPrintable(server ? QString() : server.error().detail));
}

void TestLocalServer::secondServerOnTheSameDataIsRefused()
{
    auto options = scratch();
    options.dataDirectory = clusterFolder(u"busy"_s);
    const auto first = LocalServer::start(options);
    QVERIFY(first.ok());
    const auto second = LocalServer::start(options);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, Error::Code::Conflict);
    QVERIFY(second.error().hint.contains(QString::number((*first)->processId())));
    QCOMPARE(answer(**first, u"select 1"_s), u"1"_s);
}

void TestLocalServer::restartsAfterBeingKilled()
{
    const auto server = LocalServer::start(scratch());
    QVERIFY(server.ok());
    const auto before = (*server)->connection();
    ::kill(static_cast<pid_t>((*server)->processId()), SIGKILL);
    QTRY_VERIFY(!(*server)->isRunning());
    const auto restarted = (*server)->restart();
    QVERIFY2(restarted.ok(), qPrintable(restarted ? QString() : restarted.error().detail));
    QCOMPARE((*server)->connection(), before);
    QCOMPARE(answer(**server, u"select 1"_s), u"1"_s);
}

void TestLocalServer::stopsAHaltedServer()
{
    const auto server = LocalServer::start(scratch());
    QVERIFY(server.ok());
    const auto process = (*server)->processId();
    ::kill(static_cast<pid_t>(process), SIGSTOP);
    (*server)->stop();
    QVERIFY(isGone(process));
}

void TestLocalServer::diesWithItsParent()
{
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SQUALL_TEST_PARENT"_s, u"1"_s);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {});
    QVERIFY(child.waitForReadyRead(stopMs * 4));
    const auto server = child.readLine().trimmed().toLongLong();
    QVERIFY(server > 0);
    QVERIFY(!isGone(server));
    child.kill();
    QVERIFY(child.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(isGone(server), stopMs);
}

void TestLocalServer::socketPathFits()
{
    const auto before = qgetenv("TMPDIR");
    const auto deep = clusterFolder(QString(120, u'd'));
    QVERIFY(QDir().mkpath(deep));
    qputenv("TMPDIR", deep.toUtf8());
    const auto server = LocalServer::start(scratch());
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QVERIFY2(server.ok(), qPrintable(server ? QString() : server.error().message));
    QVERIFY((*server)->socketDirectory().size() < 60);
}

void TestLocalServer::missingProgramsSaySo()
{
    auto options = scratch();
    options.binaries = m_folder.path();
    const auto server = LocalServer::start(options);
    QVERIFY(!server.ok());
    QCOMPARE(server.error().code, Error::Code::NotFound);
    QVERIFY(server.error().message.contains(m_folder.path()));
    QVERIFY(!server.error().hint.isEmpty());
}

void TestLocalServer::brokenSettingShowsTheLog()
{
    auto options = scratch();
    options.settings = {{u"work_mem"_s, u"much"_s}};
    const auto server = LocalServer::start(options);
    QVERIFY(!server.ok());
    QVERIFY2(server.error().detail.contains(u"work_mem"_s), qPrintable(server.error().detail));
}

/// The other side of diesWithItsParent(): starts a server, says which, and waits to be killed.
static int runParent()
{
    LocalServerOptions options;
    options.binaries = test::TestServer::binaries(test::TestServer::debianVersion);
    const auto server = LocalServer::start(options);
    if (!server)
        return 1;
    printf("%lld\n", (*server)->processId());
    fflush(stdout);
    for (;;)
        pause();
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("SQUALL_TEST_PARENT"))
        return runParent();
    TestLocalServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_localserver.moc"

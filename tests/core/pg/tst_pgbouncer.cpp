#include "core/pg/session.h"
#include "core/pg/writeguard.h"
#include "core/server/account.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

/// Behind a pooler in transaction mode nothing of a session may be relied upon: here all clients share one
/// server connection.
class TestPgBouncer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyCallWorks();
    void clientsDoNotGetInEachOthersWay();
    void cancels();
    void theGuardHolds();

private:
    QTemporaryDir m_folder;
    QProcess m_pooler;
    pg::ConnectionOptions m_options;
};

void TestPgBouncer::initTestCase()
{
    const auto database = TestServer::of().createDatabase();
    const auto account = server::serverAccount();
    NEED(account);
    const auto home = m_folder.filePath(u"pooler"_s);
    QFile::setPermissions(m_folder.path(),
                          QFile::permissions(m_folder.path()) | QFile::ExeOther | QFile::ReadOther);
    NEED(server::makePrivateFolder(*account, home));
    QFile settings(m_folder.filePath(u"pgbouncer.ini"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(
        "[databases]\nshop = host=" + database.value("host") + " port=" + database.value("port") +
        " user=" + database.value("user") + " dbname=" + database.value("dbname") +
        "\n[pgbouncer]\npool_mode = transaction\nauth_type = any\ndefault_pool_size = 1\nlisten_addr =\n"
        "listen_port = 6432\nunix_socket_dir = " +
        QFile::encodeName(home) + "\n");
    settings.close();
    settings.setPermissions(settings.permissions() | QFile::ReadOther);

    auto program = QStandardPaths::findExecutable(u"pgbouncer"_s);
    if (program.isEmpty())
        program = u"/usr/sbin/pgbouncer"_s;
    server::prepareChild(m_pooler, *account, server::ChildLife::EndsWithUs);
    m_pooler.setProcessChannelMode(QProcess::MergedChannels);
    m_pooler.start(program, {u"-q"_s, settings.fileName()});
    QVERIFY2(m_pooler.waitForStarted(), qPrintable(m_pooler.errorString()));
    m_options.set("host", QFile::encodeName(home));
    m_options.set("port", "6432");
    m_options.set("dbname", "shop");
    m_options.set("user", "somebody");
    pg::Connection probe(m_options);
    QTRY_VERIFY2(probe.open().ok(), m_pooler.readAll().constData());
    NEED(probe.fetch({u"create table t as select generate_series(1, 1000) as id"_s}));
}

void TestPgBouncer::cleanupTestCase()
{
    m_pooler.terminate();
    QVERIFY(m_pooler.waitForFinished());
}

void TestPgBouncer::everyCallWorks()
{
    pg::Connection connection(m_options);
    const auto reply = connection.fetch({u"select $1::text || 'ü'"_s, {"a"}});
    NEED(reply);
    QCOMPARE(reply->text(0, 0), u"aü"_s);
    int rows = 0;
    auto batch = connection.start({u"select id from t"_s}, 100);
    for (; batch && !batch->isLast(); batch = connection.more())
        rows += batch->rowCount();
    NEED(batch);
    QCOMPARE(rows + batch->rowCount(), 1000);
    int replies = 0;
    NEED(connection.pipeline(std::vector<Query>(50, {u"select count(*) from t"_s}),
                             [&](size_t, const pg::RowBatch &) -> Result<Done> {
                                 ++replies;
                                 return Done{};
                             }));
    QCOMPARE(replies, 50);
    QVERIFY(!connection.pipeline({{u"begin"_s}, {u"select nosuch"_s}},
                                 [](size_t, const pg::RowBatch &) { return Result<Done>(Done{}); }));
    NEED(connection.transaction([](pg::Connection &c) -> Result<Done> {
        const auto inserted = c.fetch({u"insert into t values (0)"_s});
        return inserted ? Result<Done>(Done{}) : inserted.error();
    }));
    qint64 bytes = 0;
    NEED(connection.copyOut({u"copy t to stdout"_s}, [&](QByteArrayView piece) {
        bytes += piece.size();
        return Result<Done>(Done{});
    }));
    QCOMPARE(bytes, 3895);
    NEED(connection.copyIn({u"copy t from stdin"_s}, [sent = false]() mutable -> Result<QByteArray> {
        return std::exchange(sent, true) ? QByteArray() : QByteArray("7\n8\n");
    }));
    NEED(connection.runScript(u"delete from t where id = 0; select 1"_s));
}

void TestPgBouncer::clientsDoNotGetInEachOthersWay()
{
    std::vector<std::unique_ptr<pg::Connection>> clients;
    for (int i = 0; i < 5; ++i)
        clients.push_back(std::make_unique<pg::Connection>(m_options));
    for (int round = 0; round < 20; ++round) {
        for (auto &client : clients)
            NEED(client->fetch({u"select $1::int"_s, {QByteArray::number(round)}}));
    }
    NEED(clients[0]->transaction(
        [&](pg::Connection &c) -> Result<Done> {
            const auto reply = c.fetch({u"select 1"_s});
            return reply ? Result<Done>(Done{}) : reply.error();
        },
        pg::TransactionMode::ReadOnlySnapshot));
    NEED(clients[1]->fetch({u"update t set id = id"_s}));
}

void TestPgBouncer::cancels()
{
    pg::Session session(m_options);
    NEED(session.run([](pg::Connection &c) { return c.open(); }).result());
    auto running = session.run([](pg::Connection &c) { return c.fetch({u"select pg_sleep(60)"_s}); });
    auto next = session.run([](pg::Connection &c) { return c.fetch({u"select 1"_s}); });
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    running.cancel();
    NEED(next.result());
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

void TestPgBouncer::theGuardHolds()
{
    const auto lock = std::make_shared<pg::WriteLock>(u"shop"_s);
    pg::Connection connection(m_options);
    pg::Connection other(m_options);
    pg::WriteGuard guard(lock);
    for (const auto &sql :
         {u"delete from t"_s, u"set default_transaction_read_only = off"_s, u"delete from t"_s, u"begin"_s,
          u"set transaction read write"_s, u"delete from t"_s, u"commit"_s, u"begin"_s,
          u"set work_mem = '77kB'"_s, u"select set_config('work_mem', '77kB', false)"_s,
          u"declare c cursor with hold for select 1"_s, u"commit"_s})
        [[maybe_unused]] const auto reply = guard.fetch(connection, {sql});
    NEED(guard.fetch(connection, {u"select 1"_s}));
    // Nothing is left behind for the next client of the same server connection.
    NEED(other.fetch({u"insert into t values (-1)"_s}));
    const auto kept = other.fetch({u"select current_setting('work_mem') <> '77kB' and not exists"
                                   " (select from pg_cursors where is_holdable)"_s});
    NEED(kept);
    QCOMPARE(kept->text(0, 0), u"t"_s);
    const auto count = other.fetch({u"select count(*) from t where id > 0"_s});
    NEED(count);
    QVERIFY(count->text(0, 0).toInt() >= 1000);
}

QTEST_GUILESS_MAIN(TestPgBouncer)
#include "tst_pgbouncer.moc"

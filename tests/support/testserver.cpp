#include "tests/support/testserver.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "core/server/account.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <map>
#include <unistd.h>

namespace squall::test {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void give(const Error &error)
{
    qFatal("test server: %s\n%s\n%s", qUtf8Printable(error.message), qUtf8Printable(error.detail),
           qUtf8Printable(error.hint));
}

template<typename T>
T need(Result<T> result)
{
    if (!result)
        give(result.error());
    return std::move(*result);
}

/// Shared by all test programs of this user on this machine.
QString cacheFolder(const server::Account &account)
{
    const auto path = QDir::temp().filePath(u"squall-test-servers-%1"_s.arg(geteuid()));
    need(server::makePrivateFolder(account, path));
    if (QFileInfo(path).ownerId() != account.user)
        give({.message = path + u" belongs to somebody else."_s});
    return path;
}

/// A checkout in root's home is closed to the account that runs the server: it gets a copy.
QString reachableBinaries(const server::Account &account, const QString &directory)
{
    if (server::checkReachable(account, directory + u"/postgres"_s))
        return directory;
    const auto cache = cacheFolder(account);
    const QFileInfo native(QFileInfo(directory).path());
    const auto copy = u"%1/%2-%3"_s.arg(cache, QFileInfo(native.path()).fileName(),
                                        QString::number(native.lastModified().toSecsSinceEpoch()));
    QLockFile lock(copy + u".lock"_s);
    lock.lock();
    if (!QFileInfo::exists(copy)) {
        const server::Account self{.name = u"root"_s};
        need(server::runTool(self, u"/bin/cp"_s, {u"-a"_s, native.filePath(), copy + u".new"_s}));
        QDir().rename(copy + u".new"_s, copy);
    }
    return copy + u"/bin"_s;
}

/// initdb is paid once per version and machine.
QString templateCluster(const server::Account &account, const server::Binaries &binaries)
{
    const auto path = cacheFolder(account) + u"/cluster-"_s + binaries.version;
    QLockFile lock(path + u".lock"_s);
    lock.lock();
    if (!QFileInfo::exists(path)) {
        const auto fresh = path + u".new"_s;
        QDir(fresh).removeRecursively();
        need(server::LocalServer::initialize(binaries, fresh));
        QDir().rename(fresh, path);
    }
    return path;
}

QString dropSubscriptions()
{
    return u"DO $$ DECLARE sub name; BEGIN "
           "FOR sub IN SELECT subname FROM pg_catalog.pg_subscription WHERE subdbid = "
           "(SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()) LOOP "
           "EXECUTE pg_catalog.format('ALTER SUBSCRIPTION %I DISABLE', sub); "
           "EXECUTE pg_catalog.format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', sub); "
           "EXECUTE pg_catalog.format('DROP SUBSCRIPTION %I', sub); END LOOP; END $$"_s;
}

std::map<int, std::unique_ptr<TestServer>> &running()
{
    static std::map<int, std::unique_ptr<TestServer>> servers;
    return servers;
}

} // namespace

std::vector<int> TestServer::versions()
{
    const auto chosen = qEnvironmentVariable("SQUALL_TEST_VERSIONS");
    if (chosen.isEmpty())
        return {debianVersion, 12, 13, 14, 16, 17, 18};
    std::vector<int> versions;
    for (const auto &number : chosen.split(u',', Qt::SkipEmptyParts))
        versions.push_back(number.toInt());
    return versions;
}

QString TestServer::binaries(int version)
{
    const auto account = need(server::serverAccount());
    if (version == debianVersion)
        return u"/usr/lib/postgresql/%1/bin"_s.arg(version);
    const auto directory = QStringLiteral(SQUALL_TEST_SERVERS "/node_modules/pg%1/native/bin").arg(version);
    if (!QFileInfo::exists(directory)) {
        give({.message = u"PostgreSQL %1 is not there."_s.arg(version),
              .hint = u"Run tests/servers/setup.sh; ./dev test does."_s});
    }
    return reachableBinaries(account, directory);
}

TestServer &TestServer::of(int version)
{
    auto &server = running()[version];
    if (!server) {
        static const bool stopsAtTheEnd = [] {
            qAddPostRoutine([] { running().clear(); });
            return true;
        }();
        Q_UNUSED(stopsAtTheEnd);
        server.reset(new TestServer(version));
    }
    return *server;
}

TestServer::TestServer(int version)
    : m_version(version)
{
    if (version != debianVersion || !qEnvironmentVariableIsSet("SQUALL_TEST_DSN"))
        start();
}

void TestServer::start()
{
    const auto programs = need(server::findBinaries(binaries(m_version)));
    server::LocalServerOptions options;
    options.binaries = programs.directory;
    options.templateDirectory = templateCluster(need(server::serverAccount()), programs);
    options.settings = {{u"wal_level"_s, u"logical"_s},
                        {u"max_wal_size"_s, u"1GB"_s},
                        {u"max_prepared_transactions"_s, u"10"_s},
                        {u"shared_buffers"_s, u"64MB"_s}};
    m_server = need(server::LocalServer::start(options));
}

TestServer::~TestServer() = default;

pg::ConnectionOptions TestServer::createDatabase(const QString &clauses)
{
    const auto name = u"test_%1_%2"_s.arg(getpid()).arg(++m_databases);
    auto options = administration();
    pg::Connection connection(options);
    need(connection.fetch({u"CREATE DATABASE %1 %2"_s.arg(quote(name), clauses)}));
    options.set("dbname", name.toUtf8());
    return options;
}

pg::ConnectionOptions TestServer::administration() const
{
    return m_server ? m_server->connection()
                    : need(pg::parseConnectionString(qEnvironmentVariable("SQUALL_TEST_DSN")));
}

void TestServer::dropDatabase(const pg::ConnectionOptions &database)
{
    {
        // Their database cannot be dropped.
        pg::Connection inside(database);
        need(inside.runScript(dropSubscriptions()));
    }
    pg::Connection connection(administration());
    const auto name = QString::fromUtf8(database.value("dbname"));
    constexpr int forceSince = 13;
    if (m_version < forceSince) {
        need(connection.fetch({u"SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity"
                               " WHERE datname = $1"_s,
                               {name.toUtf8()}}));
    }
    const auto force = m_version < forceSince ? QString() : u" WITH (FORCE)"_s;
    need(connection.fetch({u"DROP DATABASE %1%2"_s.arg(quote(name), force)}));
}

int TestServer::version() const
{
    return m_version;
}

server::LocalServer &TestServer::server()
{
    if (!m_server)
        start();
    return *m_server;
}

} // namespace squall::test

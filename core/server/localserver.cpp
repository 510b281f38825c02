#include "core/server/localserver.h"

#include "core/pg/connection.h"
#include "core/server/account.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QThread>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

namespace squall::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollMs = 15;
constexpr int fastStopMs = 10'000;
constexpr int immediateStopMs = 5'000;
/// sun_path holds 108 bytes with its terminating zero.
constexpr qsizetype socketPathLimit = 107;
constexpr char socketName[] = "/.s.PGSQL.5432";
constexpr qint64 logTailBytes = 8'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("squall::server", text);
}

bool isAlive(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

/// Short, so that the socket's path fits whatever TMPDIR says.
QString shortTemporaryPath()
{
    const auto wanted = QDir::tempPath();
    const auto room =
        socketPathLimit - qsizetype(sizeof socketName) - qsizetype(sizeof "/squall-4294967295-999");
    return QFile::encodeName(wanted).size() <= room ? wanted : u"/tmp"_s;
}

/// Folders of processes that died before they could tidy up.
void sweepLeftovers(const QDir &root)
{
    static const QRegularExpression ours(u"^squall-(\\d+)-\\d+$"_s);
    for (const auto &entry : root.entryInfoList({u"squall-*"_s}, QDir::Dirs | QDir::NoSymLinks)) {
        const auto match = ours.match(entry.fileName());
        if (match.hasMatch() && !isAlive(match.captured(1).toLongLong()))
            QDir(entry.filePath()).removeRecursively();
    }
}

/// A new folder for one server's socket, log and scratch data.
Result<QString> makeHome(const Account &account)
{
    const QDir root(shortTemporaryPath());
    sweepLeftovers(root);
    for (int number = 0;; ++number) {
        const auto path = root.filePath(u"squall-%1-%2"_s.arg(getpid()).arg(number));
        if (QFileInfo::exists(path))
            continue;
        if (const auto made = makePrivateFolder(account, path); !made)
            return made.error();
        return path;
    }
}

/// postmaster.pid outlives a killed server. In a container its number soon belongs to another process,
/// which is why the server alone cannot tell and refuses to start.
Result<Done> clearStaleLock(const QString &dataDirectory)
{
    QFile lock(dataDirectory + u"/postmaster.pid"_s);
    if (!lock.open(QIODevice::ReadOnly))
        return Done{};
    const auto process = lock.readLine().trimmed().toLongLong();
    if (process > 0 && isAlive(process)) {
        const auto folder = QFileInfo(u"/proc/%1/cwd"_s.arg(process)).symLinkTarget();
        QFile command(u"/proc/%1/comm"_s.arg(process));
        const bool isPostgres =
            command.open(QIODevice::ReadOnly) && command.readAll().trimmed() == "postgres";
        if (isPostgres && (folder.isEmpty() || folder == QFileInfo(dataDirectory).canonicalFilePath())) {
            return Error{.code = Error::Code::Conflict,
                         .message = tr("A server is already running in %1.").arg(dataDirectory),
                         .hint = tr("It is process %1; stop it first: kill -INT %1").arg(process)};
        }
    }
    lock.remove();
    return Done{};
}

Result<Done> copyCluster(const Account &account, const QString &from, const QString &to)
{
    return runTool(account, u"/bin/cp"_s, {u"-a"_s, u"--reflink=auto"_s, u"--"_s, from + u"/."_s, to});
}

} // namespace

class LocalServer::Private
{
public:
    LocalServerOptions options;
    Binaries binaries;
    Account account;
    QString home;
    QString dataDirectory;
    QProcess process;

    Result<Done> prepare();
    Result<Done> launch();
    void stop();
    QString logPath() const { return home + u"/server.log"_s; }
    QString log() const;
    pg::ConnectionOptions connection(const QString &database) const;

private:
    QStringList arguments() const;
    Result<Done> waitUntilReady(const QDeadlineTimer &deadline);
    Error startFailure() const;
};

Result<Done> LocalServer::Private::prepare()
{
    auto found = findBinaries(options.binaries);
    if (!found)
        return found.error();
    binaries = *std::move(found);
    auto owner = serverAccount();
    if (!owner)
        return owner.error();
    account = *std::move(owner);
    auto folder = makeHome(account);
    if (!folder)
        return folder.error();
    home = *std::move(folder);
    dataDirectory = options.dataDirectory.isEmpty() ? home + u"/data"_s
                                                    : QFileInfo(options.dataDirectory).absoluteFilePath();
    if (const auto reachable = checkReachable(account, binaries.directory + u"/postgres"_s); !reachable)
        return reachable.error();
    if (const auto reachable = checkReachable(account, dataDirectory); !reachable)
        return reachable.error();
    if (QFileInfo::exists(dataDirectory + u"/PG_VERSION"_s))
        return clearStaleLock(dataDirectory);
    if (options.templateDirectory.isEmpty())
        return initialize(binaries, dataDirectory);
    if (const auto made = makePrivateFolder(account, dataDirectory); !made)
        return made.error();
    return copyCluster(account, options.templateDirectory, dataDirectory);
}

QStringList LocalServer::Private::arguments() const
{
    std::vector<std::pair<QString, QString>> settings = {
        {u"listen_addresses"_s, {}},          {u"port"_s, u"5432"_s},
        {u"unix_socket_directories"_s, home}, {u"logging_collector"_s, u"off"_s},
        {u"log_destination"_s, u"stderr"_s},
    };
    if (!options.durable) {
        for (const auto &name : {u"fsync"_s, u"synchronous_commit"_s, u"full_page_writes"_s})
            settings.emplace_back(name, u"off"_s);
    }
    settings.insert(settings.end(), options.settings.begin(), options.settings.end());

    QStringList list = {u"-D"_s, dataDirectory};
    for (const auto &[name, value] : settings)
        list << u"-c"_s << name + u'=' + value;
    return list;
}

Result<Done> LocalServer::Private::launch()
{
    const QDeadlineTimer deadline(options.startTimeout);
    for (;;) {
        QFile::remove(logPath());
        prepareChild(process, account, ChildLife::EndsWithUs);
        process.setStandardInputFile(QProcess::nullDevice());
        process.setStandardErrorFile(logPath());
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(binaries.directory + u"/postgres"_s, arguments());
        if (!process.waitForStarted())
            return startFailure();
        auto ready = waitUntilReady(deadline);
        // The sessions of a killed server need a moment to notice; until then their memory bars a new one.
        if (ready || deadline.hasExpired() || !log().contains(u"pre-existing shared memory block"_s))
            return ready;
        QThread::msleep(4UL * pollMs);
    }
}

Result<Done> LocalServer::Private::waitUntilReady(const QDeadlineTimer &deadline)
{
    const auto socket = home + QLatin1String(socketName);
    while (!deadline.hasExpired()) {
        if (process.waitForFinished(pollMs) || process.state() == QProcess::NotRunning)
            return startFailure();
        if (!QFileInfo::exists(socket))
            continue;
        pg::Connection probe(connection(u"postgres"_s));
        if (probe.fetch({u"select 1"_s}))
            return Done{};
    }
    auto failure = startFailure();
    stop();
    failure.code = Error::Code::Timeout;
    return failure;
}

Error LocalServer::Private::startFailure() const
{
    return {.code = Error::Code::Connection,
            .message = QCoreApplication::translate("squall::server",
                                                   "The private PostgreSQL %1 server did not start.")
                           .arg(binaries.version),
            .detail = log().trimmed(),
            .hint = QCoreApplication::translate("squall::server",
                                                "The detail holds what the server wrote. Data: %1")
                        .arg(dataDirectory)};
}

void LocalServer::Private::stop()
{
    if (process.state() == QProcess::NotRunning)
        return;
    const auto id = static_cast<pid_t>(process.processId());
    // Wakes it first when it was halted, or it would never see the others.
    ::kill(id, SIGCONT);
    ::kill(id, SIGINT);
    if (process.waitForFinished(fastStopMs))
        return;
    ::kill(id, SIGQUIT);
    if (process.waitForFinished(immediateStopMs))
        return;
    process.kill();
    process.waitForFinished();
}

QString LocalServer::Private::log() const
{
    QFile file(logPath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - logTailBytes));
    return QString::fromUtf8(file.readAll());
}

pg::ConnectionOptions LocalServer::Private::connection(const QString &database) const
{
    pg::ConnectionOptions reach;
    reach.set("host", QFile::encodeName(home));
    reach.set("port", "5432");
    reach.set("user", superuser);
    reach.set("dbname", database.toUtf8());
    return reach;
}

LocalServer::LocalServer(std::unique_ptr<Private> state)
    : d(std::move(state))
{
}

LocalServer::~LocalServer()
{
    stop();
    if (!d->home.isEmpty())
        QDir(d->home).removeRecursively();
}

Result<std::unique_ptr<LocalServer>> LocalServer::start(const LocalServerOptions &options)
{
    auto state = std::make_unique<Private>();
    state->options = options;
    std::unique_ptr<LocalServer> server(new LocalServer(std::move(state)));
    if (const auto prepared = server->d->prepare(); !prepared)
        return prepared.error();
    if (const auto launched = server->d->launch(); !launched)
        return launched.error();
    return server;
}

Result<Done> LocalServer::initialize(const Binaries &binaries, const QString &dataDirectory)
{
    const auto account = serverAccount();
    if (!account)
        return account.error();
    const auto initdb = binaries.directory + u"/initdb"_s;
    if (const auto reachable = checkReachable(*account, initdb); !reachable)
        return reachable.error();
    if (const auto reachable = checkReachable(*account, dataDirectory); !reachable)
        return reachable.error();
    if (const auto made = makePrivateFolder(*account, dataDirectory); !made)
        return made.error();
    return runTool(*account, initdb,
                   {u"-D"_s, dataDirectory, u"-U"_s, QLatin1String(superuser), u"--encoding=UTF8"_s,
                    u"--locale=C.UTF-8"_s, u"--auth-local=trust"_s, u"--auth-host=reject"_s, u"--no-sync"_s,
                    u"--wal-segsize=4"_s});
}

void LocalServer::stop()
{
    d->stop();
}

Result<Done> LocalServer::restart()
{
    d->stop();
    if (const auto cleared = clearStaleLock(d->dataDirectory); !cleared)
        return cleared.error();
    return d->launch();
}

bool LocalServer::isRunning() const
{
    return d->process.state() != QProcess::NotRunning && !d->process.waitForFinished(0);
}

const Binaries &LocalServer::binaries() const
{
    return d->binaries;
}

QString LocalServer::dataDirectory() const
{
    return d->dataDirectory;
}

QString LocalServer::socketDirectory() const
{
    return d->home;
}

qint64 LocalServer::processId() const
{
    return d->process.processId();
}

QString LocalServer::log() const
{
    return d->log();
}

pg::ConnectionOptions LocalServer::connection(const QString &database) const
{
    return d->connection(database);
}

} // namespace squall::server

#pragma once

#include "core/base/result.h"
#include "core/pg/connectionoptions.h"
#include "core/server/binaries.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace squall::server {

struct LocalServerOptions
{
    /// Where initdb and postgres are; empty: see findBinaries().
    QString binaries = {};
    /// The cluster; created when missing or empty. Without one it is a scratch cluster, gone with the server.
    QString dataDirectory = {};
    /// A stopped cluster of the same version to copy instead of running initdb.
    QString templateDirectory = {};
    /// Survives a crash of the machine. Without it the server does not wait for the disk.
    bool durable = false;
    /// Go to the server's command line, for example {"wal_level", "logical"}.
    std::vector<std::pair<QString, QString>> settings = {};
    std::chrono::milliseconds startTimeout = std::chrono::seconds(60);
};

/// A private PostgreSQL cluster that listens on a unix socket only and trusts who can reach it: the sandbox,
/// scratch databases, tests. Ends with the thread that started it at the latest. Blocking; needs a
/// QCoreApplication.
class LocalServer
{
public:
    /// Returns when the server answers.
    static Result<std::unique_ptr<LocalServer>> start(const LocalServerOptions &options);

    /// Makes a cluster without starting it, for `LocalServerOptions::templateDirectory`.
    static Result<Done> initialize(const Binaries &binaries, const QString &dataDirectory);

    ~LocalServer();
    LocalServer(const LocalServer &) = delete;
    LocalServer &operator=(const LocalServer &) = delete;

    /// Sends everyone away and waits for the end, the hard way if it takes too long.
    void stop();
    /// Stops it if it still runs, and starts it again on the same data and socket.
    Result<Done> restart();

    bool isRunning() const;
    const Binaries &binaries() const;
    QString dataDirectory() const;
    QString socketDirectory() const;
    qint64 processId() const;
    /// The last lines the server wrote.
    QString log() const;

    pg::ConnectionOptions connection(const QString &database = QStringLiteral("postgres")) const;

private:
    class Private;
    explicit LocalServer(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

/// The superuser of every cluster made here.
inline constexpr char superuser[] = "postgres";

} // namespace squall::server

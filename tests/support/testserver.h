#pragma once

#include "core/pg/connectionoptions.h"
#include "core/server/localserver.h"

#include <memory>
#include <vector>

namespace squall::test {

/// One private server per version and test program, started when first asked for and stopped at the end.
/// Databases are cheap; each test makes its own. Whatever fails here ends the program: a missing server is
/// a failure, never a skip. SQUALL_TEST_DSN names one of Debian's version that runs already: the thread
/// sanitizer is blind in a process that has started another.
class TestServer
{
public:
    /// Every version the tests run on, Debian's first; SQUALL_TEST_VERSIONS="15,18" narrows it for work by
    /// hand.
    static std::vector<int> versions();
    /// The folder with `postgres` and `initdb` of a version.
    static QString binaries(int version);
    static TestServer &of(int version = debianVersion);

    static constexpr int debianVersion = 15;

    ~TestServer();

    /// A new database, made like `CREATE DATABASE name <clauses>`. Its name is in the answer under `dbname`.
    pg::ConnectionOptions createDatabase(const QString &clauses = {});
    /// Drops it, sending away who is still connected.
    void dropDatabase(const pg::ConnectionOptions &database);

    int version() const;
    /// To stop and start: never one that others use, too. Ask before the first database is made.
    server::LocalServer &server();

private:
    explicit TestServer(int version);
    void start();
    pg::ConnectionOptions administration() const;

    int m_version;
    int m_databases = 0;
    std::unique_ptr<server::LocalServer> m_server;
};

} // namespace squall::test

#pragma once

#include "core/pg/connection.h"
#include "core/server/localserver.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <memory>

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace squall::test {

using namespace Qt::StringLiterals;

struct Outcome
{
    int exitCode = -1;
    QString out;
    QString err;
};

/// In which nothing points to a database, nor to a display.
inline QStringList cleanEnvironment()
{
    QStringList clean;
    for (const auto &variable : QProcess::systemEnvironment()) {
        const bool points = variable.startsWith(u"PG") || variable.startsWith(u"DATABASE_URL") ||
                            variable.startsWith(u"QT_") || variable.section(u'=', 0, 0).endsWith(u"DISPLAY");
        if (!points)
            clean << variable;
    }
    return clean;
}

/// Runs `squall` with an environment in which only what the test says points to a database.
inline Outcome run(const QStringList &arguments, const QStringList &environment = {},
                   const QString &program = QStringLiteral(SQUALL_PROGRAM))
{
    QProcess process;
    process.setEnvironment(cleanEnvironment() + environment);
    process.start(program, arguments);
    if (!process.waitForFinished())
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline QString keywordString(const pg::ConnectionOptions &options)
{
    QStringList pairs;
    for (const auto &[keyword, value] : options.keywords)
        pairs << QString::fromUtf8(keyword) + u"='"_s + QString::fromUtf8(value) + u'\'';
    return pairs.join(u' ');
}

/// A server that lets one role in by its password alone.
class GuardedServer
{
public:
    GuardedServer()
    {
        server::LocalServerOptions options;
        options.binaries = test::TestServer::binaries(test::TestServer::debianVersion);
        auto started = server::LocalServer::start(options);
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
        m_server = std::move(*started);
        pg::Connection connection(m_server->connection());
        QFile rules(m_server->dataDirectory() + u"/pg_hba.conf"_s);
        const bool made =
            connection.runScript(u"create role squall_test_secret login password 'right'"_s) &&
            rules.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
            rules.write("local all squall_test_secret scram-sha-256\nlocal all all trust\n") > 0;
        rules.close();
        if (!made || !connection.runScript(u"select pg_reload_conf()"_s))
            qFatal("the server cannot be guarded");
        while (pg::Connection(guarded("wrong")).open().ok())
            QTest::qWait(10);
    }
    QString url() const { return keywordString(guarded({})); }

private:
    pg::ConnectionOptions guarded(const QByteArray &password) const
    {
        auto options = m_server->connection();
        options.set("user", "squall_test_secret");
        if (!password.isEmpty())
            options.set("password", password);
        return options;
    }

    std::unique_ptr<server::LocalServer> m_server;
};

/// A terminal in front of which nobody sits.
class Terminal
{
public:
    Terminal()
    {
        if (::openpty(&m_here, &m_there, nullptr, nullptr, nullptr) != 0)
            qFatal("no terminal");
        ::fcntl(m_here, F_SETFL, O_NONBLOCK);
    }
    ~Terminal()
    {
        ::close(m_here);
        ::close(m_there);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    /// As standard input and error; what is typed there may interrupt the program.
    void give(QProcess &process)
    {
        process.setChildProcessModifier([there = m_there] {
            ::setsid();
            ::ioctl(there, TIOCSCTTY, 0);
            ::dup2(there, STDIN_FILENO);
            ::dup2(there, STDERR_FILENO);
        });
    }
    void type(const QByteArray &keys)
    {
        QCOMPARE(::write(m_here, keys.constData(), size_t(keys.size())), keys.size());
    }
    const QByteArray &shown()
    {
        char piece[1024];
        for (ssize_t size = 0; (size = ::read(m_here, piece, sizeof piece)) > 0;)
            m_shown.append(piece, size);
        return m_shown;
    }
    bool showsWhatIsTyped() const
    {
        termios now = {};
        return ::tcgetattr(m_there, &now) == 0 && (now.c_lflag & ECHO);
    }

private:
    int m_here = -1;
    int m_there = -1;
    QByteArray m_shown;
};

} // namespace squall::test

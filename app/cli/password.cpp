#include "app/cli/password.h"

#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>

#include <poll.h>
#include <sys/eventfd.h>
#include <termios.h>
#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

/// A terminal that does not show what is typed into it, for its life.
class SilentTerminal
{
public:
    explicit SilentTerminal(int descriptor)
        : m_descriptor(descriptor)
    {
        ::tcgetattr(m_descriptor, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(m_descriptor, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before); }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

private:
    int m_descriptor;
    termios m_before = {};
};

/// Wakes who waits for the terminal, so that Ctrl+C does not leave it silent.
class GivingUp : public pg::Interrupt
{
public:
    ~GivingUp() override { ::close(m_event); }
    void request() override
    {
        const quint64 once = 1;
        [[maybe_unused]] const auto written = ::write(m_event, &once, sizeof once);
    }
    int descriptor() const { return m_event; }

private:
    int m_event = ::eventfd(0, EFD_CLOEXEC);
};

/// What is typed up to the end of the line.
std::optional<QByteArray> readLine(int descriptor, const GivingUp &givingUp)
{
    QByteArray line;
    for (;;) {
        pollfd waiting[] = {{descriptor, POLLIN, 0}, {givingUp.descriptor(), POLLIN, 0}};
        if (::poll(waiting, std::size(waiting), -1) < 0 && errno != EINTR)
            return std::nullopt;
        if (waiting[1].revents != 0)
            return std::nullopt;
        if (waiting[0].revents == 0)
            continue;
        char byte = 0;
        if (::read(descriptor, &byte, 1) != 1)
            return std::nullopt;
        if (byte == '\n')
            return line;
        line += byte;
    }
}

} // namespace

bool wantsPassword(const Error &error)
{
    // A wrong one the server refuses itself, with a SQLSTATE.
    return error.code == Error::Code::Password && error.sqlState.isEmpty();
}

int exitCodeOf(const Error &error)
{
    return wantsPassword(error) ? NeedsAnswer : Failed;
}

std::optional<QByteArray> askPassword(const QString &question)
{
    if (!isTerminal(STDIN_FILENO) || !isTerminal(STDERR_FILENO))
        return std::nullopt;
    const auto givingUp = std::make_shared<GivingUp>();
    const Interruption interruption(givingUp);
    const SilentTerminal silence(STDIN_FILENO);
    const QString prompt = QCoreApplication::translate("squall::cli", "Password: ");
    std::fputs((question + u'\n' + prompt).toUtf8().constData(), stderr);
    std::fflush(stderr);
    auto answer = readLine(STDIN_FILENO, *givingUp);
    std::fputc('\n', stderr);
    return answer;
}

} // namespace squall::cli

#include "app/cli/progress.h"

#include "app/cli/output.h"

#include <chrono>
#include <cstdio>

#include <unistd.h>

namespace squall::cli {

Progress::Progress(const QString &what)
    : m_thread([this, text = what.toUtf8()] { show(text); })
{
}

Progress::~Progress()
{
    {
        const std::lock_guard lock(m_mutex);
        m_done = true;
    }
    m_over.notify_one();
    m_thread.join();
}

void Progress::show(const QByteArray &what)
{
    using namespace std::chrono_literals;
    const bool terminal = isTerminal(STDERR_FILENO);
    const auto begin = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    bool shown = false;
    while (!m_over.wait_for(lock, 1s, [this] { return m_done; })) {
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin)
                .count();
        if (terminal)
            std::fprintf(stderr, "\r%s … %lld s", what.constData(), static_cast<long long>(seconds));
        else if (!shown)
            std::fprintf(stderr, "%s …\n", what.constData());
        std::fflush(stderr);
        shown = true;
    }
    if (terminal && shown)
        std::fprintf(stderr, "\r\x1b[K");
}

} // namespace squall::cli

#include "app/cli/interruption.h"

#include <csignal>
#include <mutex>
#include <thread>

#include <unistd.h>

namespace squall::cli {

struct Interruption::Shared
{
    std::mutex mutex;
    std::shared_ptr<pg::Interrupt> interrupt;
};

Interruption::Interruption()
    : m_shared(std::make_shared<Shared>())
{
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGINT);
    sigaddset(&awaited, SIGTERM);
    // Threads made from now on leave the signals to the one that waits for them.
    pthread_sigmask(SIG_BLOCK, &awaited, nullptr);
    std::thread([awaited, shared = m_shared] {
        constexpr int endedBySignal = 128;
        for (bool again = false;; again = true) {
            int signal = 0;
            sigwait(&awaited, &signal);
            const std::lock_guard lock(shared->mutex);
            if (again || !shared->interrupt)
                ::_exit(endedBySignal + signal);
            shared->interrupt->request();
        }
    }).detach();
}

void Interruption::guard(std::shared_ptr<pg::Interrupt> interrupt)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->interrupt = std::move(interrupt);
}

} // namespace squall::cli

#include "app/cli/interruption.h"

#include <csignal>
#include <mutex>
#include <thread>

#include <unistd.h>

namespace squall::cli {

namespace {

/// What a signal is to interrupt; one at a time, the program does one thing after the other.
struct Target
{
    std::mutex mutex;
    std::shared_ptr<pg::Interrupt> interrupt;
    bool interrupted = false;
};

Target &target()
{
    static Target only;
    return only;
}

void waitForSignals(const sigset_t &awaited)
{
    constexpr int endedBySignal = 128;
    for (;;) {
        int signal = 0;
        sigwait(&awaited, &signal);
        auto &now = target();
        const std::lock_guard lock(now.mutex);
        if (now.interrupted || !now.interrupt)
            ::_exit(endedBySignal + signal);
        now.interrupted = true;
        now.interrupt->request();
    }
}

} // namespace

void watchSignals()
{
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGINT);
    sigaddset(&awaited, SIGTERM);
    // Threads made from now on inherit this and leave the signals to the one that waits for them.
    pthread_sigmask(SIG_BLOCK, &awaited, nullptr);
    target(); // made here, before the thread that uses it
    std::thread([awaited] { waitForSignals(awaited); }).detach();
}

Interruption::Interruption(std::shared_ptr<pg::Interrupt> interrupt)
{
    const std::lock_guard lock(target().mutex);
    target().interrupt = std::move(interrupt);
    target().interrupted = false;
}

Interruption::~Interruption()
{
    const std::lock_guard lock(target().mutex);
    target().interrupt.reset();
}

} // namespace squall::cli

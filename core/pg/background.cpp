#include "core/pg/background.h"

#include <QCoreApplication>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>

namespace squall::pg {

namespace {

constexpr auto leaveWithin = std::chrono::seconds(2);

struct Count
{
    std::mutex mutex;
    std::condition_variable changed;
    int running = 0;
};

/// Never destroyed: a thread may outlive main.
Count &count()
{
    static auto *const only = new Count;
    return *only;
}

void waitForThreads()
{
    std::unique_lock lock(count().mutex);
    count().changed.wait_for(lock, leaveWithin, [] { return count().running == 0; });
}

void ignoreBrokenPipes()
{
    sigset_t brokenPipe;
    sigemptyset(&brokenPipe);
    sigaddset(&brokenPipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
}

} // namespace

void runInBackground(std::function<void()> work)
{
    static const bool registered = (qAddPostRoutine(waitForThreads), true);
    Q_UNUSED(registered)
    {
        const std::lock_guard lock(count().mutex);
        ++count().running;
    }
    std::thread([work = std::move(work)]() mutable {
        ignoreBrokenPipes();
        work();
        work = nullptr;
        const std::lock_guard lock(count().mutex);
        --count().running;
        count().changed.notify_all();
    }).detach();
}

} // namespace squall::pg

#pragma once

#include <QFuture>
#include <QPromise>
#include <QRunnable>
#include <QThreadPool>

#include <atomic>
#include <concepts>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace squall::models {

/// What a thread of the pool is given to do. Qt's lock hands it over; the atomic does the same once more, for
/// the thread sanitizer does not see what Qt's own code locks.
template<typename Task>
class PooledTask final : public QRunnable
{
public:
    explicit PooledTask(Task task)
        : m_task(std::move(task))
    {
        m_given.store(true, std::memory_order_release);
    }

    void run() override
    {
        if (m_given.load(std::memory_order_acquire))
            m_task();
    }

private:
    Task m_task;
    std::atomic<bool> m_given = false;
};

/// Runs `work`, which captures values only, on a thread of the global pool; not at all when the future was
/// cancelled before its turn.
template<typename Work>
auto pooled(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start(new PooledTask([promise, work = std::move(work)] {
        if (!promise->isCanceled())
            promise->addResult(work());
        promise->finish();
    }));
    return future;
}

/// For work that takes long: it is handed a function that says whether its future was cancelled, and asks it
/// now and then.
template<typename Work>
requires std::invocable<Work, std::function<bool()>>
auto pooled(Work work) -> QFuture<std::invoke_result_t<Work, std::function<bool()>>>
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work, std::function<bool()>>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start(new PooledTask([promise, work = std::move(work)] {
        if (!promise->isCanceled())
            promise->addResult(work([&promise] { return promise->isCanceled(); }));
        promise->finish();
    }));
    return future;
}

} // namespace squall::models

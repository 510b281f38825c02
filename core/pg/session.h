#pragma once

#include "core/pg/connection.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace squall::pg {

/// A Connection on a thread of its own. `run` queues blocking work and answers with a future; work runs in
/// order, one at a time. Cancelling the future interrupts the work if it has begun and drops it if it has
/// not, and never touches other work. The thread starts with the first work.
class Session
{
public:
    explicit Session(ConnectionOptions options);
    /// Interrupts what runs, cancels what is queued and leaves without waiting: the thread ends by itself.
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// `work(Connection &)` returns a Result<T>; the future holds that.
    template<typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
    {
        using Answer = std::invoke_result_t<Work, Connection &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        auto future = promise->future();
        promise->start();
        enqueue(
            [promise, work = std::move(work)](Connection *connection) mutable {
                if (connection && !promise->isCanceled())
                    promise->addResult(work(*connection));
                else
                    promise->future().cancel();
                promise->finish();
            },
            [future] { return future.isCanceled(); });
        return future;
    }

    /// Interrupts the work that runs now, if any.
    void interrupt();

private:
    friend class SessionPool;
    class Worker;
    /// `run` gets nullptr when it is cancelled or the session closes before its turn. `cancelled` is asked
    /// while it runs.
    struct Task
    {
        std::function<void(Connection *)> run;
        std::function<bool()> cancelled;
    };
    void enqueue(Task task);
    void enqueue(std::function<void(Connection *)> run, std::function<bool()> cancelled);

    std::shared_ptr<Worker> m_worker;
};

} // namespace squall::pg

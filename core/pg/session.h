#pragma once

#include "core/pg/connection.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

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
        auto [task, future] = promise(std::move(work));
        enqueue(std::move(task));
        return future;
    }

    /// Interrupts the work that runs now, if any.
    void interrupt();
    /// Closes the connection whatever the server does: the work that runs ends in moments, and no more is
    /// taken.
    void abandon();

private:
    friend class SessionPool;
    class Worker;
    /// `run` gets nullptr when it is cancelled or the session closes before its turn. `cancelled` is asked
    /// meanwhile.
    struct Task
    {
        std::function<void(Connection *)> run;
        std::function<bool()> cancelled;
    };
    /// Work as a task, and the future that it fulfils.
    template<typename Work>
    static auto promise(Work work)
    {
        using Answer = std::invoke_result_t<Work, Connection &>;
        auto promised = std::make_shared<QPromise<Answer>>();
        auto future = promised->future();
        promised->start();
        Task task{[promised, work = std::move(work)](Connection *connection) mutable {
                      if (connection && !promised->isCanceled())
                          promised->addResult(work(*connection));
                      else
                          promised->future().cancel();
                      promised->finish();
                  },
                  [future] { return future.isCanceled(); }};
        return std::pair(std::move(task), std::move(future));
    }
    void enqueue(Task task);
    void enqueue(std::function<void(Connection *)> run, std::function<bool()> cancelled);

    std::shared_ptr<Worker> m_worker;
};

} // namespace squall::pg

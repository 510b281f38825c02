#pragma once

#include "core/pg/session.h"

#include <memory>

namespace squall::pg {

/// The Sessions on one database, a bounded number of them: `run` takes whichever is free first, `hold` keeps
/// one for itself. Sessions are made when needed and stay connected for the next work.
class SessionPool
{
public:
    static constexpr int usualSize = 6;
    /// `size` is 1 for a server that serves only one connection: everything takes turns then.
    explicit SessionPool(ConnectionOptions options, int size = usualSize);
    /// Interrupts what runs and leaves without waiting.
    ~SessionPool();
    SessionPool(const SessionPool &) = delete;
    SessionPool &operator=(const SessionPool &) = delete;

    /// Runs on the first Session that is free. Open transactions and streams end with the work.
    template<typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
    {
        return hold().run(std::move(work));
    }

    /// A Session of one's own for as long as the Lease lives: a transaction or a stream stays open on it.
    class Lease
    {
    public:
        Lease(Lease &&) noexcept = default;
        Lease &operator=(Lease &&other) noexcept;
        /// Queued work still runs; then the Session is settled and free for others.
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;

        /// Gives the Session up with its connection, whatever the server does with what runs there; queued
        /// work is dropped. Another one can take its place in the pool at once. The Lease is used up.
        void abandon();

        /// In order, as in Session, once a Session has become free.
        template<typename Work>
        auto run(Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
        {
            auto [task, future] = Session::promise(std::move(work));
            enqueue(std::move(task));
            return future;
        }

    private:
        friend class SessionPool;
        struct State;
        explicit Lease(std::shared_ptr<State> state);
        void enqueue(Session::Task task);
        void release();

        std::shared_ptr<State> m_state;
    };
    enum class Room {
        Bounded,
        /// May go beyond the bound, so that it never waits for others nor lets them wait, except where the
        /// bound is 1.
        Extra,
    };
    Lease hold(Room room = Room::Bounded);

    int size() const;
    /// Whether `hold` would have to wait for somebody else.
    bool isExhausted() const;

private:
    class Core;
    std::shared_ptr<Core> m_core;
};

} // namespace squall::pg

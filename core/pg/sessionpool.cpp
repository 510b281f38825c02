#include "core/pg/sessionpool.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <vector>

namespace squall::pg {

/// What a Lease and the pool know of each other; guarded by the core's mutex.
struct SessionPool::Lease::State
{
    std::weak_ptr<Core> core;
    Session *session = nullptr;
    std::deque<Session::Task> waiting; ///< until there is a session
    bool released = false;
    bool extra = false; ///< does not count for the bound
};

/// Shared by the pool, its leases and the tasks that give a Session back.
class SessionPool::Core : public std::enable_shared_from_this<Core>
{
public:
    using LeasePtr = std::shared_ptr<Lease::State>;

    Core(ConnectionOptions options, int size)
        : m_options(std::move(options))
        , m_size(std::max(size, 1))
    {
    }

    int size() const { return m_size; }
    bool isExhausted();
    void add(const LeasePtr &lease);
    void enqueue(const LeasePtr &lease, Session::Task task);
    void release(const LeasePtr &lease);
    void abandon(const LeasePtr &lease);
    void close();

private:
    void assign(const LeasePtr &lease, Session *session);
    bool hasRoom() const { return static_cast<int>(m_sessions.size()) - m_extra < m_size; }
    Session *make();
    std::unique_ptr<Session> remove(Session *session);
    void serveWaiting();
    void giveBackAfterwards(Session *session, bool extra);
    void giveBack(Session *session, bool extra);
    static void drop(const std::deque<Session::Task> &tasks);

    const ConnectionOptions m_options;
    const int m_size;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Session>> m_sessions;
    std::vector<Session *> m_free;
    std::deque<LeasePtr> m_waiting;
    int m_extra = 0; ///< leases beyond the bound that have a session
    bool m_closed = false;
};

bool SessionPool::Core::isExhausted()
{
    const std::lock_guard lock(m_mutex);
    return m_free.empty() && !hasRoom();
}

/// Needs the lock.
Session *SessionPool::Core::make()
{
    m_sessions.push_back(std::make_unique<Session>(m_options));
    return m_sessions.back().get();
}

/// Needs the lock.
std::unique_ptr<Session> SessionPool::Core::remove(Session *session)
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [session](const auto &each) { return each.get() == session; });
    auto removed = std::move(*found);
    m_sessions.erase(found);
    return removed;
}

void SessionPool::Core::add(const LeasePtr &lease)
{
    const std::lock_guard lock(m_mutex);
    lease->extra = lease->extra && m_size > 1;
    if (m_free.empty() && (lease->extra || hasRoom()))
        m_free.push_back(make());
    if (m_free.empty()) {
        m_waiting.push_back(lease);
        return;
    }
    // The one that was used last is the likeliest to be connected.
    auto *const session = m_free.back();
    m_free.pop_back();
    assign(lease, session);
}

void SessionPool::Core::enqueue(const LeasePtr &lease, Session::Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed) {
            if (lease->session)
                lease->session->enqueue(std::move(task));
            else
                lease->waiting.push_back(std::move(task));
            return;
        }
    }
    task.run(nullptr);
}

void SessionPool::Core::release(const LeasePtr &lease)
{
    const std::lock_guard lock(m_mutex);
    lease->released = true;
    if (m_closed)
        return;
    if (lease->session)
        giveBackAfterwards(std::exchange(lease->session, nullptr), lease->extra);
    else if (lease->waiting.empty())
        m_waiting.erase(std::remove(m_waiting.begin(), m_waiting.end(), lease), m_waiting.end());
}

void SessionPool::Core::abandon(const LeasePtr &lease)
{
    std::unique_ptr<Session> session;
    std::deque<Session::Task> waiting;
    {
        const std::lock_guard lock(m_mutex);
        lease->released = true;
        waiting.swap(lease->waiting);
        m_waiting.erase(std::remove(m_waiting.begin(), m_waiting.end(), lease), m_waiting.end());
        if (lease->session && !m_closed) {
            session = remove(std::exchange(lease->session, nullptr));
            m_extra -= lease->extra ? 1 : 0;
            serveWaiting();
        }
    }
    if (session)
        session->abandon();
    drop(waiting);
}

/// Needs the lock.
void SessionPool::Core::serveWaiting()
{
    while (!m_waiting.empty() && (!m_free.empty() || hasRoom())) {
        auto *const session = m_free.empty() ? make() : m_free.back();
        if (!m_free.empty())
            m_free.pop_back();
        const auto next = m_waiting.front();
        m_waiting.pop_front();
        assign(next, session);
    }
}

/// Needs the lock.
void SessionPool::Core::assign(const LeasePtr &lease, Session *session)
{
    m_extra += lease->extra ? 1 : 0;
    for (auto &task : std::exchange(lease->waiting, {}))
        session->enqueue(std::move(task));
    if (lease->released)
        giveBackAfterwards(session, lease->extra);
    else
        lease->session = session;
}

/// Needs the lock. The last task of a lease frees its Session.
void SessionPool::Core::giveBackAfterwards(Session *session, bool extra)
{
    session->enqueue(
        [core = weak_from_this(), session, extra](Connection *connection) {
            if (connection)
                connection->settle();
            if (const auto pool = core.lock())
                pool->giveBack(session, extra);
        },
        [] { return false; });
}

/// A session that was made beyond the bound goes when nobody needs it any more.
void SessionPool::Core::giveBack(Session *session, bool extra)
{
    std::unique_ptr<Session> surplus;
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    m_extra -= extra ? 1 : 0;
    if (static_cast<int>(m_sessions.size()) - m_extra > m_size)
        surplus = remove(session);
    else
        m_free.push_back(session);
    serveWaiting();
}

void SessionPool::Core::close()
{
    std::deque<LeasePtr> waiting;
    std::vector<std::unique_ptr<Session>> sessions;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        waiting.swap(m_waiting);
        sessions.swap(m_sessions);
        m_free.clear();
    }
    for (const auto &lease : waiting)
        drop(std::exchange(lease->waiting, {}));
}

void SessionPool::Core::drop(const std::deque<Session::Task> &tasks)
{
    for (const auto &task : tasks)
        task.run(nullptr);
}

SessionPool::SessionPool(ConnectionOptions options, int size)
    : m_core(std::make_shared<Core>(std::move(options), size))
{
}

SessionPool::~SessionPool()
{
    m_core->close();
}

SessionPool::Lease SessionPool::hold(Room room)
{
    auto state = std::make_shared<Lease::State>();
    state->extra = room == Room::Extra;
    state->core = m_core;
    m_core->add(state);
    return Lease(std::move(state));
}

int SessionPool::size() const
{
    return m_core->size();
}

bool SessionPool::isExhausted() const
{
    return m_core->isExhausted();
}

SessionPool::Lease::Lease(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

SessionPool::Lease::~Lease()
{
    release();
}

SessionPool::Lease &SessionPool::Lease::operator=(Lease &&other) noexcept
{
    if (this != &other) {
        release();
        m_state = std::move(other.m_state);
    }
    return *this;
}

void SessionPool::Lease::release()
{
    if (!m_state)
        return;
    if (const auto core = m_state->core.lock())
        core->release(m_state);
    m_state.reset();
}

void SessionPool::Lease::abandon()
{
    if (const auto core = m_state->core.lock())
        core->abandon(m_state);
    m_state.reset();
}

void SessionPool::Lease::enqueue(Session::Task task)
{
    if (const auto core = m_state->core.lock())
        core->enqueue(m_state, std::move(task));
    else
        task.run(nullptr);
}

} // namespace squall::pg

#include "core/pg/session.h"

#include "core/pg/background.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace squall::pg {

/// The thread of a Session, its queue and its connection. Outlives the Session until the last work has
/// noticed.
class Session::Worker : public std::enable_shared_from_this<Session::Worker>
{
public:
    explicit Worker(ConnectionOptions options)
        : m_options(std::move(options))
    {
    }

    void enqueue(Task task);
    void interrupt();
    void abandon();
    void close();

private:
    std::shared_ptr<Interrupt> handle();
    void loop();
    std::optional<Task> next();
    void perform(Connection &connection, Task &task);

    const ConnectionOptions m_options;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_queue;
    std::shared_ptr<Interrupt> m_interrupt; ///< of the connection, once the thread has made it
    bool m_started = false;
    bool m_closing = false;
};

void Session::Worker::enqueue(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(task));
        if (std::exchange(m_started, true)) {
            m_changed.notify_one();
            return;
        }
    }
    runInBackground([self = shared_from_this()] { self->loop(); });
}

std::shared_ptr<Interrupt> Session::Worker::handle()
{
    const std::lock_guard lock(m_mutex);
    return m_interrupt;
}

void Session::Worker::interrupt()
{
    if (const auto interrupt = handle())
        interrupt->request();
}

void Session::Worker::abandon()
{
    close();
    if (const auto interrupt = handle())
        interrupt->abandon();
}

void Session::Worker::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        m_changed.notify_one();
    }
    interrupt();
}

/// Waits for work; nothing at the end, when everything queued has been told.
std::optional<Session::Task> Session::Worker::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closing || !m_queue.empty(); });
    if (m_queue.empty())
        return std::nullopt;
    auto task = std::move(m_queue.front());
    m_queue.pop_front();
    return task;
}

void Session::Worker::perform(Connection &connection, Task &task)
{
    const auto cancelled = [this, &task] {
        const std::lock_guard lock(m_mutex);
        return m_closing || task.cancelled();
    };
    const Connection::Work work(connection, cancelled);
    task.run(cancelled() ? nullptr : &connection);
}

void Session::Worker::loop()
{
    Connection connection(m_options);
    {
        const std::lock_guard lock(m_mutex);
        m_interrupt = connection.interrupt();
    }
    while (auto task = next())
        perform(connection, *task);
}

Session::Session(ConnectionOptions options)
    : m_worker(std::make_shared<Worker>(std::move(options)))
{
}

Session::~Session()
{
    m_worker->close();
}

void Session::interrupt()
{
    m_worker->interrupt();
}

void Session::abandon()
{
    m_worker->abandon();
}

void Session::enqueue(Task task)
{
    m_worker->enqueue(std::move(task));
}

void Session::enqueue(std::function<void(Connection *)> run, std::function<bool()> cancelled)
{
    enqueue({std::move(run), std::move(cancelled)});
}

} // namespace squall::pg

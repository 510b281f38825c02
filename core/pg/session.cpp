#include "core/pg/session.h"

#include <QMutex>

namespace squall::pg {

/// Owns the thread and the connection; outlives the Session until its last task has noticed.
class Session::Worker
{
public:
    explicit Worker(ConnectionOptions options)
        : connection(std::move(options))
    {
        pool.setMaxThreadCount(1);
        pool.setExpiryTimeout(-1);
    }

    Connection connection;
    QThreadPool pool;
};

Session::Session(ConnectionOptions options)
    : m_worker(std::make_shared<Worker>(std::move(options)))
{
}

Session::~Session()
{
    interrupt();
}

void Session::interrupt()
{
    m_worker->connection.interrupt()->request();
}

void Session::enqueue(std::function<void(Connection *)> task, std::function<bool()> cancelled)
{
    m_worker->pool.start([worker = m_worker.get(), task = std::move(task), cancelled = std::move(cancelled)] {
        task(cancelled() ? nullptr : &worker->connection);
    });
}

} // namespace squall::pg

#include "core/base/workthread.h"

#include <utility>

namespace squall {

WorkThread::WorkThread()
    : m_thread([this] { loop(); })
{
}

WorkThread::~WorkThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void WorkThread::run(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(work));
    }
    m_changed.notify_all();
}

void WorkThread::waitForDone()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_queue.empty(); });
}

void WorkThread::loop()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_closing || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        {
            // Its captures go before it counts as done.
            const auto work = std::exchange(m_queue.front(), nullptr);
            lock.unlock();
            work();
        }
        lock.lock();
        m_queue.pop_front();
        m_changed.notify_all();
    }
}

} // namespace squall

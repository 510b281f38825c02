#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace squall {

/// A thread that carries out what it is given, one piece after the other. Any thread may give it something.
class WorkThread
{
public:
    WorkThread();
    /// Finishes what it was given.
    ~WorkThread();
    WorkThread(const WorkThread &) = delete;
    WorkThread &operator=(const WorkThread &) = delete;

    void run(std::function<void()> work);
    /// Waits until everything is done that was given before.
    void waitForDone();

private:
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_queue; ///< the first one is being carried out
    bool m_closing = false;
    std::thread m_thread; ///< uses the others
};

} // namespace squall

#pragma once

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace squall::cli {

/// Says on standard error what takes so long, once it takes more than a second; wiped on a terminal when
/// over.
class Progress
{
public:
    explicit Progress(const QString &what);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

private:
    void show(const QByteArray &what);

    std::mutex m_mutex;
    std::condition_variable m_over;
    bool m_done = false;
    std::thread m_thread;
};

} // namespace squall::cli

#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <memory>

namespace squall::models {

/// One request in flight, newest wins: a reply is delivered on the owner's thread, and never after a newer
/// request began, after `cancel()`, or after this object is gone.
template<typename T>
class Latest
{
public:
    Latest() = default;
    ~Latest() { cancel(); }
    Latest(const Latest &) = delete;
    Latest &operator=(const Latest &) = delete;

    void run(const QFuture<T> &future, std::function<void(const T &)> deliver)
    {
        cancel();
        m_watcher = std::make_unique<QFutureWatcher<T>>();
        auto *watcher = m_watcher.get();
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                         [this, watcher, deliver = std::move(deliver)] {
                             // A newer request has replaced the watcher.
                             if (watcher != m_watcher.get())
                                 return;
                             m_watcher.release()->deleteLater();
                             // A cancelled future holds no result: the session closed before its turn came.
                             if (watcher->isCanceled() || watcher->future().resultCount() == 0)
                                 return;
                             const T reply = watcher->result();
                             deliver(reply);
                         });
        m_watcher->setFuture(future);
    }

    void cancel()
    {
        if (!m_watcher)
            return;
        auto *watcher = m_watcher.release();
        watcher->disconnect();
        watcher->cancel();
        watcher->deleteLater();
    }

    bool isRunning() const { return m_watcher != nullptr; }

private:
    std::unique_ptr<QFutureWatcher<T>> m_watcher;
};

} // namespace squall::models

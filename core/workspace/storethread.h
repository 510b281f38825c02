#pragma once

#include "core/workspace/store.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <type_traits>

namespace squall::workspace {

/// A Store on a thread of its own. Any thread may ask; what is asked is done in order.
class StoreThread
{
public:
    explicit StoreThread(const QString &file);
    /// Finishes what was asked for; what is asked later fails.
    void close();

    template<typename Work>
    auto run(Work work)
    {
        using Answer = std::invoke_result_t<Work, Store &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        m_pool.start([this, promise, work = std::move(work)] {
            promise->addResult(m_opened ? work(*m_store) : Answer(m_opened.error()));
            promise->finish();
        });
        return promise->future();
    }

private:
    // Both used by the pool's thread only.
    std::optional<Store> m_store;
    Result<Done> m_opened = Done{};
    /// Goes first, and waits for what still runs.
    QThreadPool m_pool;
};

} // namespace squall::workspace

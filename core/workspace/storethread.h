#pragma once

#include "core/base/workthread.h"
#include "core/workspace/store.h"

#include <QFuture>
#include <QPromise>

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
        m_thread.run([this, promise, work = std::move(work)] {
            promise->addResult(m_opened ? work(*m_store) : Answer(m_opened.error()));
            promise->finish();
        });
        return promise->future();
    }

private:
    // Both used by that thread only, to which SQLite's connection belongs.
    std::optional<Store> m_store;
    Result<Done> m_opened = Done{};
    /// Goes first, and waits for what still runs.
    WorkThread m_thread;
};

} // namespace squall::workspace

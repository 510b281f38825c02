#include "core/workspace/history.h"

#include "core/workspace/storethread.h"

namespace squall::workspace {

History::History(std::shared_ptr<StoreThread> store)
    : m_store(std::move(store))
{
}

QFuture<Result<Done>> History::add(std::vector<HistoryEntry> entries) const
{
    return m_store->run([entries = std::move(entries)](Store &store) { return store.addHistory(entries); });
}

QFuture<Result<std::vector<HistoryEntry>>> History::find(HistoryQuery query) const
{
    return m_store->run([query = std::move(query)](Store &store) { return store.history(query); });
}

QFuture<Result<Done>> History::remove(std::vector<qint64> ids) const
{
    return m_store->run([ids = std::move(ids)](Store &store) { return store.removeHistory(ids); });
}

QFuture<Result<Done>> History::clear(QString connection) const
{
    return m_store->run(
        [connection = std::move(connection)](Store &store) { return store.clearHistory(connection); });
}

} // namespace squall::workspace

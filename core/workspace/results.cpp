#include "core/workspace/results.h"

#include "core/workspace/storethread.h"

namespace squall::workspace {

Results::Results(std::shared_ptr<StoreThread> store)
    : m_store(std::move(store))
{
}

QFuture<Result<std::vector<KeptResult>>> Results::read(QString buffer) const
{
    return m_store->run([buffer = std::move(buffer)](Store &store) { return store.results(buffer); });
}

QFuture<Result<Done>> Results::add(QString buffer, QString id, Bytes content) const
{
    return m_store->run(
        [buffer = std::move(buffer), id = std::move(id), content = std::move(content)](Store &store) {
            return store.addResult(buffer, {.id = id, .content = content()});
        });
}

QFuture<Result<Done>> Results::arrange(QString buffer, QStringList ids) const
{
    return m_store->run([buffer = std::move(buffer), ids = std::move(ids)](Store &store) {
        return store.arrangeResults(buffer, ids);
    });
}

QFuture<Result<Done>> Results::clear(QString connection) const
{
    return m_store->run(
        [connection = std::move(connection)](Store &store) { return store.clearResults(connection); });
}

} // namespace squall::workspace

#include "core/workspace/workspace.h"

#include "core/workspace/store.h"

#include <QPromise>
#include <QStandardPaths>
#include <QThreadPool>

#include <optional>
#include <type_traits>

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

class Workspace::Private
{
public:
    explicit Private(const QString &file)
    {
        m_pool.setMaxThreadCount(1);
        // SQLite's connection belongs to the thread that opened it.
        m_pool.setExpiryTimeout(-1);
        m_pool.start([this, file] {
            m_store.emplace();
            m_opened = m_store->open(file);
        });
    }

    ~Private()
    {
        m_pool.start([this] { m_store.reset(); });
        m_pool.waitForDone();
    }

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
    QThreadPool m_pool;
    // Both used by the pool's thread only.
    std::optional<Store> m_store;
    Result<Done> m_opened = Done{};
};

Workspace::Workspace(const QString &file)
    : d(std::make_unique<Private>(file))
{
}

Workspace::~Workspace() = default;

QString Workspace::standardFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/squall/workspace.sqlite"_s;
}

QFuture<Result<Contents>> Workspace::contents()
{
    return d->run([](Store &store) { return store.contents(); });
}

QFuture<Result<Done>> Workspace::saveConnection(SavedConnection connection)
{
    return d->run(
        [connection = std::move(connection)](Store &store) { return store.saveConnection(connection); });
}

QFuture<Result<Done>> Workspace::removeConnection(QString id)
{
    return d->run([id = std::move(id)](Store &store) { return store.removeConnection(id); });
}

QFuture<Result<Done>> Workspace::saveTabs(std::vector<OpenTab> tabs)
{
    return d->run([tabs = std::move(tabs)](Store &store) { return store.saveTabs(tabs); });
}

QFuture<Result<Done>> Workspace::saveTabText(QString id, QString text)
{
    return d->run(
        [id = std::move(id), text = std::move(text)](Store &store) { return store.saveTabText(id, text); });
}

QFuture<Result<Done>> Workspace::saveSetting(Setting setting)
{
    return d->run([setting = std::move(setting)](Store &store) { return store.saveSetting(setting); });
}

QFuture<Result<Done>> Workspace::addHistory(HistoryEntry entry)
{
    return d->run([entry = std::move(entry)](Store &store) { return store.addHistory(entry); });
}

QFuture<Result<std::vector<HistoryEntry>>> Workspace::history(QString connection, QString containing,
                                                              int limit)
{
    return d->run([connection = std::move(connection), containing = std::move(containing),
                   limit](Store &store) { return store.history(connection, containing, limit); });
}

} // namespace squall::workspace

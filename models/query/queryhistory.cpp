#include "models/query/queryhistory.h"

#include "models/query/withoutpasswords.h"

#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Nobody takes back more than that.
constexpr size_t mostRemoved = 100;

} // namespace

QueryHistory::~QueryHistory()
{
    if (m_store && !m_waiting.empty())
        m_store->add(std::move(m_waiting));
}

void QueryHistory::setStore(const std::optional<workspace::History> &store)
{
    m_store = store;
    m_waiting.clear();
    m_removed.clear();
    emit reset();
}

void QueryHistory::record(workspace::HistoryEntry entry)
{
    if (!m_store || entry.sql.trimmed().isEmpty())
        return;
    const bool tooLong = entry.sql.size() > longestStatement;
    if (tooLong) {
        entry.sql.truncate(longestStatement);
        if (entry.sql.back().isHighSurrogate())
            entry.sql.chop(1);
    }
    auto kept = withoutPasswords(entry.sql);
    entry.whole = entry.whole && !tooLong && kept == entry.sql;
    entry.sql = std::move(kept);
    m_waiting.push_back(std::move(entry));
    write();
}

void QueryHistory::write()
{
    if (m_writing.isRunning() || m_waiting.empty() || !m_store)
        return;
    m_writing.run(m_store->add(std::exchange(m_waiting, {})), [this](const Result<Done> &done) {
        say(done);
        emit recorded();
        write();
    });
}

void QueryHistory::follow(const QFuture<Result<Done>> &change, bool resets)
{
    auto *watcher = new QFutureWatcher<Result<Done>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, resets] {
        say(watcher->result());
        watcher->deleteLater();
        if (resets)
            emit reset();
    });
    watcher->setFuture(change);
}

void QueryHistory::say(const Result<Done> &done)
{
    if (!done)
        emit notice(tr("The history could not be written: %1").arg(done.error().message));
}

QFuture<Result<std::vector<workspace::HistoryEntry>>>
QueryHistory::find(const workspace::HistoryQuery &query) const
{
    if (!m_store)
        return QtFuture::makeReadyFuture(
            Result<std::vector<workspace::HistoryEntry>>(std::vector<workspace::HistoryEntry>()));
    return m_store->find(query);
}

void QueryHistory::remove(const workspace::HistoryEntry &entry)
{
    if (!m_store)
        return;
    m_removed.push_back(entry);
    if (m_removed.size() > mostRemoved)
        m_removed.erase(m_removed.begin());
    follow(m_store->remove({entry.id}), false);
    emit removed(entry.id);
}

bool QueryHistory::undoRemove()
{
    if (!m_store || m_removed.empty())
        return false;
    auto back = std::move(m_removed.back());
    m_removed.pop_back();
    follow(m_store->add({std::move(back)}), true);
    return true;
}

void QueryHistory::clear(const QString &connection)
{
    if (!m_store)
        return;
    m_removed.clear();
    follow(m_store->clear(connection), true);
}

void QueryHistory::forget(const QString &connection)
{
    std::erase_if(m_removed,
                  [&](const workspace::HistoryEntry &entry) { return entry.connection == connection; });
    emit reset();
}

} // namespace squall::models

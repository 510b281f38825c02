#include "core/workspace/journal.h"

#include "core/workspace/storethread.h"

namespace squall::workspace {

namespace {

std::vector<JournalEntry> entriesOf(const std::vector<Journal::Left> &left)
{
    std::vector<JournalEntry> entries;
    for (const auto &[relation, edits] : left)
        entries.push_back({.relation = relation, .edits = edits});
    return entries;
}

} // namespace

Journal::Journal(std::shared_ptr<StoreThread> store)
    : m_store(std::move(store))
{
}

QFuture<Result<JournalContents>> Journal::read(QString connection) const
{
    return m_store->run(
        [connection = std::move(connection)](Store &store) { return store.journal(connection); });
}

QFuture<Result<Done>> Journal::saveEdits(QString connection, ObjectId relation, Bytes edits) const
{
    return m_store->run([connection = std::move(connection), relation = std::move(relation),
                         edits = std::move(edits)](Store &store) {
        return store.saveJournalEntry(connection, {.relation = relation, .edits = edits()});
    });
}

QFuture<Result<Done>> Journal::saveDraft(QString connection, ObjectId relation, Bytes draft) const
{
    return m_store->run([connection = std::move(connection), relation = std::move(relation),
                         draft = std::move(draft)](Store &store) {
        return store.saveJournalDraft(connection, relation, draft());
    });
}

QFuture<Result<qint64>> Journal::addBatch(QString connection, QByteArray transaction, Bytes content) const
{
    return m_store->run([connection = std::move(connection), transaction = std::move(transaction),
                         content = std::move(content)](Store &store) {
        return store.addBatch(
            connection,
            {.at = QDateTime::currentDateTime(), .transaction = transaction, .content = content()});
    });
}

QFuture<Result<Done>> Journal::settleBatch(QString connection, qint64 id, Bytes content,
                                           std::function<std::vector<Left>()> left) const
{
    return m_store->run([connection = std::move(connection), id, content = std::move(content),
                         left = std::move(left)](Store &store) {
        return store.settleBatch(connection, id, content(), entriesOf(left()));
    });
}

QFuture<Result<Done>> Journal::takeOver(QString connection, std::vector<JournalEntry> entries,
                                        std::function<std::vector<Left>()> now) const
{
    return m_store->run([connection = std::move(connection), entries = std::move(entries),
                         now = std::move(now)](Store &store) {
        return store.takeOver(connection, entries, entriesOf(now()));
    });
}

QFuture<Result<Done>> Journal::setBatchState(qint64 id, JournalBatch::State state) const
{
    return m_store->run([id, state](Store &store) { return store.setBatchState(id, state); });
}

QFuture<Result<Done>> Journal::removeBatch(qint64 id) const
{
    return m_store->run([id](Store &store) { return store.removeBatch(id); });
}

} // namespace squall::workspace

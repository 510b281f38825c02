#include "models/editjournal.h"

#include <QFutureWatcher>

#include <algorithm>
#include <utility>

namespace squall::models {

EditJournal::EditJournal(workspace::Journal journal, QString connection, QObject *parent)
    : QObject(parent)
    , m_journal(std::move(journal))
    , m_connection(std::move(connection))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &EditJournal::flush);
}

EditJournal::~EditJournal()
{
    flush();
}

void EditJournal::save(const edit::StagedEdits &edits)
{
    auto &pending = m_pending[edits.relation()];
    pending.edits = edits;
    pending.draft.reset();
    if (pending.writing == 0)
        write(edits.relation(), pending);
}

void EditJournal::saveDraft(const edit::StagedEdits &edits, bool open)
{
    m_pending[edits.relation()].draft = open ? edits : edit::StagedEdits(edits.relation());
    // Not started anew with every letter: who types without a pause is not to lose it all.
    if (!m_typing.isActive())
        m_typing.start();
}

void EditJournal::flush()
{
    m_typing.stop();
    for (auto &[relation, pending] : m_pending)
        write(relation, pending);
}

void EditJournal::forget(const ObjectId &relation)
{
    auto &pending = m_pending[relation];
    pending.edits.reset();
    pending.draft.reset();
}

void EditJournal::write(const ObjectId &relation, Pending &pending)
{
    const auto bytesOf = [](const edit::StagedEdits &edits) {
        return [edits] { return edits.isEmpty() ? QByteArray() : edits.serialized(); };
    };
    const auto follow = [&](const QFuture<Result<Done>> &write) {
        ++pending.writing;
        auto *watcher = new QFutureWatcher<Result<Done>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, relation] {
            watcher->deleteLater();
            finish(relation, watcher->result());
        });
        watcher->setFuture(write);
    };
    if (const auto edits = std::exchange(pending.edits, std::nullopt))
        follow(m_journal.saveEdits(m_connection, relation, bytesOf(*edits)));
    if (const auto draft = std::exchange(pending.draft, std::nullopt))
        follow(m_journal.saveDraft(m_connection, relation, bytesOf(*draft)));
}

void EditJournal::finish(const ObjectId &relation, const Result<Done> &done)
{
    auto &pending = m_pending[relation];
    --pending.writing;
    if (pending.writing == 0 && pending.edits)
        write(relation, pending);
    if (!done)
        emit failed(done.error());
    if (isSettled())
        emit settled();
}

bool EditJournal::isSettled() const
{
    return std::all_of(m_pending.begin(), m_pending.end(), [](const auto &relation) {
        return relation.second.writing == 0 && !relation.second.edits && !relation.second.draft;
    });
}

void EditJournal::watch(const QFuture<Result<Done>> &write)
{
    auto *watcher = new QFutureWatcher<Result<Done>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (const auto done = watcher->result(); !done)
            emit failed(done.error());
    });
    watcher->setFuture(write);
}

} // namespace squall::models

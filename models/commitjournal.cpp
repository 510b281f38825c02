#include "core/pg/sessionpool.h"
#include "models/editjournal.h"
#include "models/stagedchanges.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

// What StagedChanges does about batches, and about what an earlier run has left.

namespace squall::models {

using workspace::JournalBatch;

namespace {

/// Whether it was committed nobody knows yet.
bool isBegun(const JournalBatch &batch)
{
    return batch.state == JournalBatch::State::Committing;
}

bool touches(const std::vector<edit::StagedEdits> &batch, const ObjectId &relation)
{
    return std::any_of(batch.begin(), batch.end(),
                       [&](const edit::StagedEdits &edits) { return edits.relation() == relation; });
}

qsizetype changesIn(const std::vector<edit::StagedEdits> &batch)
{
    return std::accumulate(
        batch.begin(), batch.end(), qsizetype(0),
        [](qsizetype sum, const edit::StagedEdits &edits) { return sum + edits.changeCount(); });
}

/// Whether all of `edits` were sent with `batch`.
bool contains(const std::vector<edit::StagedEdits> &batch, const edit::StagedEdits &edits)
{
    const auto same = std::find_if(batch.begin(), batch.end(), [&](const edit::StagedEdits &sent) {
        return sent.relation() == edits.relation();
    });
    if (same == batch.end())
        return false;
    const auto &rows = edits.rows();
    return std::all_of(rows.keyBegin(), rows.keyEnd(),
                       [&](const edit::RowIdentity &row) { return same->find(row); }) &&
           same->newRows().size() >= edits.newRows().size();
}

} // namespace

void StagedChanges::restore(const workspace::Journal &journal, const QString &connection)
{
    m_journal = std::make_unique<EditJournal>(journal, connection);
    connect(m_journal.get(), &EditJournal::settled, this, &StagedChanges::settled);
    connect(m_journal.get(), &EditJournal::failed, this, [this](const Error &error) {
        emit notice(tr("What you edit is not kept on disk: %1").arg(error.message));
    });
    m_reading.run(journal.read(connection),
                  [this](const Result<workspace::JournalContents> &contents) { adopt(contents); });
}

void StagedChanges::adopt(const Result<workspace::JournalContents> &contents)
{
    if (!contents) {
        m_journal.reset();
        emit notice(tr("What was edited before could not be read: %1").arg(contents.error().message));
        emit restored();
        return;
    }
    // A batch that nobody knows about is compared with what its own run had staged, and with nothing else.
    const auto begun = std::find_if(contents->batches.begin(), contents->batches.end(), isBegun);
    const auto waits = [&](const QString &owner) {
        return begun != contents->batches.end() && owner != begun->owner;
    };
    bool waiting = contents->elsewhere;
    for (const auto &batch : contents->batches) {
        if (!isBegun(batch) || !waits(batch.owner))
            adoptBatch(batch);
    }
    std::vector<workspace::JournalEntry> adopted;
    std::map<ObjectId, edit::StagedEdits> typed;
    for (const auto &kept : contents->entries) {
        const bool ours = !waits(kept.owner) && adoptEntry(kept, typed);
        waiting = waiting || !ours;
        if (ours)
            adopted.push_back(kept);
    }
    takeOver(adopted, typed);
    if (waiting)
        emit notice(
            tr("Another run of Squall has staged further edits on this connection. They come when that "
               "is closed, these are applied, and the connection is opened again."));
    emit committingChanged();
    emit committedBatchesChanged();
    emit restored();
    resolveNext();
}

/// What several runs have left of a relation becomes one, unless they touch the same rows: then the later one
/// waits where it is. `typed` has what stood in editors, too.
bool StagedChanges::adoptEntry(const workspace::JournalEntry &kept,
                               std::map<ObjectId, edit::StagedEdits> &typed)
{
    const auto none = edit::StagedEdits(kept.relation);
    const auto edits = kept.edits.isEmpty() ? none : edit::StagedEdits::parse(kept.edits);
    if (!edits) {
        emit notice(tr("What was edited in %1 was kept by another version of Squall and cannot be read.")
                        .arg(kept.relation.text()));
        return true;
    }
    const auto draft = kept.draft.isEmpty() ? edits : edit::StagedEdits::parse(kept.draft);
    const auto known = typed.find(kept.relation);
    const auto both =
        known == typed.end() ? draft.value_or(*edits) : together(known->second, draft.value_or(*edits));
    if (!both)
        return false;
    entry(kept.relation).edits = known == typed.end() ? *edits : *both;
    typed[kept.relation] = *both;
    emit changed(kept.relation);
    return true;
}

/// It is ours in the journal, too, before anything is changed.
void StagedChanges::takeOver(std::vector<workspace::JournalEntry> adopted,
                             const std::map<ObjectId, edit::StagedEdits> &typed)
{
    std::erase_if(adopted, [&](const workspace::JournalEntry &kept) {
        return kept.owner.isEmpty() || !typed.contains(kept.relation);
    });
    if (!adopted.empty())
        m_journal->watch(m_journal->journal().takeOver(m_journal->connection(), adopted, [typed] {
            std::vector<workspace::Journal::Left> now;
            for (const auto &[relation, edits] : typed)
                now.push_back({relation, edits.isEmpty() ? QByteArray() : edits.serialized()});
            return now;
        }));
    for (const auto &[relation, edits] : typed) {
        if (edits != entry(relation).edits)
            stage(edits, tr("Edit 1 cell"));
    }
}

void StagedChanges::adoptBatch(const JournalBatch &batch)
{
    const auto record = BatchRecord::parse(batch.content);
    if (!record)
        return;
    if (batch.state == JournalBatch::State::Committing)
        m_commits.push_back(
            {std::make_shared<std::atomic<qint64>>(batch.id), record->edits, batch.transaction, true});
    else
        m_committed.push_back({.id = batch.id,
                               .at = batch.at,
                               .undone = batch.state == JournalBatch::State::Undone,
                               .reversal = batch.state == JournalBatch::State::Reversal,
                               .rows = record->rows});
}

std::function<Result<Done>(const QByteArray &)>
StagedChanges::beginCommit(std::vector<edit::StagedEdits> batch)
{
    auto id = std::make_shared<std::atomic<qint64>>(0);
    m_commits.push_back({id, batch});
    emit committingChanged();
    if (!m_journal)
        return [](const QByteArray &) { return Done{}; };
    // What is staged has to stand in the journal before the batch does: it is compared with it.
    m_journal->flush();
    return [id, journal = m_journal->journal(), connection = m_journal->connection(),
            record = BatchRecord{.edits = std::move(batch)}](const QByteArray &transaction) -> Result<Done> {
        auto adding = journal.addBatch(connection, transaction, [record] { return record.serialized(); });
        adding.waitForFinished();
        const auto added = adding.result();
        if (!added)
            return added.error();
        *id = *added;
        return Done{};
    };
}

void StagedChanges::endCommit(const Result<CommitReport> &report)
{
    const auto begun =
        std::find_if(m_commits.begin(), m_commits.end(), [](const Commit &commit) { return !commit.lost; });
    if (begun == m_commits.end())
        return;
    if (report && report->outcome == CommitReport::Outcome::Unknown) {
        begun->lost = true;
        begun->transaction = report->transaction;
        resolveNext();
        return;
    }
    const auto commit = std::move(*begun);
    m_commits.erase(begun);
    if (report && report->outcome == CommitReport::Outcome::Committed)
        settle(commit, report->rows);
    else
        giveUp(commit);
    emit committingChanged();
}

bool StagedChanges::isCommitting(const ObjectId &relation) const
{
    return std::any_of(m_commits.begin(), m_commits.end(),
                       [&](const Commit &commit) { return touches(commit.edits, relation); });
}

bool StagedChanges::isSending() const
{
    return std::any_of(m_commits.begin(), m_commits.end(), [](const Commit &commit) { return !commit.lost; });
}

/// It was committed: what it held is staged no more.
void StagedChanges::settle(const Commit &commit, const std::vector<CommittedRow> &rows)
{
    std::vector<edit::StagedEdits> left;
    for (const auto &sent : commit.edits) {
        auto &entry = this->entry(sent.relation());
        entry = {.edits = without(entry.edits, sent)};
        left.push_back(entry.edits);
        if (m_journal)
            m_journal->forget(sent.relation());
    }
    const qint64 id = m_journal ? commit.id->load() : --m_unkeptId;
    if (m_journal) {
        const auto bytes = [left] {
            std::vector<workspace::Journal::Left> entries;
            for (const auto &edits : left)
                entries.push_back({edits.relation(), edits.isEmpty() ? QByteArray() : edits.serialized()});
            return entries;
        };
        const BatchRecord record{.edits = commit.edits, .rows = rows};
        m_journal->watch(m_journal->journal().settleBatch(
            m_journal->connection(), id, [record] { return record.serialized(); }, bytes));
    }
    m_committed.push_back({.id = id, .at = QDateTime::currentDateTime(), .rows = rows});
    if (m_committed.size() > workspace::Journal::mostBatches)
        m_committed.erase(m_committed.begin());
    markUndone(id, commit.edits);
    std::set<ObjectId> relations;
    for (const auto &sent : commit.edits) {
        relations.insert(sent.relation());
        emit changed(sent.relation());
    }
    emit committedBatchesChanged();
    emit written(relations, rows);
}

/// It was not: everything stays as it is staged.
void StagedChanges::giveUp(const Commit &commit)
{
    if (m_journal && *commit.id != 0)
        m_journal->watch(m_journal->journal().removeBatch(*commit.id));
}

void StagedChanges::resolve(pg::SessionPool *sessions)
{
    m_sessions = sessions;
    m_resolving.cancel();
    resolveNext();
}

/// Asks for the first batch that nobody knows about.
void StagedChanges::resolveNext()
{
    m_again.stop();
    const auto lost =
        std::find_if(m_commits.begin(), m_commits.end(), [](const Commit &commit) { return commit.lost; });
    if (lost == m_commits.end() || !m_sessions || m_resolving.isRunning())
        return;
    m_resolving.run(m_sessions->run([transaction = lost->transaction](pg::Connection &connection) {
        return batchOutcome(connection, transaction);
    }),
                    [this](const Result<BatchOutcome> &outcome) { learn(outcome); });
}

void StagedChanges::learn(const Result<BatchOutcome> &outcome)
{
    const auto lost =
        std::find_if(m_commits.begin(), m_commits.end(), [](const Commit &commit) { return commit.lost; });
    if (!outcome || *outcome == BatchOutcome::InProgress) {
        m_again.start();
        return;
    }
    const auto commit = std::move(*lost);
    m_commits.erase(lost);
    if (*outcome == BatchOutcome::Committed)
        settle(commit, {});
    else
        giveUp(commit);
    if (*outcome == BatchOutcome::Forgotten)
        emit notice(
            tr("The server does not know any more whether your last edits were applied. They are still "
               "staged: look at the rows before you apply them."));
    emit committingChanged();
    resolveNext();
}

std::vector<CommittedBatch> StagedChanges::committedBatches() const
{
    return {m_committed.rbegin(), m_committed.rend()};
}

std::vector<CommittedBatch> StagedChanges::reversibleBatches() const
{
    std::vector<CommittedBatch> batches;
    std::copy_if(
        m_committed.rbegin(), m_committed.rend(), std::back_inserter(batches),
        [](const CommittedBatch &batch) { return !batch.undone && !batch.reversal && !batch.rows.empty(); });
    return batches;
}

Result<Done> StagedChanges::reverse(qint64 batch, const catalog::Snapshot &snapshot)
{
    const auto found = std::find_if(m_committed.begin(), m_committed.end(),
                                    [&](const CommittedBatch &committed) { return committed.id == batch; });
    if (found == m_committed.end() || found->rows.empty())
        return Error{.code = Error::Code::NotFound,
                     .message = tr("What this batch has done to the rows is not known.")};
    if (found->undone)
        return Error{.code = Error::Code::Usage, .message = tr("This batch was taken back already.")};
    const auto reversed = reverseBatch(found->rows, snapshot);
    std::vector<edit::StagedEdits> next;
    for (const auto &edits : reversed) {
        auto both = together(entry(edits.relation()).edits, edits);
        if (!both || isCommitting(edits.relation()))
            return Error{.code = Error::Code::Conflict,
                         .message =
                             tr("Rows of %1 that this would take back have other edits. Apply or revert "
                                "those first.")
                                 .arg(edits.relation().text())};
        next.push_back(*std::move(both));
    }
    for (auto &edits : next)
        stage(std::move(edits), tr("Take back what was applied"));
    m_reversing[batch] = reversed;
    return Done{};
}

/// Those whose reverse was among what was just committed.
void StagedChanges::markUndone(qint64 by, const std::vector<edit::StagedEdits> &batch)
{
    for (auto reversing = m_reversing.begin(); reversing != m_reversing.end();) {
        const auto &[id, edits] = *reversing;
        const bool done = std::all_of(edits.begin(), edits.end(), [&](const edit::StagedEdits &relation) {
            return contains(batch, relation);
        });
        if (!done) {
            ++reversing;
            continue;
        }
        mark(id, &CommittedBatch::undone, JournalBatch::State::Undone);
        if (changesIn(batch) == changesIn(edits))
            mark(by, &CommittedBatch::reversal, JournalBatch::State::Reversal);
        reversing = m_reversing.erase(reversing);
    }
}

void StagedChanges::mark(qint64 batch, bool CommittedBatch::*flag, JournalBatch::State state)
{
    for (auto &committed : m_committed) {
        if (committed.id == batch)
            committed.*flag = true;
    }
    if (m_journal)
        m_journal->watch(m_journal->journal().setBatchState(batch, state));
}

} // namespace squall::models

#pragma once

#include "core/edit/stagededits.h"
#include "core/workspace/journal.h"
#include "models/batchrecord.h"
#include "models/latest.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

class EditJournal;

/// A batch that was committed, as it can be taken back.
struct CommittedBatch
{
    qint64 id = 0;
    QDateTime at = {};
    bool undone = false;
    bool reversal = false; ///< it did nothing but take an earlier one back
    /// Empty when Squall ended before it had heard from the server: then it cannot be taken back.
    std::vector<CommittedRow> rows = {};
};

/// What somebody means to change in one database and has not sent yet, relation by relation, each with its
/// own undo. It outlives every view that shows it and, through the journal, the process.
class StagedChanges : public QObject
{
    Q_OBJECT

public:
    explicit StagedChanges(QObject *parent = nullptr);
    ~StagedChanges() override;

    /// Empty ones where nothing is staged. Follows what is staged later.
    const edit::StagedEdits &edits(const ObjectId &relation) const;
    /// Those with changes, in their order.
    QList<ObjectId> relations() const;
    /// Rows that are inserted, changed or removed.
    qsizetype changeCount() const;
    qsizetype changeCount(const ObjectId &relation) const;
    /// Why what is staged for a relation cannot be applied to the schema as it is now; empty when it can. It
    /// is kept all the same.
    QString fault(const ObjectId &relation, const catalog::Snapshot &snapshot) const;

    /// From now on `next` is what is staged for its relation. `what` names the step for undo: `Edit 3 cells`.
    /// Steps of several relations that somebody made as one have one `number`, which is `nextStep()`.
    void stage(edit::StagedEdits next, const QString &what, qint64 number = 0);
    qint64 nextStep() { return ++m_steps; }
    void undo(const ObjectId &relation);
    void redo(const ObjectId &relation);
    bool canUndo(const ObjectId &relation) const;
    bool canRedo(const ObjectId &relation) const;
    /// The step that `undo` takes back, or `redo` does again; empty when there is none.
    QString undoText(const ObjectId &relation) const;
    QString redoText(const ObjectId &relation) const;
    /// Its number; 0 when there is none. What was done later has a higher one.
    qint64 undoStep(const ObjectId &relation) const;
    qint64 redoStep(const ObjectId &relation) const;
    /// Given up: neither they nor their undo come back.
    void clear(const QList<ObjectId> &relations);

    /// What would be staged if the editor that is open were closed now: journalled, so that it comes back,
    /// and nothing else. Staging ends it.
    void setDraft(const edit::StagedEdits &next);
    void dropDraft(const ObjectId &relation);

    /// Reads what was staged on this connection when it was last open, and keeps from now on what is. Nothing
    /// may be staged before `restored`.
    void restore(const workspace::Journal &journal, const QString &connection);
    bool isRestored() const { return !m_reading.isRunning(); }
    /// Everything that was staged survives the death of this process.
    bool isSettled() const;

    /// The batch is to be sent: until `endCommit` its relations are left alone. The answer is for
    /// CommitOptions::beforeCommit.
    std::function<Result<Done>(const QByteArray &)> beginCommit(std::vector<edit::StagedEdits> batch);
    /// What became of it. What was committed is staged no more; what nobody knows is asked of the server.
    void endCommit(const Result<CommitReport> &report);
    /// A batch with edits of this relation is on its way, or it is not known yet whether it was committed.
    bool isCommitting(const ObjectId &relation) const;
    /// A batch is being sent, in a transaction that is open.
    bool isSending() const;
    /// For asking what became of batches whose answer was lost; outlives this object or the next call.
    void resolve(pg::SessionPool *sessions);

    /// The last ones, newest first.
    std::vector<CommittedBatch> committedBatches() const;
    /// Those that somebody made and that can be taken back, newest first.
    std::vector<CommittedBatch> reversibleBatches() const;
    /// nullptr when there is none.
    const CommittedBatch *lastBatch() const { return m_committed.empty() ? nullptr : &m_committed.back(); }
    /// Stages what takes a committed batch back; refused where a row has other edits.
    Result<Done> reverse(qint64 batch, const catalog::Snapshot &snapshot);

signals:
    void changed(const squall::ObjectId &relation);
    void restored();
    void settled();
    /// `isSending`, or `isCommitting` for some relation, is another.
    void committingChanged();
    void committedBatchesChanged();
    /// A batch is in the database. What became of its rows is not told when the answer was lost.
    void written(const std::set<squall::ObjectId> &relations,
                 const std::vector<squall::models::CommittedRow> &rows);
    /// Something to know that has no better place.
    void notice(const QString &text);

private:
    struct Step
    {
        QString what;
        edit::StagedEdits edits; ///< as they were on the other side of the step
        qint64 number = 0;
    };
    struct Entry
    {
        edit::StagedEdits edits;
        std::vector<Step> undo = {};
        std::vector<Step> redo = {};
    };
    /// A batch that was begun and not ended.
    struct Commit
    {
        /// In the journal; 0 until the transaction was about to be committed. Written by the session's
        /// thread.
        std::shared_ptr<std::atomic<qint64>> id;
        std::vector<edit::StagedEdits> edits;
        QByteArray transaction = {};
        bool lost = false; ///< the server is to be asked
    };

    Entry &entry(const ObjectId &relation) const;
    void step(const ObjectId &relation, std::vector<Step> Entry::*from, std::vector<Step> Entry::*to);
    void save(const ObjectId &relation);
    void adopt(const Result<workspace::JournalContents> &contents);
    bool adoptEntry(const workspace::JournalEntry &kept, std::map<ObjectId, edit::StagedEdits> &typed);
    void takeOver(std::vector<workspace::JournalEntry> adopted,
                  const std::map<ObjectId, edit::StagedEdits> &typed);
    void adoptBatch(const workspace::JournalBatch &batch);
    void settle(const Commit &commit, const std::vector<CommittedRow> &rows);
    void giveUp(const Commit &commit);
    void resolveNext();
    void learn(const Result<BatchOutcome> &outcome);
    void markUndone(qint64 by, const std::vector<edit::StagedEdits> &batch);
    void mark(qint64 batch, bool CommittedBatch::*flag, workspace::JournalBatch::State state);

    /// An entry without edits says nothing; asking for one makes it.
    mutable std::map<ObjectId, Entry> m_entries;
    std::set<ObjectId> m_drafts; ///< relations with a draft in the journal
    std::unique_ptr<EditJournal> m_journal;
    Latest<Result<workspace::JournalContents>> m_reading;
    std::vector<Commit> m_commits;
    std::vector<CommittedBatch> m_committed; ///< oldest first
    /// Batches whose reverse is staged.
    std::map<qint64, std::vector<edit::StagedEdits>> m_reversing;
    qint64 m_steps = 0;    ///< that were numbered so far
    qint64 m_unkeptId = 0; ///< for batches without a journal, from -1 down
    pg::SessionPool *m_sessions = nullptr;
    Latest<Result<BatchOutcome>> m_resolving;
    QTimer m_again;
};

} // namespace squall::models

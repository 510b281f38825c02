#pragma once

#include "core/base/objectid.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace squall::workspace {

class StoreThread;

/// What is staged for one relation, and the same with the text that stands in an open editor.
struct JournalEntry
{
    ObjectId relation = {};
    QByteArray edits = {}; ///< empty: none
    QByteArray draft = {};
    /// The run that left it, when that is not this one: see `takeOver`.
    QString owner = {};
};

/// A batch that was sent, or was about to be.
struct JournalBatch
{
    enum class State {
        Committing, ///< whether its transaction was committed, the server has to say
        Committed,
        Undone,   ///< a later batch took it back
        Reversal, ///< it does nothing but take an earlier one back
    };

    qint64 id = 0;
    QDateTime at = {};
    State state = State::Committing;
    QByteArray transaction = {};
    QByteArray content = {};
    QString owner = {}; ///< as of a JournalEntry
};

struct JournalContents
{
    std::vector<JournalEntry> entries = {}; ///< of one relation there can be several, left by several runs
    std::vector<JournalBatch> batches = {}; ///< in the order in which they were sent
    bool elsewhere = false; ///< a program that runs at the same time has something staged here, too
};

/// What was staged and committed on each connection, so that nothing is lost when the process dies: a handle
/// on the workspace, valid on any thread, also when the Workspace is gone; then nothing is kept and every
/// future holds the reason. A write's future is done when the write will survive.
///
/// What is staged belongs to the Workspace that wrote it, told by a locked file beside its own, as long as
/// that is open; afterwards to the first other one that reads it.
class Journal
{
public:
    /// Made on the journal's thread: what is kept can be large.
    using Bytes = std::function<QByteArray()>;
    /// So many batches of a connection are kept.
    static constexpr int mostBatches = 50;

    explicit Journal(std::shared_ptr<StoreThread> store);

    QFuture<Result<JournalContents>> read(QString connection) const;
    /// Replaces the relation's entry: what stood in an editor is now among the edits, or given up.
    QFuture<Result<Done>> saveEdits(QString connection, ObjectId relation, Bytes edits) const;
    QFuture<Result<Done>> saveDraft(QString connection, ObjectId relation, Bytes draft) const;

    /// A batch whose COMMIT is to be sent as soon as this is done. Answers with its id.
    QFuture<Result<qint64>> addBatch(QString connection, QByteArray transaction, Bytes content) const;
    /// It was committed: at once the batch is history and `left` is all that is still staged.
    struct Left
    {
        ObjectId relation = {};
        QByteArray edits = {};
    };
    QFuture<Result<Done>> settleBatch(QString connection, qint64 id, Bytes content,
                                      std::function<std::vector<Left>()> left) const;
    /// What other runs have left is ours at once: `now` holds these entries, and batches that their owners
    /// began are ended here.
    QFuture<Result<Done>> takeOver(QString connection, std::vector<JournalEntry> entries,
                                   std::function<std::vector<Left>()> now) const;
    QFuture<Result<Done>> setBatchState(qint64 id, JournalBatch::State state) const;
    /// It was rolled back.
    QFuture<Result<Done>> removeBatch(qint64 id) const;

private:
    std::shared_ptr<StoreThread> m_store;
};

} // namespace squall::workspace

#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/edit/stagededits.h"
#include "core/edit/statements.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace squall::pg {
class Connection;
class WriteLock;
}

namespace squall::models {

// Blocking, to be run on a Session.

/// What one press of Apply sends: edits, and the statements that they become, just as they are shown.
struct Batch
{
    std::vector<edit::StagedEdits> edits = {};
    std::vector<edit::Statement> statements = {};
    catalog::SnapshotPtr snapshot = {};
};
Result<Batch> prepareBatch(std::vector<edit::StagedEdits> edits, catalog::SnapshotPtr snapshot);

struct CommitOptions
{
    /// Zero: what the server has.
    std::chrono::milliseconds lockTimeout{0};
    std::chrono::milliseconds statementTimeout{0};
    /// Everything is tried, deferred constraints too, and then rolled back.
    bool dryRun = false;
    /// Nothing is sent while it is locked.
    std::shared_ptr<const pg::WriteLock> lock = {};
    /// Called with the transaction's number when all statements have run and COMMIT has not been sent; not in
    /// a dry run. Its error rolls back.
    std::function<Result<Done>(const QByteArray &transaction)> beforeCommit = {};
};

/// A row that a batch wrote.
struct CommittedRow
{
    edit::Statement::Verb verb = edit::Statement::Verb::Update;
    ObjectId relation = {};
    qint64 newRow = 0;             ///< of an insert: NewRow::id
    edit::RowIdentity before = {}; ///< how an updated or deleted row was called
    edit::RowIdentity after = {};  ///< how an updated or inserted one is called
    QStringList columns = {};      ///< that were set
    edit::RowValues old = {};      ///< as it was read; what was set or deleted is sure
    edit::RowValues now = {};      ///< as the server has it, whatever triggers did; empty when deleted
};

/// What kept a batch from being committed, and where.
struct CommitFault
{
    Error error;
    int statement = -1; ///< index in the batch; -1 when it is none of them
    ObjectId relation = {};
    edit::RowIdentity row = {};
    qint64 newRow = 0;
    QStringList columns = {}; ///< that are to blame, as far as that is known
};

struct CommitReport
{
    enum class Outcome {
        Committed,
        Checked, ///< the dry run went through
        Refused, ///< nothing was changed; `faults` says why
        Unknown, ///< the answer to COMMIT was lost, and so far nobody can tell: ask `batchOutcome` later
    };

    Outcome outcome = Outcome::Refused;
    QByteArray transaction = {}; ///< for `batchOutcome`
    std::vector<CommittedRow> rows = {};
    /// The first is what ended it; the others are rows that changed underneath as well.
    std::vector<CommitFault> faults = {};
};

/// Runs the batch in one transaction of its own; each statement has to touch exactly one row, anything else
/// is an Error::Code::Conflict. Never sends a batch twice: when the answer to COMMIT is lost, it asks the
/// server what became of the transaction. An error instead of a report: nothing was sent.
Result<CommitReport> commit(pg::Connection &connection, const Batch &batch,
                            const CommitOptions &options = {});

enum class BatchOutcome {
    Committed,
    RolledBack,
    InProgress,
    Forgotten, ///< the server no longer knows, or never knew: it may be another one
};
/// What became of a transaction, named by a TransactionId; asks again for up to `patience` while it is still
/// in progress.
Result<BatchOutcome> batchOutcome(pg::Connection &connection, const QByteArray &transaction,
                                  std::chrono::milliseconds patience = {});

/// The edits that take a committed batch back. Their originals are the rows as the batch left them, so that
/// what changed since is a conflict. What a delete took along by its foreign keys does not come back.
std::vector<edit::StagedEdits> reverseBatch(const std::vector<CommittedRow> &rows,
                                            const catalog::Snapshot &snapshot);

} // namespace squall::models

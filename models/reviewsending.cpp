#include "core/pg/connection.h"
#include "models/opendatabase.h"
#include "models/pooled.h"
#include "models/reviewmodel.h"
#include "models/rowmerges.h"
#include "models/stagedchanges.h"

#include <QLocale>

#include <utility>

// How ReviewModel has it tried and written, and what comes of that.

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds carefulLockTimeout{3};
constexpr std::chrono::seconds carefulStatementTimeout{30};
/// More than so many rows are tried before they are written where others have their data.
constexpr size_t mostUntried = 20;

/// What the server made of a row beside what it was told to.
int othersIn(const CommittedRow &row)
{
    int others = 0;
    for (auto now = row.now.begin(); now != row.now.end(); ++now) {
        if (row.verb == edit::Statement::Verb::Update && !row.columns.contains(now.key()) &&
            row.old.contains(now.key()) && row.old.value(now.key()) != now.value())
            ++others;
    }
    return others;
}

/// What is staged for one row; its number as a new one stays.
edit::StagedEdits only(edit::StagedEdits edits, const edit::RowIdentity &row, qint64 newRow)
{
    const auto rows = edits.rows();
    for (auto other = rows.keyBegin(); other != rows.keyEnd(); ++other) {
        if (newRow != 0 || *other != row)
            edits.revert(*other);
    }
    const auto newRows = edits.newRows();
    for (const auto &other : newRows) {
        if (other.id != newRow)
            edits.removeNew(other.id);
    }
    return edits;
}

} // namespace

CommitOptions ReviewModel::options() const
{
    CommitOptions options;
    const auto environment = m_database.form().connectionClass();
    options.lock = m_database.writeLock();
    // Where others work too, nobody waits long behind us.
    if (environment == ConnectionClass::Staging || environment == ConnectionClass::Production)
        options.lockTimeout = carefulLockTimeout;
    if (environment == ConnectionClass::Production)
        options.statementTimeout = carefulStatementTimeout;
    return options;
}

bool ReviewModel::triesFirst() const
{
    const auto environment = m_database.form().connectionClass();
    const bool shared = environment == ConnectionClass::Shared || environment == ConnectionClass::Staging;
    return !m_trial &&
           (environment == ConnectionClass::Production || (shared && m_prepared.statements > mostUntried));
}

void ReviewModel::apply()
{
    if (canApply())
        send(*m_prepared.batch, triesFirst());
}

bool ReviewModel::canApplyRow() const
{
    return m_state == State::Ready && !m_preparingSoon.isActive() && !m_preparingRow.isRunning() &&
           !isLocked() && m_database.snapshot();
}

void ReviewModel::applyRow(const ObjectId &relation, const edit::RowIdentity &row, qint64 newRow)
{
    m_alone = relation;
    const auto alone = only(m_database.changes().edits(relation), row, newRow);
    m_preparingRow.run(
        pooled([alone, snapshot = m_database.snapshot()] { return PreparedReview::of({alone}, snapshot); }),
        [this](const PreparedReview &prepared) { sendRow(prepared); });
}

/// Unless everything was sent meanwhile, this row with it.
void ReviewModel::sendRow(const PreparedReview &prepared)
{
    const bool busy = m_state == State::Applying || m_state == State::Uncertain;
    if (m_alone && !busy && prepared.batch && prepared.statements > 0)
        send(*prepared.batch, false);
    else
        endRow(prepared.error ? prepared.error->message : QString());
}

void ReviewModel::endRow(const QString &why)
{
    if (const auto relation = std::exchange(m_alone, std::nullopt))
        emit rowEnded(*relation, why);
}

void ReviewModel::send(const Batch &batch, bool tryOnly)
{
    m_stale = m_preparingSoon.isActive() || m_preparing.isRunning();
    m_preparingSoon.stop();
    m_preparing.cancel();
    m_error.reset();
    m_trial.reset();
    m_refusals.clear();
    m_blamed.clear();
    m_merges->clear();
    setState(State::Applying);
    auto commitOptions = options();
    commitOptions.dryRun = tryOnly;
    if (!tryOnly)
        commitOptions.beforeCommit = m_database.changes().beginCommit(batch.edits);
    auto stop = std::make_shared<Stop>();
    m_stop = stop;
    m_committing.run(
        m_database.workbench().sessions().run([batch, commitOptions, stop](pg::Connection &connection) {
            stop->store(connection.interrupt());
            return commit(connection, batch, commitOptions);
        }),
        [this, tryOnly](const Result<CommitReport> &report) {
            if (tryOnly)
                finishTrial(report);
            else
                finish(report);
        });
}

/// Nothing was to be written: what is staged is no other whatever came of it.
void ReviewModel::finishTrial(const Result<CommitReport> &report)
{
    m_state = State::Ready;
    if (!report) {
        m_error = report.error();
    } else if (report->outcome == CommitReport::Outcome::Checked) {
        Trial trial{.rows = static_cast<int>(report->rows.size())};
        for (const auto &row : report->rows)
            trial.others += othersIn(row);
        m_trial = trial;
    } else {
        refuse(report->faults);
    }
    if (std::exchange(m_stale, false))
        prepareSoon();
    emit stateChanged();
}

void ReviewModel::cancel()
{
    // The report is waited for all the same: what was asked to stop may have been committed.
    if (m_state != State::Applying || !m_stop)
        return;
    if (const auto interrupt = m_stop->load())
        interrupt->request();
}

void ReviewModel::finish(const Result<CommitReport> &report)
{
    // Leaves this model as it is: what was sent stays listed until its fate is told.
    m_database.changes().endCommit(report);
    if (!report) {
        m_error = report.error();
        setState(State::Ready);
    } else {
        switch (report->outcome) {
        case CommitReport::Outcome::Committed: succeed(*report); break;
        case CommitReport::Outcome::Refused: refuse(report->faults); break;
        case CommitReport::Outcome::Unknown: setState(State::Uncertain); break;
        case CommitReport::Outcome::Checked: setState(State::Ready); break;
        }
    }
    if (m_state == State::Ready && std::exchange(m_stale, false))
        prepareSoon();
    endRow(m_error ? m_error->message : QString());
}

void ReviewModel::succeed(const CommitReport &report)
{
    const auto count = static_cast<int>(report.rows.size());
    setState(State::Ready);
    prepareNow();
    emit applied(count == 1 ? tr("1 row written") : tr("%1 rows written").arg(QLocale().toString(count)));
}

void ReviewModel::refuse(const std::vector<CommitFault> &faults)
{
    if (faults.empty())
        return;
    m_error = faults.front().error;
    std::vector<CommitFault> moved;
    const auto rows = rowsByName();
    for (const auto &fault : faults) {
        const auto found = rows.find({fault.relation, fault.row, fault.newRow});
        const int row = found == rows.end() ? -1 : found->second;
        if (fault.error.code == Error::Code::Conflict && fault.newRow == 0)
            moved.push_back(fault);
        if (row < 0)
            continue;
        m_refusals.insert(entryOf(row), fault.error.message);
        if (!fault.columns.isEmpty())
            m_blamed.insert(entryOf(row), fault.columns.first());
        emit dataChanged(index(row), index(row));
    }
    setState(State::Ready);
    m_merges->read(moved);
    if (const int row = faultyRow(); row >= 0)
        emit refused(row);
}

} // namespace squall::models

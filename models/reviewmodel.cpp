#include "models/reviewmodel.h"

#include "core/pg/connection.h"
#include "models/opendatabase.h"
#include "models/pooled.h"
#include "models/rowmerges.h"
#include "models/stagedcascades.h"
#include "models/stagedchanges.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <set>

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

ReviewModel::ReviewModel(OpenDatabase &database, QObject *parent)
    : QAbstractListModel(parent)
    , m_database(database)
    , m_cascades(database.cascades())
    , m_merges(new RowMerges(database, this))
{
    m_preparingSoon.setSingleShot(true);
    m_preparingSoon.setInterval(0);
    connect(&m_preparingSoon, &QTimer::timeout, this, &ReviewModel::prepareNow);
    connect(&database.changes(), &StagedChanges::changed, this, &ReviewModel::prepareSoon);
    connect(&database, &OpenDatabase::snapshotChanged, this, &ReviewModel::prepareSoon);
    connect(&database, &OpenDatabase::writingChanged, this, &ReviewModel::stateChanged);
    connect(&m_cascades, &StagedCascades::changed, this, &ReviewModel::showEffects);
    connect(m_merges, &RowMerges::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0), index(rowCount() - 1));
    });
    prepareSoon();
}

ReviewModel::~ReviewModel() = default;

void ReviewModel::prepareSoon()
{
    m_trial.reset();
    // What is being sent stays as it was shown.
    if (m_state == State::Applying || m_state == State::Uncertain)
        m_stale = true;
    else
        m_preparingSoon.start();
}

void ReviewModel::prepareNow()
{
    const auto snapshot = m_database.snapshot();
    if (!snapshot)
        return;
    std::vector<edit::StagedEdits> edits;
    for (const auto &relation : m_database.changes().relations())
        edits.push_back(m_database.changes().edits(relation));
    setState(State::Preparing);
    m_preparing.run(pooled([edits, snapshot] { return PreparedReview::of(edits, snapshot); }),
                    [this](const PreparedReview &prepared) { take(prepared); });
}

void ReviewModel::take(PreparedReview prepared)
{
    beginResetModel();
    m_prepared = std::move(prepared);
    m_error = m_prepared.error;
    m_refusals.clear();
    m_blamed.clear();
    m_merges->prune();
    m_lines.clear();
    for (size_t i = 0; i < m_prepared.entries.size(); ++i) {
        const auto &relation = m_prepared.entries[i].relation;
        if (m_lines.empty() || m_lines.back().relation != relation)
            m_lines.push_back({.relation = relation});
        m_lines.push_back({Line::Kind::Entry, relation, static_cast<int>(i)});
    }
    m_effects = cascadeLines(m_cascades.all());
    addEffectLines();
    endResetModel();
    setState(State::Ready);
    emit statementsChanged();
}

bool ReviewModel::willBeRefused() const
{
    return std::any_of(m_effects.begin(), m_effects.end(),
                       [](const CascadeLine &effect) { return effect.refused; });
}

bool ReviewModel::canApply() const
{
    return m_state == State::Ready && m_prepared.statements > 0 && !isLocked();
}

bool ReviewModel::isLocked() const
{
    return m_database.isWritingLocked();
}

/// -1 for what is no staged row.
int ReviewModel::entryOf(int row) const
{
    const auto &line = m_lines[static_cast<size_t>(row)];
    return line.kind == Line::Kind::Entry ? line.number : -1;
}

std::optional<std::pair<int, int>> ReviewModel::sqlRange(int row) const
{
    const int entry = entryOf(row);
    const int statement = entry < 0 ? -1 : m_prepared.statementOf[static_cast<size_t>(entry)];
    if (statement < 0)
        return std::nullopt;
    return m_prepared.ranges[static_cast<size_t>(statement)];
}

const ReviewEntry *ReviewModel::entry(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int entry = entryOf(row);
    return entry < 0 ? nullptr : &m_prepared.entries[static_cast<size_t>(entry)];
}

std::map<ReviewModel::RowName, int> ReviewModel::rowsByName() const
{
    std::map<RowName, int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (const auto *one = entry(row))
            rows.emplace(RowName{one->relation, one->row, one->newRow}, row);
    }
    return rows;
}

QString ReviewModel::blamedColumn(int row) const
{
    const auto *staged = entry(row);
    if (!staged)
        return {};
    const auto first = staged->changes.empty() ? QString() : staged->changes.front().column;
    return m_blamed.value(entryOf(row), first);
}

int ReviewModel::faultyRow() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_refusals.contains(entryOf(row)) || isMoved(entryOf(row)))
            return row;
    }
    return -1;
}

void ReviewModel::revert(const QList<int> &rows)
{
    if (m_state == State::Applying)
        return;
    std::set<ObjectId> whole;
    std::map<ObjectId, std::set<int>> entries;
    for (const int row : rows) {
        const auto &line = m_lines[static_cast<size_t>(row)];
        if (line.kind == Line::Kind::Relation)
            whole.insert(line.relation);
        else if (line.kind == Line::Kind::Entry)
            entries[line.relation].insert(line.number);
    }
    for (const auto &relation : whole)
        entries.erase(relation);
    for (const auto &[relation, numbers] : entries) {
        auto edits = m_database.changes().edits(relation);
        for (const int number : numbers) {
            const auto &one = m_prepared.entries[static_cast<size_t>(number)];
            if (one.newRow != 0)
                edits.removeNew(one.newRow);
            else
                edits.revert(one.row);
        }
        m_revertedIn = relation;
        m_database.changes().stage(std::move(edits),
                                   numbers.size() == 1 ? tr("Revert a row") : tr("Revert rows"));
    }
    for (const auto &relation : whole) {
        m_revertedIn = relation;
        m_database.changes().stage(edit::StagedEdits(relation), tr("Revert rows"));
    }
}

bool ReviewModel::canRevert(int row) const
{
    const auto kind = m_lines[static_cast<size_t>(row)].kind;
    return kind == Line::Kind::Entry || kind == Line::Kind::Relation;
}

void ReviewModel::revertAll(const ObjectId &relation)
{
    for (int row = 0; row < rowCount(); ++row) {
        const auto &line = m_lines[static_cast<size_t>(row)];
        if (line.kind == Line::Kind::Relation && line.relation == relation)
            return revert({row});
    }
}

void ReviewModel::undo(int row)
{
    const auto *one = entry(row);
    const auto relation = one ? one->relation : m_revertedIn;
    if (m_state != State::Applying && m_database.changes().canUndo(relation))
        m_database.changes().undo(relation);
}

void ReviewModel::setCurrentRow(int row)
{
    if (const auto *one = entry(row); one && one->newRow == 0)
        m_merges->setCurrent(one->relation, one->row);
    else
        m_merges->setCurrent({}, {});
}

bool ReviewModel::isMoved(int entry) const
{
    if (entry < 0)
        return false;
    const auto &one = m_prepared.entries[static_cast<size_t>(entry)];
    return one.newRow == 0 && m_merges->contains(one.relation, one.row);
}

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

void ReviewModel::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

} // namespace squall::models

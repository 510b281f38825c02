#include "models/reviewmodel.h"

#include "models/opendatabase.h"
#include "models/pooled.h"
#include "models/rowmerges.h"
#include "models/stagedcascades.h"
#include "models/stagedchanges.h"

#include <algorithm>
#include <map>
#include <set>

namespace squall::models {

using namespace Qt::StringLiterals;

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

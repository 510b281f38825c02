// What is done to the cells of a result.
#include "models/opendatabase.h"
#include "models/query/editedresultmodel.h"

#include <algorithm>
#include <limits>
#include <map>

namespace squall::models {

using edit::NewValue;
using edit::StagedEdits;

const ObjectId &EditedResultModel::relation(int table) const
{
    return m_origins.tables[static_cast<size_t>(table)].source.id;
}

std::optional<TouchedRow> EditedResultModel::touch(const Cell &cell) const
{
    const int table = tableOf(cell.column);
    if (table < 0 || cell.row < 0 || cell.row >= rowCount())
        return std::nullopt;
    const auto row = static_cast<int>(cell.row);
    auto named = identity(row, table);
    if (!named)
        return std::nullopt;
    TouchedRow touched{.number = m_result.rowRead(row), .identity = *std::move(named)};
    for (const auto &[name, place] : m_origins.tables[static_cast<size_t>(table)].places) {
        const auto value = m_result.cell(row, place);
        touched.seen.insert(name, value ? Query::Parameter(value->toByteArray()) : std::nullopt);
    }
    return touched;
}

qint64 EditedResultModel::rowOf(const TouchedRow &row) const
{
    return m_result.rowShown(row.number);
}

QFuture<Result<Query::Parameter>> EditedResultModel::wholeValue(const Cell &cell)
{
    const auto index = this->index(static_cast<int>(cell.row), cell.column);
    if (index.data(EditMarkRole).value<EditMark>() == EditMark::Changed) {
        const auto value = index.data(Qt::EditRole).value<NewValue>();
        return ready(value.kind == NewValue::Kind::Text ? Query::Parameter(value.text) : std::nullopt);
    }
    const auto value = m_result.cell(index.row(), index.column());
    return ready(value ? Query::Parameter(value->toByteArray()) : std::nullopt);
}

void EditedResultModel::stage(int table, const std::vector<Change> &changes, const QString &what, qint64 step)
{
    auto *staging = m_parts[static_cast<size_t>(table)].staging;
    if (!staging)
        return;
    std::map<edit::RowIdentity, TouchedRow> rows;
    for (const auto &change : changes)
        rows.emplace(change.row.identity, change.row);
    RowStaging::Gesture gesture;
    for (const auto &[identity, row] : rows)
        gesture.rows.push_back(row);
    gesture.carryOut = [&staged = m_changes, id = relation(table), changes, what,
                        step](const OriginalRows &originals) {
        auto next = staged.edits(id);
        for (const auto &[row, column, value] : changes)
            next.set(row.identity, originals.value(row.identity), column, value);
        staged.stage(std::move(next), what, step);
    };
    staging->perform(std::move(gesture));
}

void EditedResultModel::assign(const QList<Assignment> &assignments, const QString &what)
{
    if (refuseMany(assignments.size()))
        return;
    const auto kept = allowed(assignments);
    std::map<int, std::vector<Change>> changes;
    for (const auto &[cell, value] : kept) {
        if (const auto row = touch(cell))
            changes[tableOf(cell.column)].push_back({*row, columnName(cell.column), value});
    }
    const auto step = m_changes.nextStep();
    for (const auto &[table, ofTable] : changes)
        stage(table, ofTable, what.isEmpty() ? stepText(kept.size()) : what, step);
}

void EditedResultModel::setValue(const TouchedRow &row, int column, const NewValue &value)
{
    const auto shown = rowOf(row);
    const auto why = shown >= 0 ? refusal(Cell{shown, column}) : refusal();
    const int table = tableOf(column);
    if (!why.isEmpty() || table < 0)
        emit refused(shown, column, why);
    else
        stage(table, {{row, columnName(column), value}}, stepText(1), m_changes.nextStep());
}

void EditedResultModel::revert(const QList<Cell> &cells)
{
    if (refuseMany(cells.size()))
        return;
    std::map<int, std::vector<Change>> changes;
    qsizetype count = 0;
    for (const auto &cell : cells) {
        if (const auto row = touch(cell)) {
            changes[tableOf(cell.column)].push_back({*row, columnName(cell.column), {}});
            ++count;
        }
    }
    const auto what = count == 1 ? tr("Revert 1 cell") : tr("Revert %L1 cells").arg(count);
    const auto step = m_changes.nextStep();
    for (const auto &[table, ofTable] : changes) {
        perform(table, [&staged = m_changes, id = relation(table), changes = ofTable, what, step] {
            auto next = staged.edits(id);
            for (const auto &change : changes) {
                const auto *edit = next.find(change.row.identity);
                next.revert(change.row.identity, edit && edit->removed ? QString() : change.column);
            }
            staged.stage(std::move(next), what, step);
        });
    }
}

/// After what is still on its way for the table.
void EditedResultModel::perform(int table, std::function<void()> act)
{
    if (table < 0 || table >= std::ssize(m_parts))
        return;
    if (auto *staging = m_parts[static_cast<size_t>(table)].staging)
        staging->perform({.carryOut = [act = std::move(act)](const OriginalRows &) { act(); }});
}

bool EditedResultModel::refuseMany(qsizetype cells)
{
    if (cells > mostCells)
        emit refused(0, 0,
                     tr("Select fewer cells: %L1 of a result are changed together at most.").arg(mostCells));
    return cells > mostCells;
}

void EditedResultModel::refuseRows()
{
    emit refused(0, 0, tr("The rows of a result are those of its query: add and delete rows in the table."));
}

void EditedResultModel::setBlockAndRest(const Cell &, const Block &, qint64)
{
    refuseRows();
}

void EditedResultModel::insertBlock(const QList<int> &, const Block &)
{
    refuseRows();
}

qint64 EditedResultModel::addRow()
{
    refuseRows();
    return -1;
}

void EditedResultModel::duplicateRows(const QList<qint64> &)
{
    refuseRows();
}

void EditedResultModel::removeRows(const QList<qint64> &)
{
    refuseRows();
}

void EditedResultModel::setDraft(const TouchedRow &row, int column, const NewValue &value)
{
    const int table = tableOf(column);
    auto *staging = table < 0 ? nullptr : m_parts[static_cast<size_t>(table)].staging;
    if (!staging || !refusal().isEmpty())
        return;
    m_drafted = table;
    staging->perform({{row},
                      [&staged = m_changes, id = relation(table), row, name = columnName(column),
                       value](const OriginalRows &originals) {
                          auto next = staged.edits(id);
                          next.set(row.identity, originals.value(row.identity), name, value);
                          staged.setDraft(next);
                      }});
}

void EditedResultModel::dropDraft()
{
    const int table = std::exchange(m_drafted, -1);
    if (table >= 0)
        perform(table, [&staged = m_changes, id = relation(table)] { staged.dropDraft(id); });
}

/// Those of the last step that was made in any of the tables: one may have been made in several.
std::vector<int> EditedResultModel::undoTables() const
{
    qint64 last = 0;
    std::vector<int> tables;
    for (int table = 0; table < std::ssize(m_parts); ++table) {
        const auto step =
            m_parts[static_cast<size_t>(table)].staging ? m_changes.undoStep(relation(table)) : 0;
        if (step > last)
            tables.clear();
        last = std::max(last, step);
        if (step > 0 && step == last)
            tables.push_back(table);
    }
    return tables;
}

/// Those of the step that was taken back last, unless something was done since.
std::vector<int> EditedResultModel::redoTables() const
{
    qint64 first = std::numeric_limits<qint64>::max();
    std::vector<int> tables;
    for (int table = 0; table < std::ssize(m_parts); ++table) {
        const auto step =
            m_parts[static_cast<size_t>(table)].staging ? m_changes.redoStep(relation(table)) : 0;
        if (step == 0 || step > first)
            continue;
        if (step < first)
            tables.clear();
        first = step;
        tables.push_back(table);
    }
    const auto done = undoTables();
    const bool since = !done.empty() && m_changes.undoStep(relation(done.front())) > first;
    return since ? std::vector<int>() : tables;
}

bool EditedResultModel::canUndo() const
{
    return !undoTables().empty();
}

bool EditedResultModel::canRedo() const
{
    return !redoTables().empty();
}

QString EditedResultModel::undoText() const
{
    const auto tables = undoTables();
    return tables.empty() ? QString() : m_changes.undoText(relation(tables.front()));
}

QString EditedResultModel::redoText() const
{
    const auto tables = redoTables();
    return tables.empty() ? QString() : m_changes.redoText(relation(tables.front()));
}

void EditedResultModel::undo()
{
    for (const int table : undoTables())
        perform(table, [&staged = m_changes, id = relation(table)] { staged.undo(id); });
}

void EditedResultModel::redo()
{
    for (const int table : redoTables())
        perform(table, [&staged = m_changes, id = relation(table)] { staged.redo(id); });
}

} // namespace squall::models

#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "models/wholerow.h"

#include <algorithm>
#include <set>

namespace squall::models {

using namespace Qt::StringLiterals;
using edit::NewValue;
using edit::StagedEdits;

namespace {

void put(StagedEdits &edits, const OriginalRows &originals, const TouchedRow &row, const QString &column,
         const NewValue &value)
{
    if (row.newRow == 0)
        edits.set(row.identity, originals.value(row.identity), column, value);
    else if (value.kind == NewValue::Kind::Default)
        edits.resetNew(row.newRow, column);
    else
        edits.setNew(row.newRow, column, value);
}

} // namespace

std::optional<TouchedRow> EditedRowModel::touch(qint64 row) const
{
    if (const auto id = newRowId(row); id != 0)
        return TouchedRow{.number = row, .newRow = id};
    auto identity = this->identity(row);
    if (!identity)
        return std::nullopt;
    return TouchedRow{.number = row,
                      .identity = *std::move(identity),
                      .seen = m_rows->valuesOf(static_cast<int>(row - firstRow() - head()))};
}

/// Each row once; nothing, and a word about it, when one of them is not loaded.
std::optional<std::vector<TouchedRow>> EditedRowModel::touchAll(const QList<qint64> &rows)
{
    std::vector<TouchedRow> touched;
    for (const auto row : std::set<qint64>(rows.begin(), rows.end())) {
        auto one = touch(row);
        if (!one) {
            emit refused(row, 0, tr("Not all of these rows are loaded. Select fewer."));
            return std::nullopt;
        }
        touched.push_back(*std::move(one));
    }
    return touched;
}

void EditedRowModel::perform(std::vector<TouchedRow> rows,
                             std::function<QString(StagedEdits &, const OriginalRows &)> change)
{
    m_staging->perform({std::move(rows), [&changes = m_changes, id = m_rows->source().id,
                                          change = std::move(change)](const OriginalRows &originals) {
                            auto next = changes.edits(id);
                            const auto what = change(next, originals);
                            changes.stage(std::move(next), what);
                        }});
}

void EditedRowModel::assign(const QList<Assignment> &assignments, const QString &what,
                            const QList<NewValues> &newRows)
{
    const auto kept = allowed(assignments);
    QList<qint64> numbers;
    for (const auto &[cell, value] : kept)
        numbers.append(cell.row);
    const auto rows = touchAll(numbers);
    if ((kept.isEmpty() && newRows.isEmpty()) || !rows)
        return;
    struct Change
    {
        TouchedRow row;
        QString column;
        NewValue value;
    };
    std::vector<Change> changes;
    for (const auto &[cell, value] : kept) {
        const auto row =
            std::lower_bound(rows->begin(), rows->end(), cell.row,
                             [](const TouchedRow &r, qint64 number) { return r.number < number; });
        changes.push_back({*row, columnName(cell.column), value});
    }
    const auto step = what.isEmpty() ? stepText(kept.size()) : what;
    perform(*rows,
            [changes = std::move(changes), newRows, step](StagedEdits &next, const OriginalRows &originals) {
                for (const auto &[row, column, value] : changes)
                    put(next, originals, row, column, value);
                for (const auto &values : newRows)
                    next.insert(values);
                return step;
            });
}

void EditedRowModel::setValue(const TouchedRow &row, int column, const NewValue &value)
{
    if (const auto why = refusal(row.newRow != 0, m_edits.find(row.identity), column); !why.isEmpty()) {
        emit refused(row.number, column, why);
        return;
    }
    perform({row}, [row, name = columnName(column), value](StagedEdits &next, const OriginalRows &originals) {
        put(next, originals, row, name, value);
        return stepText(1);
    });
}

void EditedRowModel::setBlockAndRest(const Cell &topLeft, const Block &values, qint64 there)
{
    if (values.isEmpty() ||
        refuseSize(topLeft, values, topLeft.column + values.first().size() <= columnCount()))
        return;
    QList<int> columns;
    for (int i = 0; i < values.first().size(); ++i)
        columns.append(topLeft.column + i);
    const auto rest = newRowsOf(columns, values.sliced(there));
    if (!rest)
        return;
    QList<Assignment> assignments;
    for (qsizetype i = 0; i < there; ++i) {
        for (qsizetype j = 0; j < columns.size(); ++j)
            assignments.append({{topLeft.row + i, columns[j]}, values[i].value(j)});
    }
    assign(assignments, tr("Paste %L1 rows").arg(values.size()), *rest);
}

/// What new rows are to hold; nothing, and a word about it, when there may be none.
std::optional<QList<EditedRowModel::NewValues>> EditedRowModel::newRowsOf(const QList<int> &columns,
                                                                          const Block &values)
{
    if (const auto why = refusal().isEmpty() ? m_rules.inserting : refusal(); !why.isEmpty()) {
        emit refused(0, columns.value(0), why);
        return std::nullopt;
    }
    QList<NewValues> rows;
    bool told = false;
    for (const auto &row : values) {
        auto given = m_presets;
        for (qsizetype i = 0; i < std::min(columns.size(), row.size()); ++i) {
            const auto &rules = m_rules.columns[static_cast<size_t>(columns[i])];
            if (!rules.inserting.isEmpty() && !std::exchange(told, true))
                emit refused(0, columns[i], rules.inserting);
            if (rules.inserting.isEmpty() && row[i].kind != NewValue::Kind::Default)
                given.insert(columnName(columns[i]), row[i]);
        }
        rows.append(given);
    }
    return rows;
}

void EditedRowModel::insertBlock(const QList<int> &columns, const Block &values)
{
    const auto rows = newRowsOf(columns, values);
    if (!rows || rows->isEmpty())
        return;
    assign({}, rows->size() == 1 ? tr("Paste 1 row") : tr("Paste %L1 rows").arg(rows->size()), *rows);
}

qint64 EditedRowModel::addRow()
{
    const auto why = refusal().isEmpty() ? m_rules.inserting : refusal();
    if (!why.isEmpty()) {
        emit refused(0, 0, why);
        return -1;
    }
    auto next = m_changes.edits(m_rows->source().id);
    const auto id = next.insert(m_presets);
    m_changes.stage(std::move(next), tr("Add row"));
    return rowOfNew(id);
}

void EditedRowModel::duplicateRows(const QList<qint64> &rows)
{
    if (const auto why = refusal().isEmpty() ? m_rules.inserting : refusal(); !why.isEmpty()) {
        emit refused(rows.value(0), 0, why);
        return;
    }
    const auto touched = touchAll(rows);
    if (!touched || touched->empty())
        return;
    QStringList columns;
    for (size_t i = 0; i < m_rules.columns.size(); ++i) {
        if (m_rules.columns[i].copied && m_rules.columns[i].inserting.isEmpty())
            columns << columnName(static_cast<int>(i));
    }
    perform(*touched, [rows = *touched, columns, presets = m_presets](StagedEdits &next,
                                                                      const OriginalRows &originals) {
        for (const auto &row : rows) {
            const auto *added = next.findNew(row.newRow);
            const auto *changed = next.find(row.identity);
            const auto staged = added ? added->values : changed ? changed->values : QMap<QString, NewValue>();
            const auto original = originals.value(row.identity);
            auto values = presets;
            for (const auto &column : columns) {
                if (const auto value = staged.constFind(column); value != staged.constEnd())
                    values.insert(column, *value);
                else if (const auto old = original.constFind(column); old != original.constEnd())
                    values.insert(column, *old ? NewValue::of(**old) : NewValue::null());
            }
            next.insert(values);
        }
        return rows.size() == 1 ? tr("Duplicate 1 row") : tr("Duplicate %L1 rows").arg(rows.size());
    });
}

void EditedRowModel::removeRows(const QList<qint64> &rows)
{
    const auto why = refusal().isEmpty() ? m_rules.removing : refusal();
    const bool old = std::any_of(rows.begin(), rows.end(), [&](qint64 row) { return newRowId(row) == 0; });
    if (old && !why.isEmpty()) {
        emit refused(rows.value(0), 0, why);
        return;
    }
    const auto touched = touchAll(rows);
    if (!touched || touched->empty())
        return;
    perform(*touched, [rows = *touched](StagedEdits &next, const OriginalRows &originals) {
        for (const auto &row : rows) {
            if (row.newRow != 0)
                next.removeNew(row.newRow);
            else
                next.remove(row.identity, originals.value(row.identity));
        }
        return rows.size() == 1 ? tr("Delete 1 row") : tr("Delete %L1 rows").arg(rows.size());
    });
}

void EditedRowModel::revert(const QList<Cell> &cells)
{
    struct Change
    {
        qint64 newRow;
        edit::RowIdentity identity;
        QString column;
    };
    std::vector<Change> changes;
    for (const auto &cell : cells) {
        const auto id = newRowId(cell.row);
        if (const auto identity = this->identity(cell.row); identity || id != 0)
            changes.push_back({id, identity.value_or(edit::RowIdentity()), columnName(cell.column)});
    }
    // Nothing is read for it, yet it comes after what is still on its way.
    perform({}, [changes = std::move(changes)](StagedEdits &next, const OriginalRows &) {
        for (const auto &[newRow, identity, column] : changes) {
            const auto *edit = next.find(identity);
            if (newRow != 0)
                next.resetNew(newRow, column);
            else if (edit && edit->removed)
                next.revert(identity);
            else
                next.revert(identity, column);
        }
        return changes.size() == 1 ? tr("Revert 1 cell") : tr("Revert %L1 cells").arg(changes.size());
    });
}

void EditedRowModel::setDraft(const TouchedRow &row, int column, const NewValue &value)
{
    if (!refusal(row.newRow != 0, m_edits.find(row.identity), column).isEmpty())
        return;
    m_staging->perform({{row},
                        [&changes = m_changes, id = m_rows->source().id, row, name = columnName(column),
                         value](const OriginalRows &originals) {
                            auto next = changes.edits(id);
                            put(next, originals, row, name, value);
                            changes.setDraft(next);
                        }});
}

void EditedRowModel::dropDraft()
{
    m_staging->perform({.carryOut = [&changes = m_changes, id = m_rows->source().id](const OriginalRows &) {
        changes.dropDraft(id);
    }});
}

bool EditedRowModel::canUndo() const
{
    return m_changes.canUndo(m_rows->source().id);
}

bool EditedRowModel::canRedo() const
{
    return m_changes.canRedo(m_rows->source().id);
}

QString EditedRowModel::undoText() const
{
    return m_changes.undoText(m_rows->source().id);
}

QString EditedRowModel::redoText() const
{
    return m_changes.redoText(m_rows->source().id);
}

void EditedRowModel::undo()
{
    m_staging->perform({.carryOut = [&changes = m_changes, id = m_rows->source().id](const OriginalRows &) {
        changes.undo(id);
    }});
}

void EditedRowModel::redo()
{
    m_staging->perform({.carryOut = [&changes = m_changes, id = m_rows->source().id](const OriginalRows &) {
        changes.redo(id);
    }});
}

QFuture<Result<Query::Parameter>> EditedRowModel::wholeValue(const Cell &cell)
{
    const auto index = this->index(static_cast<int>(cell.row - firstRow()), cell.column);
    const auto value = index.data(Qt::EditRole).value<NewValue>();
    const auto identity = this->identity(cell.row);
    if (index.data(FullLengthRole).toLongLong() < 0 || !identity)
        return ready(value.kind == NewValue::Kind::Text ? Query::Parameter(value.text) : std::nullopt);
    return m_database.workbench().sessions().run(
        [source = m_rows->source(), identity = *identity, column = columnName(cell.column)](
            pg::Connection &connection) { return readWholeValue(connection, source, identity, column); });
}

} // namespace squall::models

#include "ui/grid/selectionedits.h"

#include "models/cellrole.h"
#include "ui/grid/grid.h"
#include "ui/grid/typedcells.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <set>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;
using models::Cell;
using Block = models::EditableModel::Block;

namespace {

/// More than this are not meant to be changed by hand.
constexpr qint64 mostCells = 1'000'000;
/// To look at more rows than this takes longer than a key may; some of them will have edits.
constexpr qint64 mostLookedAt = 20'000;

qint64 cellsIn(const CellRange &range)
{
    return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

QList<qint64> rowsIn(const CellRange &range)
{
    QList<qint64> rows;
    for (qint64 row = range.top; row <= range.bottom; ++row)
        rows << row;
    return rows;
}

QList<int> columnsIn(const CellRange &range)
{
    QList<int> columns;
    for (int column = range.left; column <= range.right; ++column)
        columns << column;
    return columns;
}

} // namespace

SelectionEdits::SelectionEdits(Grid &grid, models::EditableModel &rows, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_rows(rows)
{
    connect(&rows, &models::EditableModel::refused, this,
            [this](qint64, int, const QString &why) { emit refused(why); });
    connect(&rows, &models::EditableModel::editsChanged, this, &SelectionEdits::goToNewRows);
    connect(&rows, &models::EditableModel::editsChanged, this, &SelectionEdits::dropOffer);
    connect(&rows, &QAbstractItemModel::modelReset, this, &SelectionEdits::dropOffer);
    connect(&grid, &Grid::selectionChanged, this, &SelectionEdits::dropOffer);
}

/// Whether nothing may be edited here at all; says why.
bool SelectionEdits::refuse()
{
    const auto why = m_rows.refusal();
    if (!why.isEmpty())
        emit refused(why);
    return !why.isEmpty();
}

QList<Cell> SelectionEdits::cells()
{
    const auto &ranges = m_grid.selection().ranges();
    qint64 count = 0;
    const qint64 end = m_rows.firstRow() + m_rows.rowCount();
    for (const auto &range : ranges) {
        count += cellsIn(range);
        if (range.top < m_rows.firstRow() || range.bottom >= end || count > mostCells) {
            emit refused(tr("Not all of the %L1 selected rows are loaded, so they are not changed together.")
                             .arg(range.bottom - range.top + 1));
            return {};
        }
    }
    QList<Cell> cells;
    for (size_t i = 0; i < ranges.size(); ++i) {
        for (const auto row : rowsIn(ranges[i])) {
            for (const int column : columnsIn(ranges[i])) {
                const bool known =
                    std::any_of(ranges.begin(), ranges.begin() + static_cast<std::ptrdiff_t>(i),
                                [=](const CellRange &earlier) { return earlier.contains(row, column); });
                if (!known)
                    cells << Cell{row, column};
            }
        }
    }
    return cells;
}

QList<qint64> SelectionEdits::selectedRows()
{
    std::set<qint64> rows;
    for (const auto &cell : cells())
        rows.insert(cell.row);
    return {rows.begin(), rows.end()};
}

bool SelectionEdits::hasWholeRows() const
{
    const auto &ranges = m_grid.selection().ranges();
    return !ranges.empty() &&
           std::all_of(ranges.begin(), ranges.end(), [](const CellRange &range) { return range.wholeRows; });
}

bool SelectionEdits::isVertical() const
{
    const auto &ranges = m_grid.selection().ranges();
    return ranges.size() == 1 && ranges.front().bottom > ranges.front().top && !hasWholeRows();
}

bool SelectionEdits::hasEdits() const
{
    if (!m_rows.hasEdits())
        return false;
    const qint64 first = m_rows.firstRow();
    qint64 looked = 0;
    for (const auto &range : m_grid.selection().ranges()) {
        const qint64 top = std::max(range.top, first);
        const qint64 bottom = std::min(range.bottom, first + m_rows.rowCount() - 1);
        for (qint64 row = top; row <= bottom; ++row) {
            if (++looked > mostLookedAt)
                return true;
            const auto mark = m_rows.index(static_cast<int>(row - first), 0)
                                  .data(models::RowMarkRole)
                                  .value<models::EditMark>();
            if (mark == models::EditMark::None)
                continue;
            if (mark != models::EditMark::Changed)
                return true;
            for (int column = range.left; column <= range.right; ++column) {
                const auto index = m_rows.index(static_cast<int>(row - first), column);
                if (index.data(models::EditMarkRole).value<models::EditMark>() != models::EditMark::None)
                    return true;
            }
        }
    }
    return false;
}

void SelectionEdits::set(const NewValue &value)
{
    if (refuse())
        return;
    if (const auto chosen = cells(); !chosen.isEmpty())
        m_rows.setCells(chosen, value);
}

void SelectionEdits::clear()
{
    if (refuse())
        return;
    if (const auto chosen = cells(); !chosen.isEmpty())
        m_rows.clearCells(chosen);
}

void SelectionEdits::revert()
{
    if (const auto chosen = cells(); !chosen.isEmpty())
        m_rows.revert(chosen);
}

void SelectionEdits::fillDown()
{
    if (!isVertical() || refuse() || cells().isEmpty())
        return;
    const auto range = m_grid.selection().ranges().front();
    QList<Cell> top;
    for (const int column : columnsIn(range))
        top << Cell{range.top, column};
    readWhole(top, {}, [this, range](const QList<NewValue> &values) {
        m_rows.setBlock(rowsIn({range.top + 1, range.left, range.bottom, range.right}), columnsIn(range),
                        {values});
    });
}

void SelectionEdits::addRow()
{
    if (refuse())
        return;
    const qint64 row = m_rows.addRow();
    if (row < 0)
        return;
    int column = 0;
    while (column < m_rows.columnCount() &&
           (!m_rows.refusal(Cell{row, column}).isEmpty() ||
            m_rows.headerData(column, Qt::Horizontal, models::GeneratedRole).toBool()))
        ++column;
    m_grid.setCurrentCell({row, column < m_rows.columnCount() ? column : 0});
}

void SelectionEdits::duplicateRows()
{
    if (refuse())
        return;
    const auto rows = selectedRows();
    if (rows.isEmpty())
        return;
    m_newRowsBefore = m_rows.newRowCount();
    m_rows.duplicateRows(rows);
}

/// They may have been made a moment later, when what came cut was read whole.
void SelectionEdits::goToNewRows()
{
    const auto current = m_grid.currentCell();
    if (m_newRowsBefore < 0 || m_rows.newRowCount() <= m_newRowsBefore)
        return;
    const int row = std::exchange(m_newRowsBefore, -1);
    m_grid.setCurrentCell({row, std::max(0, current.column)});
}

void SelectionEdits::removeRows()
{
    if (refuse())
        return;
    if (const auto rows = selectedRows(); !rows.isEmpty())
        m_rows.removeRows(rows);
}

void SelectionEdits::cut()
{
    if (refuse())
        return;
    if (const auto chosen = cells(); !chosen.isEmpty())
        emit cutRequested(chosen);
}

void SelectionEdits::paste(const QMimeData &data)
{
    auto typed = TypedCells::of(data);
    if (typed.rows.isEmpty() || refuse())
        return;
    const auto current = m_grid.currentCell();
    if (typed.columns.isEmpty())
        typed.rows = fitted(typed.rows, std::max(0, current.column));
    const auto &ranges = m_grid.selection().ranges();
    if (!current.isValid()) {
        pasteRows(typed.columns, typed.rows);
    } else if (typed.rows.size() == 1 && typed.rows.front().size() == 1) {
        set(typed.rows.front().front());
    } else if (ranges.size() == 1 && !ranges.front().isSingle()) {
        if (!cells().isEmpty())
            m_rows.setBlock(rowsIn(ranges.front()), columnsIn(ranges.front()), typed.rows);
    } else {
        pasteBlock(typed.rows);
    }
}

void SelectionEdits::pasteAsNewRows(const QMimeData &data)
{
    if (m_offer) {
        takeOffer(true);
        return;
    }
    auto typed = TypedCells::of(data);
    if (typed.rows.isEmpty() || refuse())
        return;
    const auto width = typed.rows.front().size();
    const int current = std::max(0, m_grid.currentCell().column);
    const int first = current + width <= m_rows.columnCount() ? current : 0;
    if (typed.columns.isEmpty())
        typed.rows = fitted(typed.rows, first);
    m_newRowsBefore = m_rows.newRowCount();
    pasteRows(typed.columns, typed.rows, first);
}

/// Text alone does not tell NULL from nothing; where NULL may not be, text columns take it for nothing.
Block SelectionEdits::fitted(const Block &block, int column) const
{
    Block fitted = block;
    for (auto &row : fitted) {
        for (int i = 0; i < row.size() && column + i < m_rows.columnCount(); ++i) {
            const auto header = [&](int role) { return m_rows.headerData(column + i, Qt::Horizontal, role); };
            if (row[i].kind == NewValue::Kind::Null && header(models::NotNullRole).toBool() &&
                header(models::TypeKindRole).value<models::TypeKind>() == models::TypeKind::Text)
                row[i] = NewValue::of("");
        }
    }
    return fitted;
}

/// From the current cell on. What begins on a new row never runs over into rows that exist: the rest becomes
/// further new rows.
void SelectionEdits::pasteBlock(const Block &block)
{
    const auto [row, column] = m_grid.currentCell();
    const Cell at{row, column};
    const qint64 fresh = m_rows.newRowCount() - row;
    if (m_offer && m_offer->at == at && m_offer->block == block)
        takeOffer(false);
    else if (fresh > 0 && block.size() > fresh)
        m_rows.setBlockAndRest(at, block, fresh);
    else if (fresh <= 0 && isBeyondEnd(block))
        setOffer(PasteOffer{at, block, m_rows.rowCountEstimate() - row});
    else
        m_rows.setBlock(at, block);
}

/// Rows that are not there are missing for good, not only not known yet.
bool SelectionEdits::isBeyondEnd(const Block &block) const
{
    const auto [row, column] = m_grid.currentCell();
    return m_rows.isRowCountExact() && row + block.size() > m_rows.rowCountEstimate() &&
           column + block.front().size() <= m_rows.columnCount();
}

void SelectionEdits::takeOffer(bool allNew)
{
    if (!m_offer)
        return;
    const auto offer = *std::exchange(m_offer, std::nullopt);
    emit offerChanged();
    m_newRowsBefore = m_rows.newRowCount();
    m_rows.setBlockAndRest(offer.at, offer.block, allNew ? 0 : offer.there);
}

void SelectionEdits::dropOffer()
{
    setOffer(std::nullopt);
}

void SelectionEdits::setOffer(std::optional<PasteOffer> offer)
{
    if (!offer && !m_offer)
        return;
    m_offer = std::move(offer);
    emit offerChanged();
}

/// As new rows: by name where all names are this table's, else from a column on.
void SelectionEdits::pasteRows(const QStringList &names, const Block &block, int first)
{
    QList<int> columns;
    for (int column = 0; column < m_rows.columnCount(); ++column) {
        const auto name = m_rows.headerData(column, Qt::Horizontal).toString();
        if (const auto at = names.indexOf(name); at >= 0)
            columns.append(column);
    }
    if (names.isEmpty() || columns.size() != names.size()) {
        m_rows.setBlockAndRest({0, first}, block, 0);
        return;
    }
    Block ordered;
    for (const auto &values : block) {
        QList<NewValue> row;
        for (const int column : columns)
            row << values[names.indexOf(m_rows.headerData(column, Qt::Horizontal).toString())];
        ordered << row;
    }
    m_rows.insertBlock(columns, ordered);
}

/// One after the other: only values that came cut take a moment.
void SelectionEdits::readWhole(QList<Cell> cells, QList<NewValue> read,
                               const std::function<void(const QList<NewValue> &)> &use)
{
    while (!cells.isEmpty()) {
        const auto cell = cells.front();
        const auto index = m_rows.index(static_cast<int>(cell.row - m_rows.firstRow()), cell.column);
        const auto length = index.data(models::FullLengthRole);
        if (length.isValid() && length.toLongLong() >= 0)
            break;
        read << index.data(Qt::EditRole).value<NewValue>();
        cells.removeFirst();
    }
    if (cells.isEmpty()) {
        use(read);
        return;
    }
    const auto cell = cells.takeFirst();
    m_reading.run(m_rows.wholeValue(cell), [=, this](const Result<Query::Parameter> &whole) {
        if (!whole) {
            emit refused(tr("The whole value could not be read: %1").arg(whole.error().message));
            return;
        }
        readWhole(cells, read + QList{*whole ? NewValue::of(**whole) : NewValue::null()}, use);
    });
}

} // namespace squall::ui

#include "ui/grid/selectionkeeper.h"

#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "ui/grid/grid.h"

#include <algorithm>
#include <utility>

namespace squall::ui {

using models::EditedRowModel;
using models::RowWindowModel;

namespace {

/// Single rows of a selection are told apart up to so many.
constexpr qint64 mostRows = 10'000;

/// The rows with these numbers, as rectangles.
void addRuns(std::vector<CellRange> &ranges, const CellRange &shape, std::vector<qint64> rows)
{
    std::sort(rows.begin(), rows.end());
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && rows[i] == rows[i - 1] + 1)
            ranges.back().bottom = rows[i];
        else
            ranges.push_back({rows[i], shape.left, rows[i], shape.right, shape.wholeRows});
    }
}

} // namespace

SelectionKeeper::SelectionKeeper(Grid &grid, EditedRowModel &rows, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_rows(rows)
{
    connect(&grid, &Grid::selectionChanged, this, [this] {
        if (m_applying)
            return;
        track();
        if (m_reloading)
            remember();
    });
    connect(&rows, &models::WindowModel::windowChanged, this, &SelectionKeeper::follow);
    connect(&rows, &models::WindowModel::renumbered, this, [this](qint64 delta) {
        m_shift += delta;
        m_current.number += delta;
    });
    connect(&rows, &QAbstractItemModel::modelReset, this, &SelectionKeeper::track);
    connect(&rows.rows(), &RowWindowModel::reloading, this, [this] {
        m_reloading = true;
        remember();
    });
    connect(&rows.rows(), &RowWindowModel::reloaded, this, &SelectionKeeper::restore);
}

SelectionKeeper::Row SelectionKeeper::rowAt(qint64 number) const
{
    return {number, m_rows.identity(number).value_or(edit::RowIdentity()), m_rows.newRowId(number)};
}

void SelectionKeeper::track()
{
    const auto here = rowAt(m_grid.currentCell().row);
    const bool known = here.identity.isValid() || here.newRow != 0;
    // Who it was is not forgotten while it is out of sight.
    if (known || here.number != m_current.number)
        m_current = here;
}

void SelectionKeeper::remember()
{
    m_kept.clear();
    m_shift = 0;
    const qint64 count = m_rows.rowCountEstimate();
    qint64 rows = 0;
    for (const auto &range : m_grid.selection().ranges()) {
        Kept kept{range, range.top == 0 && range.bottom >= count - 1 && count > 1, {}};
        rows += range.bottom - range.top + 1;
        for (qint64 row = range.top; row <= range.bottom && !kept.allRows && rows <= mostRows; ++row)
            kept.rows.push_back(rowAt(row));
        m_kept.push_back(std::move(kept));
    }
}

/// Where a row is now; its old number where nobody knows. `lost` becomes true when it should be there and is
/// not.
std::optional<qint64> SelectionKeeper::placeOf(const Row &row, const Places &places, bool &lost) const
{
    if (row.newRow != 0 && m_rows.rowOfNew(row.newRow) >= 0)
        return m_rows.rowOfNew(row.newRow);
    const auto number = row.number + m_shift;
    const auto applied = m_rows.appliedAs(row.identity, row.newRow);
    const auto identity = applied.value_or(row.identity);
    if (const auto place = places.constFind(identity); identity.isValid() && place != places.constEnd())
        return *place;
    const bool loaded = number >= m_rows.firstRow() && number < m_rows.firstRow() + m_rows.rowCount();
    if (!applied && row.newRow == 0 && (!row.identity.isValid() || !loaded))
        return number;
    lost = lost || !applied;
    return std::nullopt;
}

void SelectionKeeper::restore()
{
    m_reloading = false;
    if (m_rows.rows().state() != RowWindowModel::State::Ready || !m_grid.currentCell().isValid())
        return;
    Places places;
    for (qint64 row = m_rows.firstRow(); row < m_rows.firstRow() + m_rows.rowCount(); ++row) {
        if (const auto identity = m_rows.identity(row))
            places.insert(*identity, row);
    }
    if (places.isEmpty() && m_rows.rowCountEstimate() > 0 && m_rows.rowCount() > m_rows.newRowCount())
        return; // Nothing tells these rows apart.
    bool lost = false;
    std::vector<CellRange> ranges;
    for (const auto &kept : m_kept) {
        auto shape = kept.shape;
        shape.bottom = kept.allRows ? m_rows.rowCountEstimate() - 1 : shape.bottom + m_shift;
        shape.top += kept.allRows ? 0 : m_shift;
        if (kept.rows.empty()) {
            ranges.push_back(shape);
            continue;
        }
        std::vector<qint64> numbers;
        for (const auto &row : kept.rows) {
            if (const auto place = placeOf(row, places, lost))
                numbers.push_back(*place);
        }
        addRuns(ranges, shape, numbers);
    }
    // Its number has followed by itself.
    auto current = m_current;
    current.number -= m_shift;
    putBack(ranges, placeOf(current, places, lost));
    if (lost)
        emit this->lost(tr("What was selected here is not there any more, or is elsewhere now."));
}

void SelectionKeeper::putBack(const std::vector<CellRange> &ranges, std::optional<qint64> current)
{
    const int column = m_grid.currentCell().column;
    CellPosition cell{current.value_or(-1), column};
    if (!current && !ranges.empty())
        cell = {ranges.back().top, ranges.back().left};
    GridSelection next;
    if (cell.isValid() && cell.row >= 0)
        next.set(ranges, cell);
    m_applying = true;
    m_grid.setSelection(next);
    m_applying = false;
    track();
}

/// Rows come, go and get other numbers without being asked for again: who has scrolled away from the current
/// cell may come back to another row.
void SelectionKeeper::follow()
{
    if (m_reloading)
        return;
    const auto cell = m_grid.currentCell();
    const auto here = rowAt(cell.row);
    const bool known = m_current.identity.isValid() && here.identity.isValid() &&
                       m_rows.rows().state() == RowWindowModel::State::Ready;
    if (!known) {
        if (m_rows.rows().state() != RowWindowModel::State::Ready || !m_current.identity.isValid())
            track();
        return;
    }
    if (here.identity == m_current.identity)
        return;
    const qint64 place = m_rows.rowOf(m_current.identity);
    putBack({}, place >= 0 ? std::optional(place) : std::nullopt);
    if (place < 0)
        emit lost(tr("What was selected here is not there any more, or is elsewhere now."));
}

} // namespace squall::ui

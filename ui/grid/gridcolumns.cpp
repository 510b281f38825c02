// What a grid does with whole columns: pinning, moving, and keeping them apart when the model starts over.
#include "ui/grid/grid.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace squall::ui {

void Grid::setPinnedCount(int columns)
{
    m_layout.setPinnedCount(columns);
    updateScrollBars();
    viewport()->update();
}

int Grid::columnNamed(const QString &name) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const GridColumn &column) { return column.name == name; });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

void Grid::scrollTo(qint64 x, qint64 row)
{
    scrollBy(x - m_layout.x(), m_layout.rowStart(row) - m_layout.y());
}

void Grid::keep()
{
    const auto current = m_selection.current();
    m_kept = {.x = m_layout.x(), .y = m_layout.y()};
    if (current.isValid() && current.column < static_cast<int>(m_columns.size())) {
        m_kept.row = current.row;
        m_kept.column = m_columns[static_cast<size_t>(current.column)].name;
    }
}

void Grid::keepWidths()
{
    for (int column = 0; column < m_layout.columnCount(); ++column) {
        const auto known = m_widths.constFind(m_columns[static_cast<size_t>(column)].name);
        if (known == m_widths.cend())
            continue;
        m_layout.setColumnWidth(column, *known);
        m_fitted[static_cast<size_t>(column)] = true;
    }
}

void Grid::restoreKept()
{
    const auto kept = std::exchange(m_kept, {});
    if (m_layout.rowCount() == 0)
        return;
    scrollBy(kept.x - m_layout.x(), kept.y - m_layout.y());
    const CellPosition cell{kept.row, columnNamed(kept.column)};
    if (!cell.isValid() || cell.row >= m_layout.rowCount())
        return;
    m_selection.select(cell);
    viewport()->update();
}

void Grid::dragHeader(const QPoint &position)
{
    if (m_drag == Drag::Columns && std::abs(position.x() - m_dragStart) < QApplication::startDragDistance())
        return;
    m_drag = Drag::Moving;
    const int edge = viewport()->width();
    // At a side what lies beyond comes into sight.
    if (position.x() > edge || position.x() < m_layout.scrolledLeft())
        scrollBy(position.x() > edge ? GridLayout::rowHeight : -GridLayout::rowHeight, 0);
    const int over = m_layout.columnAt(std::clamp(position.x(), m_layout.cellsLeft(), edge - 1));
    m_dropColumn = over >= 0 ? over : m_layout.columnCount() - 1;
    viewport()->setCursor(Qt::ClosedHandCursor);
    viewport()->update();
}

void Grid::dropHeader()
{
    viewport()->unsetCursor();
    viewport()->update();
    if (const int target = std::exchange(m_dropColumn, -1); target >= 0 && target != m_draggedColumn)
        emit columnMoveRequested(m_draggedColumn, target);
}

bool Grid::moveColumnByKey(const QKeyEvent &event)
{
    if (event.modifiers() != (Qt::AltModifier | Qt::ShiftModifier) || !m_selection.current().isValid())
        return false;
    const int step = event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
    const int column = m_selection.current().column;
    if (step == 0)
        return false;
    if (column + step >= 0 && column + step < m_layout.columnCount())
        emit columnMoveRequested(column, column + step);
    return true;
}

} // namespace squall::ui

// What the grid does for whoever edits its cells.
#include "ui/grid/grid.h"
#include "ui/grid/gridediting.h"

namespace squall::ui {

void Grid::setEditing(GridEditing *editing)
{
    m_editing = editing;
    setAttribute(Qt::WA_InputMethodEnabled, editing != nullptr);
}

/// Where an input method puts the word it is at.
QVariant Grid::inputMethodQuery(Qt::InputMethodQuery query) const
{
    const auto current = m_selection.current();
    if (query == Qt::ImEnabled)
        return m_editing && current.isValid();
    if (query == Qt::ImCursorRectangle && current.isValid())
        return m_layout.cell(current.row, current.column).translated(viewport()->pos());
    return QAbstractScrollArea::inputMethodQuery(query);
}

void Grid::setWaitingCell(CellPosition cell)
{
    if (cell == m_waiting)
        return;
    m_waiting = cell;
    viewport()->update();
}

void Grid::reveal(CellPosition cell)
{
    const auto before = std::pair(m_layout.x(), m_layout.y());
    m_layout.reveal(cell.row, cell.column);
    if (before != std::pair(m_layout.x(), m_layout.y()))
        scrollBy(0, 0);
}

void Grid::step(Motion motion)
{
    moveTo(movedBy(motion), false);
}

CellPosition Grid::movedBy(Motion motion) const
{
    const auto current = m_selection.current();
    return moved(current.isValid() ? current : m_left, motion, m_layout.rowCount(), m_layout.columnCount(),
                 m_layout.rowsPerPage());
}

void Grid::setSelection(const GridSelection &selection)
{
    const auto before = m_selection.current();
    if (!selection.current().isValid())
        m_left = before;
    m_selection = selection;
    viewport()->update();
    announce(before);
}

bool Grid::stepSideways(int cells)
{
    auto to = m_selection.current();
    to.column += cells;
    if (to.column < 0)
        to = {to.row - 1, m_layout.columnCount() - 1};
    else if (to.column >= m_layout.columnCount())
        to = {to.row + 1, 0};
    if (!to.isValid() || to.row >= m_layout.rowCount())
        return false;
    moveTo(to, false);
    return true;
}

/// Pinned columns lie beside the others, not over them.
QRect Grid::bodyOf(int column) const
{
    const int left = column < m_layout.pinnedEnd() ? m_layout.cellsLeft() : m_layout.scrolledLeft();
    return viewport()->rect().adjusted(left, GridLayout::headerHeight, 0, 0);
}

QFont Grid::fontOf(int column) const
{
    return m_painter.fontOf(m_columns[static_cast<size_t>(column)]);
}

} // namespace squall::ui

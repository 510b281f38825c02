#include "ui/grid/gridlayout.h"

#include <algorithm>
#include <cstdlib>

namespace squall::ui {

namespace {
constexpr int borderReach = 4;
/// Pinned columns take no more than this part of the room.
constexpr int pinnedParts = 2;
constexpr int roomParts = 3;
}

void GridLayout::setViewport(QSize size)
{
    m_viewport = size;
    scrollTo(m_x, m_y);
}

void GridLayout::setRowCount(qint64 rows)
{
    m_rows = rows;
    scrollTo(m_x, m_y);
}

void GridLayout::setColumnCount(int columns, int width)
{
    m_widths.assign(static_cast<size_t>(columns), width);
    m_starts.assign(1, 0);
    for (const int each : m_widths)
        m_starts.push_back(m_starts.back() + each);
    scrollTo(m_x, m_y);
}

void GridLayout::setColumnWidth(int column, int width)
{
    auto &own = m_widths[static_cast<size_t>(column)];
    const int change = std::clamp(width, narrowestColumn, widestColumn) - own;
    own += change;
    for (size_t i = static_cast<size_t>(column) + 1; i < m_starts.size(); ++i)
        m_starts[i] += change;
    scrollTo(m_x, m_y);
}

void GridLayout::setPinnedCount(int columns)
{
    m_pinned = columns;
    scrollTo(m_x, m_y);
}

void GridLayout::setNoteWidths(std::vector<int> widths)
{
    m_noteStarts.assign(1, 0);
    for (const int width : widths)
        m_noteStarts.push_back(m_noteStarts.back() + width);
    scrollTo(m_x, m_y);
}

void GridLayout::setPanels(const std::vector<RowRoom> &panels)
{
    const qint64 top = rowCovering(m_y);
    const qint64 hidden = m_y - rowStart(top);
    qint64 before = 0;
    m_panels.clear();
    for (const auto &[row, height] : panels) {
        m_panels.push_back({row, height, before});
        before += height;
    }
    const auto own = firstPanelFrom(top);
    const int height = own != m_panels.end() && own->row == top ? own->height : 0;
    scrollTo(m_x, rowStart(top) + std::min<qint64>(hidden, rowHeight - 1 + height));
}

void GridLayout::shiftRows(qint64 delta)
{
    for (auto &panel : m_panels)
        panel.row += delta;
    scrollTo(m_x, m_y + delta * rowHeight);
}

std::vector<GridLayout::Panel>::const_iterator GridLayout::firstPanelFrom(qint64 row) const
{
    return std::lower_bound(m_panels.begin(), m_panels.end(), row,
                            [](const Panel &panel, qint64 wanted) { return panel.row < wanted; });
}

qint64 GridLayout::rowStart(qint64 row) const
{
    const auto from = firstPanelFrom(row);
    const qint64 panels = from == m_panels.begin() ? 0 : std::prev(from)->before + std::prev(from)->height;
    return row * rowHeight + panels;
}

/// The row whose cells or whose panel lie there.
qint64 GridLayout::rowCovering(qint64 y) const
{
    const auto below =
        std::upper_bound(m_panels.begin(), m_panels.end(), y, [](qint64 at, const Panel &panel) {
            return at < (panel.row + 1) * rowHeight + panel.before;
        });
    if (below == m_panels.begin())
        return y / rowHeight;
    const auto &above = *std::prev(below);
    const qint64 after = y - above.before - above.height;
    return std::max(above.row, after / rowHeight);
}

int GridLayout::pinnedEnd() const
{
    int end = 0;
    while (end < std::min(m_pinned, columnCount()) &&
           contentX(end + 1) * roomParts <= static_cast<qint64>(bodyWidth()) * pinnedParts)
        ++end;
    return end;
}

void GridLayout::scrollTo(qint64 x, qint64 y)
{
    m_x = std::clamp<qint64>(x, 0, maximumX());
    m_y = std::clamp<qint64>(y, 0, maximumY());
}

qint64 GridLayout::maximumX() const
{
    return std::max<qint64>(0, m_starts.back() - bodyWidth());
}

qint64 GridLayout::maximumY() const
{
    return std::max<qint64>(0, rowStart(m_rows) - bodyHeight());
}

int GridLayout::contentRight() const
{
    return static_cast<int>(std::min<qint64>(cellsLeft() + m_starts.back() - m_x, m_viewport.width()));
}

std::pair<qint64, int> GridLayout::visibleRows() const
{
    const qint64 first = rowCovering(m_y);
    const qint64 end = rowCovering(m_y + std::max(0, bodyHeight() - 1)) + 1;
    return {first, static_cast<int>(std::max<qint64>(0, std::min(end, m_rows) - first))};
}

std::pair<int, int> GridLayout::visibleColumns() const
{
    int first = pinnedEnd();
    const qint64 hidden = m_x + contentX(first);
    while (first < columnCount() && contentX(first + 1) <= hidden)
        ++first;
    int end = first;
    while (end < columnCount() && contentX(end) < m_x + bodyWidth())
        ++end;
    return {first, end};
}

int GridLayout::rowsPerPage() const
{
    return std::max(1, bodyHeight() / rowHeight);
}

int GridLayout::columnLeft(int column) const
{
    return static_cast<int>(cellsLeft() + contentX(column) - (column < pinnedEnd() ? 0 : m_x));
}

int GridLayout::rowTop(qint64 row) const
{
    // Far rows are kept from overflowing: they lie out of sight either way.
    constexpr qint64 far = 1 << 30;
    return static_cast<int>(headerHeight + std::clamp(rowStart(row) - m_y, -far, far));
}

QRect GridLayout::cell(qint64 row, int column) const
{
    return {columnLeft(column), rowTop(row), columnWidth(column), rowHeight};
}

QRect GridLayout::panel(qint64 row) const
{
    const auto found = firstPanelFrom(row);
    if (found == m_panels.end() || found->row != row)
        return {};
    return {gutterWidth, rowTop(row) + rowHeight, std::max(0, m_viewport.width() - gutterWidth),
            found->height};
}

int GridLayout::noteAt(int x) const
{
    const auto after = std::upper_bound(m_noteStarts.begin(), m_noteStarts.end(), x - gutterWidth);
    return after == m_noteStarts.begin() || after == m_noteStarts.end()
               ? -1
               : static_cast<int>(after - m_noteStarts.begin()) - 1;
}

QRect GridLayout::headerCell(int column) const
{
    return {columnLeft(column), 0, columnWidth(column), headerHeight};
}

qint64 GridLayout::rowAt(int y) const
{
    if (y < headerHeight)
        return -1;
    const qint64 row = rowCovering(m_y + y - headerHeight);
    return row < m_rows && y < rowTop(row) + rowHeight ? row : -1;
}

int GridLayout::columnAt(int x) const
{
    if (x < cellsLeft())
        return -1;
    const qint64 scrolled = x < scrolledLeft() ? 0 : m_x;
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), scrolled + x - cellsLeft());
    return after == m_starts.end() ? -1 : static_cast<int>(after - m_starts.begin()) - 1;
}

int GridLayout::borderAt(int x) const
{
    if (x < cellsLeft())
        return -1;
    const int pinned = pinnedEnd();
    for (int column = 0; column < columnCount(); ++column) {
        if (column >= pinned && columnLeft(column) + columnWidth(column) <= scrolledLeft())
            continue;
        if (std::abs(columnLeft(column) + columnWidth(column) - x) <= borderReach)
            return column;
    }
    return -1;
}

void GridLayout::reveal(qint64 row, int column)
{
    qint64 x = m_x;
    qint64 y = m_y;
    if (row >= 0)
        y = std::min(rowStart(row), std::max(y, rowStart(row) + rowHeight - bodyHeight()));
    if (column >= pinnedEnd())
        x = std::min(contentX(column) - pinnedWidth(), std::max(x, contentX(column + 1) - bodyWidth()));
    scrollTo(x, y);
}

} // namespace squall::ui

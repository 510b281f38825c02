#pragma once

#include "ui/theme/metrics.h"

#include <QRect>
#include <QSize>

#include <utility>
#include <vector>

namespace squall::ui {

/// Room below a row for more than its cells.
struct RowRoom
{
    qint64 row = 0;
    int height = 0;

    bool operator==(const RowRoom &) const = default;
};

/// Where everything of a grid lies: 64-bit rows of one height under a header, columns of any width beside a
/// gutter, the first of which may be pinned: they stay while the others scroll sideways. Between gutter and
/// columns there may be notes on whole rows, below a row a panel. Coordinates are those of the viewport; `x`
/// and `y` say how far the cells are scrolled, in pixels.
class GridLayout
{
public:
    static constexpr int gutterWidth = 34;
    static constexpr int headerHeight = metrics::gridHeader;
    static constexpr int rowHeight = metrics::row;
    static constexpr int narrowestColumn = 36;
    static constexpr int widestColumn = 4000;

    void setViewport(QSize size);
    void setRowCount(qint64 rows);
    void setColumnCount(int columns, int width);
    void setColumnWidth(int column, int width);
    /// So many columns are to stay at the left; as many do as leave room for the others.
    void setPinnedCount(int columns);
    /// Narrow columns that stay beside the gutter.
    void setNoteWidths(std::vector<int> widths);
    /// In the order of their rows, one a row. What is in sight moves only as far as it has to.
    void setPanels(const std::vector<RowRoom> &panels);
    /// The rows have new numbers: what shows stays where it is.
    void shiftRows(qint64 delta);
    /// Keeps within what there is to scroll.
    void scrollTo(qint64 x, qint64 y);

    QSize viewport() const { return m_viewport; }
    qint64 rowCount() const { return m_rows; }
    int columnCount() const { return static_cast<int>(m_widths.size()); }
    int columnWidth(int column) const { return m_widths[static_cast<size_t>(column)]; }
    qint64 x() const { return m_x; }
    qint64 y() const { return m_y; }
    qint64 maximumX() const;
    qint64 maximumY() const;
    /// Where the last column ends.
    int contentRight() const;

    /// First and count of rows that show, the last perhaps in part.
    std::pair<qint64, int> visibleRows() const;
    /// First and one past the last of the scrolling columns that show.
    std::pair<int, int> visibleColumns() const;
    /// The columns before this one stay in their place.
    int pinnedEnd() const;
    /// Where the columns begin.
    int cellsLeft() const { return gutterWidth + m_noteStarts.back(); }
    /// Where the scrolling columns begin to show.
    int scrolledLeft() const { return static_cast<int>(cellsLeft() + contentX(pinnedEnd())); }
    /// Rows that fit whole.
    int rowsPerPage() const;

    int columnLeft(int column) const;
    /// Of a row, in pixels from the first row's top, whatever is scrolled.
    qint64 rowStart(qint64 row) const;
    int rowTop(qint64 row) const;
    QRect cell(qint64 row, int column) const;
    QRect headerCell(int column) const;
    /// Below the row, as wide as the columns can show; empty when the row has none.
    QRect panel(qint64 row) const;
    int noteCount() const { return static_cast<int>(m_noteStarts.size()) - 1; }
    int noteLeft(int note) const { return gutterWidth + m_noteStarts[static_cast<size_t>(note)]; }
    int noteWidth(int note) const { return noteLeft(note + 1) - noteLeft(note); }
    /// -1 elsewhere than in a note's column.
    int noteAt(int x) const;
    /// -1 beside the cells, also in a panel.
    qint64 rowAt(int y) const;
    int columnAt(int x) const;
    /// The column whose right border is within reach of the mouse; -1 when none is.
    int borderAt(int x) const;
    /// The smallest scroll that shows the cell whole.
    void reveal(qint64 row, int column);

private:
    struct Panel
    {
        qint64 row;
        int height;
        qint64 before; ///< what those above take
    };

    int bodyWidth() const { return std::max(0, m_viewport.width() - cellsLeft()); }
    int bodyHeight() const { return std::max(0, m_viewport.height() - headerHeight); }
    qint64 contentX(int column) const { return m_starts[static_cast<size_t>(column)]; }
    qint64 pinnedWidth() const { return contentX(pinnedEnd()); }
    std::vector<Panel>::const_iterator firstPanelFrom(qint64 row) const;
    qint64 rowCovering(qint64 y) const;

    QSize m_viewport;
    qint64 m_rows = 0;
    std::vector<int> m_widths;
    std::vector<qint64> m_starts = {0};
    std::vector<int> m_noteStarts = {0};
    std::vector<Panel> m_panels;
    int m_pinned = 0;
    qint64 m_x = 0;
    qint64 m_y = 0;
};

} // namespace squall::ui

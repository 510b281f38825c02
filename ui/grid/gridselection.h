#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace squall::ui {

struct CellPosition
{
    qint64 row = -1;
    int column = -1;

    bool isValid() const { return row >= 0 && column >= 0; }
    bool operator==(const CellPosition &) const = default;
};

/// A rectangle of cells, borders included.
struct CellRange
{
    qint64 top = 0;
    int left = 0;
    qint64 bottom = -1;
    int right = -1;
    bool wholeRows = false; ///< chosen as rows, not as the cells in them

    static CellRange between(CellPosition one, CellPosition other)
    {
        return {std::min(one.row, other.row), std::min(one.column, other.column),
                std::max(one.row, other.row), std::max(one.column, other.column)};
    }
    bool contains(qint64 row, int column) const
    {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
    bool isSingle() const { return top == bottom && left == right; }

    bool operator==(const CellRange &) const = default;
};

/// What is selected in a grid: rectangles, the last of which stretches from the anchor to the current cell.
class GridSelection
{
public:
    CellPosition current() const { return m_current; }
    CellPosition anchor() const { return m_anchor; }
    const std::vector<CellRange> &ranges() const { return m_ranges; }
    bool contains(qint64 row, int column) const;
    bool containsRow(qint64 row, int columns) const;
    bool containsColumn(int column, qint64 rows) const;

    void clear();
    /// Only that cell.
    void select(CellPosition cell);
    /// The last rectangle now ends at `cell`.
    void extend(CellPosition cell);
    /// A further rectangle, of one cell so far.
    void add(CellPosition cell);
    /// Only that rectangle; `current` lies in it.
    void selectRange(const CellRange &range, CellPosition anchor, CellPosition current);
    void addRange(const CellRange &range, CellPosition current);
    /// These rectangles, or that cell alone when there are none; the last that holds it comes last.
    void set(std::vector<CellRange> ranges, CellPosition current);
    /// The rows have new numbers.
    void shift(qint64 delta);
    /// Keeps what still exists.
    void clamp(qint64 rows, int columns);

private:
    CellPosition m_anchor;
    CellPosition m_current;
    std::vector<CellRange> m_ranges;
};

/// Where a key leads.
enum class Motion { Up, Down, Left, Right, PageUp, PageDown, RowStart, RowEnd, Top, Bottom, First, Last };
CellPosition moved(CellPosition from, Motion motion, qint64 rows, int columns, int page);

} // namespace squall::ui

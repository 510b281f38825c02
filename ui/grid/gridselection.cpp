#include "ui/grid/gridselection.h"

#include <iterator>
#include <utility>

namespace squall::ui {

bool GridSelection::contains(qint64 row, int column) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(),
                       [=](const CellRange &range) { return range.contains(row, column); });
}

bool GridSelection::containsRow(qint64 row, int columns) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [=](const CellRange &range) {
        return range.contains(row, 0) && range.right >= columns - 1;
    });
}

bool GridSelection::containsColumn(int column, qint64 rows) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [=](const CellRange &range) {
        return range.contains(0, column) && range.bottom >= rows - 1;
    });
}

void GridSelection::clear()
{
    *this = {};
}

void GridSelection::select(CellPosition cell)
{
    m_anchor = m_current = cell;
    m_ranges = {CellRange::between(cell, cell)};
}

void GridSelection::extend(CellPosition cell)
{
    if (!m_anchor.isValid()) {
        select(cell);
        return;
    }
    if (m_ranges.empty())
        m_ranges.emplace_back();
    auto &range = m_ranges.back();
    const auto before = range;
    range = CellRange::between(m_anchor, cell);
    if (before.wholeRows && cell.column == m_current.column)
        range = {range.top, before.left, range.bottom, before.right, true};
    m_current = cell;
}

void GridSelection::add(CellPosition cell)
{
    m_anchor = m_current = cell;
    m_ranges.push_back(CellRange::between(cell, cell));
}

void GridSelection::selectRange(const CellRange &range, CellPosition anchor, CellPosition current)
{
    m_anchor = anchor;
    m_current = current;
    m_ranges = {range};
}

void GridSelection::addRange(const CellRange &range, CellPosition current)
{
    m_anchor = m_current = current;
    m_ranges.push_back(range);
}

void GridSelection::set(std::vector<CellRange> ranges, CellPosition current)
{
    select(current);
    const auto holds = [current](const CellRange &r) { return r.contains(current.row, current.column); };
    const auto home = std::find_if(ranges.rbegin(), ranges.rend(), holds);
    if (home == ranges.rend())
        return;
    const auto last = *home;
    ranges.erase(std::next(home).base());
    ranges.push_back(last);
    m_ranges = std::move(ranges);
    // Shift goes on from the corner that lies opposite.
    m_anchor = {current.row == last.bottom ? last.top : last.bottom,
                current.column == last.right ? last.left : last.right};
}

void GridSelection::shift(qint64 delta)
{
    for (auto &range : m_ranges) {
        range.top += delta;
        range.bottom += delta;
    }
    for (auto *cell : {&m_anchor, &m_current}) {
        if (cell->isValid())
            cell->row += delta;
    }
}

void GridSelection::clamp(qint64 rows, int columns)
{
    if (rows <= 0 || columns <= 0) {
        clear();
        return;
    }
    for (auto &range : m_ranges) {
        range.top = std::max<qint64>(0, range.top);
        range.bottom = std::min(range.bottom, rows - 1);
        range.right = std::min(range.right, columns - 1);
    }
    std::erase_if(m_ranges, [](const CellRange &r) { return r.bottom < r.top || r.right < r.left; });
    for (auto *cell : {&m_anchor, &m_current}) {
        if (cell->column >= 0)
            *cell = {std::clamp<qint64>(cell->row, 0, rows - 1), std::min(cell->column, columns - 1)};
    }
    if (m_ranges.empty() && m_current.isValid())
        select(m_current);
}

CellPosition moved(CellPosition from, Motion motion, qint64 rows, int columns, int page)
{
    CellPosition to = from.isValid() ? from : CellPosition{0, 0};
    switch (motion) {
    case Motion::Up: to.row -= from.isValid() ? 1 : 0; break;
    case Motion::Down: to.row += from.isValid() ? 1 : 0; break;
    case Motion::Left: to.column -= 1; break;
    case Motion::Right: to.column += from.isValid() ? 1 : 0; break;
    case Motion::PageUp: to.row -= page; break;
    case Motion::PageDown: to.row += page; break;
    case Motion::RowStart: to.column = 0; break;
    case Motion::RowEnd: to.column = columns - 1; break;
    case Motion::Top: to.row = 0; break;
    case Motion::Bottom: to.row = rows - 1; break;
    case Motion::First: to = {0, 0}; break;
    case Motion::Last: to = {rows - 1, columns - 1}; break;
    }
    return {std::clamp<qint64>(to.row, 0, std::max<qint64>(0, rows - 1)),
            std::clamp(to.column, 0, std::max(0, columns - 1))};
}

} // namespace squall::ui

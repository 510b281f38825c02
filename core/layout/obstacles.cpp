#include "core/layout/obstacles.h"

#include <cmath>

namespace squall::layout {

namespace {

constexpr int mostCellsASide = 400;

int cellsFor(double length, double cell)
{
    return std::clamp(static_cast<int>(std::ceil(length / cell)), 1, mostCellsASide);
}

std::vector<Rect> transposed(std::vector<Rect> rects)
{
    for (auto &rect : rects)
        rect = rect.transposed();
    return rects;
}

} // namespace

Surroundings::Surroundings(const std::vector<Rect> &rects)
    : upright(rects)
    , level(transposed(rects))
{
}

Obstacles::Obstacles(std::vector<Rect> rects)
    : m_rects(std::move(rects))
{
    if (!m_rects.empty())
        m_bounds = m_rects.front();
    double width = 0;
    double height = 0;
    for (const auto &rect : m_rects) {
        m_bounds = m_bounds.united(rect);
        width += rect.width();
        height += rect.height();
    }
    const double count = std::max<double>(1, static_cast<double>(m_rects.size()));
    m_columns = cellsFor(m_bounds.width(), std::max(1.0, width / count));
    m_rows = cellsFor(m_bounds.height(), std::max(1.0, height / count));
    m_cellWidth = std::max(1.0, m_bounds.width() / m_columns);
    m_cellHeight = std::max(1.0, m_bounds.height() / m_rows);
    fill();
}

void Obstacles::fill()
{
    const auto visit = [this](auto &&at) {
        for (std::size_t i = 0; i < m_rects.size(); ++i) {
            const auto &rect = m_rects[i];
            for (int row = rowOf(rect.top - least); row <= rowOf(rect.bottom + least); ++row) {
                for (int column = columnOf(rect.left - least); column <= columnOf(rect.right + least);
                     ++column)
                    at(row * m_columns + column, static_cast<int>(i));
            }
        }
    };
    m_first.assign(static_cast<std::size_t>(m_columns) * m_rows + 1, 0);
    visit([this](int cell, int) { ++m_first[cell + 1]; });
    for (std::size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
    m_members.resize(m_first.back());
    auto next = m_first;
    visit([&](int cell, int rect) { m_members[next[cell]++] = rect; });
}

Obstacles::Cells Obstacles::cell(int column, int row) const
{
    const int number = row * m_columns + column;
    return {m_members.data() + m_first[number], m_members.data() + m_first[number + 1]};
}

int Obstacles::columnOf(double x) const
{
    return static_cast<int>(std::clamp((x - m_bounds.left) / m_cellWidth, 0.0, m_columns - 1.0));
}

int Obstacles::rowOf(double y) const
{
    return static_cast<int>(std::clamp((y - m_bounds.top) / m_cellHeight, 0.0, m_rows - 1.0));
}

Span Obstacles::along(double x, double y, const Span &within) const
{
    Span free = within;
    const int column = columnOf(x);
    const auto meets = [&](const Rect &rect) { return rect.left - least < x && x < rect.right + least; };
    for (int row = rowOf(y); row >= 0; --row) {
        for (const int i : cell(column, row)) {
            const auto &rect = m_rects[i];
            if (!meets(rect))
                continue;
            if (rect.top < y && y < rect.bottom)
                return {};
            if (rect.bottom <= y)
                free.from = std::max(free.from, rect.bottom);
        }
        if (free.from >= m_bounds.top + row * m_cellHeight)
            break;
    }
    for (int row = rowOf(y); row < m_rows; ++row) {
        for (const int i : cell(column, row)) {
            const auto &rect = m_rects[i];
            if (!meets(rect))
                continue;
            if (rect.top < y && y < rect.bottom)
                return {};
            if (rect.top >= y)
                free.to = std::min(free.to, rect.top);
        }
        if (free.to <= m_bounds.top + (row + 1) * m_cellHeight)
            break;
    }
    return free;
}

Span Obstacles::across(double x, const Span &y, double reach) const
{
    Span free{x - reach, x + reach};
    const int firstRow = rowOf(y.from - least);
    const int lastRow = rowOf(y.to + least);
    const auto look = [&](int column) {
        for (int row = firstRow; row <= lastRow; ++row) {
            for (const int i : cell(column, row)) {
                const auto &rect = m_rects[i];
                if (rect.top - least >= y.to || rect.bottom + least <= y.from)
                    continue;
                if (rect.right <= x)
                    free.from = std::max(free.from, rect.right);
                else if (rect.left >= x)
                    free.to = std::min(free.to, rect.left);
                else
                    free = {x, x};
            }
        }
    };
    const int middle = columnOf(x);
    look(middle);
    for (int column = middle - 1; column >= 0 && free.from < m_bounds.left + (column + 1) * m_cellWidth;
         --column)
        look(column);
    for (int column = middle + 1; column < m_columns && free.to > m_bounds.left + column * m_cellWidth;
         ++column)
        look(column);
    return free;
}

bool Obstacles::isFree(double x, const Span &y) const
{
    const int column = columnOf(x);
    for (int row = rowOf(y.from); row <= rowOf(y.to); ++row) {
        for (const int i : cell(column, row)) {
            const auto &rect = m_rects[i];
            if (rect.left < x && x < rect.right && rect.top < y.to && y.from < rect.bottom)
                return false;
        }
    }
    return true;
}

} // namespace squall::layout

#include "core/layout/occupancy.h"

#include <cmath>

namespace squall::layout {

namespace {

constexpr double smallestCell = 400;
/// The largest box takes no more cells than this a side.
constexpr double cellsASide = 50;

} // namespace

Occupancy::Occupancy(const Graph &graph)
    : m_graph(graph)
    , m_cell(smallestCell)
{
    for (const auto &box : graph.boxes)
        m_cell = std::max({m_cell, box.size.width() / cellsASide, box.size.height() / cellsASide});
}

template<typename Visit>
void Occupancy::visit(const Rect &rect, Visit at) const
{
    const auto number = [this](double x) { return static_cast<int>(std::floor(x / m_cell)); };
    for (int row = number(rect.top); row <= number(rect.bottom); ++row) {
        for (int column = number(rect.left); column <= number(rect.right); ++column)
            at(std::pair(row, column));
    }
}

void Occupancy::add(int box, const QPointF &at)
{
    const auto rect = rectOf(m_graph.boxes[box], at);
    m_bounds = isEmpty() ? rect : m_bounds.united(rect);
    visit(rect, [&](const auto &cell) { m_cells[cell].emplace_back(box, rect); });
}

int Occupancy::overlapped(int box, const QPointF &at, const Options &options) const
{
    constexpr double tolerance = 0.01;
    auto rect = rectOf(m_graph.boxes[box], at);
    rect.left -= options.columnGap - tolerance;
    rect.right += options.columnGap - tolerance;
    rect.top -= options.rowGap - tolerance;
    rect.bottom += options.rowGap - tolerance;
    int found = -1;
    visit(rect, [&](const auto &cell) {
        const auto members = m_cells.find(cell);
        if (found >= 0 || members == m_cells.end())
            return;
        for (const auto &[other, there] : members->second) {
            if (there.touches(rect)) {
                found = other;
                return;
            }
        }
    });
    return found;
}

} // namespace squall::layout

#pragma once

#include "core/layout/rect.h"

#include <map>
#include <utility>
#include <vector>

namespace squall::layout {

/// Where boxes lie already, while more of them are placed.
class Occupancy
{
public:
    explicit Occupancy(const Graph &graph);

    void add(int box, const QPointF &at);
    /// A box that would lie nearer to this one, if that were there, than the gaps allow; -1 when none would.
    int overlapped(int box, const QPointF &at, const Options &options) const;
    bool isEmpty() const { return m_cells.empty(); }
    const Rect &bounds() const { return m_bounds; }

private:
    template<typename Visit>
    void visit(const Rect &rect, Visit at) const;

    const Graph &m_graph;
    double m_cell = 0;
    Rect m_bounds;
    std::map<std::pair<int, int>, std::vector<std::pair<int, Rect>>> m_cells;
};

} // namespace squall::layout

#include "tests/core/layout/randomgraph.h"

#include <algorithm>
#include <random>

namespace squall::layout::testing {

namespace {

constexpr qreal headerHeight = 32;
constexpr qreal rowHeight = 22;
constexpr double edgesPerTable = 1.45;

} // namespace

Box tableBox(int rows, qreal width)
{
    Box box;
    box.size = {width, headerHeight + rows * rowHeight};
    for (int row = 0; row < rows; ++row)
        box.ports.push_back(headerHeight + (row + 0.5) * rowHeight);
    return box;
}

Graph randomGraph(int tables, int seed)
{
    std::mt19937 random(static_cast<unsigned>(seed));
    // The distributions of the standard library differ between libraries.
    const auto below = [&random](int bound) {
        return static_cast<int>(random() % static_cast<unsigned>(bound));
    };
    Graph graph;
    for (int i = 0; i < tables; ++i)
        graph.boxes.push_back(tableBox(3 + below(28), 160 + below(13) * 10));
    const int hubs = std::max(1, tables / 20);
    while (static_cast<double>(graph.edges.size()) < edgesPerTable * tables) {
        const int from = below(tables);
        const int kind = below(100);
        int to = below(tables);
        if (kind < 35)
            to = below(hubs) * (tables / hubs);
        else if (kind < 80)
            to = std::clamp(from + below(25) - 12, 0, tables - 1);
        const int rows = static_cast<int>(graph.boxes[from].ports.size());
        if (from != to || below(4) == 0)
            graph.edges.push_back({{from, 1 + below(rows - 1)}, {to, 0}});
    }
    return graph;
}

} // namespace squall::layout::testing

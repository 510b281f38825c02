#include "core/layout/component.h"

#include "core/layout/alignment.h"
#include "core/layout/columns.h"
#include "core/layout/crossings.h"
#include "core/layout/drawing.h"
#include "core/layout/routing.h"
#include "core/layout/spacing.h"
#include "core/layout/stress.h"
#include "core/layout/swapping.h"

#include <limits>
#include <numeric>

namespace squall::layout {

namespace {

/// With more room lines run elsewhere, and need it there.
int roomRoundsFor(std::size_t edges)
{
    constexpr std::size_t many = 3000;
    return edges <= many ? 2 : 0;
}

/// Small components are placed several times, and the one whose lines cross least is kept.
int trialsFor(std::size_t boxes)
{
    constexpr int most = 16;
    constexpr std::size_t boxesAltogether = 340;
    return std::clamp(static_cast<int>(boxesAltogether / std::max<std::size_t>(1, boxes)), 1, most);
}

Positions placeOnce(const Graph &graph, std::uint64_t seed, const Options &options,
                    const Cancelled &cancelled)
{
    Columns columns(graph, embed(graph, seed, cancelled), options);
    shorten(columns, graph, seed, options, cancelled);
    align(columns, graph);
    std::vector<int> all(graph.edges.size());
    std::iota(all.begin(), all.end(), 0);
    const int rounds = roomRoundsFor(graph.edges.size());
    for (int round = 0; round < rounds && !(cancelled && cancelled()); ++round) {
        const Surroundings around(rectsOf(graph, columns.positions()));
        makeRoom(columns,
                 findCourses(graph, around, all, windowAround(around, options), 0, options, cancelled),
                 options);
        align(columns, graph);
    }
    return columns.positions();
}

} // namespace

Positions placeComponent(const Graph &graph, const Options &options, const Cancelled &cancelled)
{
    const int trials = trialsFor(graph.boxes.size());
    Positions best;
    double bestCost = std::numeric_limits<double>::infinity();
    for (int trial = 0; trial < trials && !(cancelled && cancelled()); ++trial) {
        auto positions = placeOnce(graph, static_cast<std::uint64_t>(trial) + 1, options, cancelled);
        const double cost = trials == 1 ? 0 : crossings(drawAll(graph, positions, options, cancelled));
        if (best.empty() || cost < bestCost) {
            best = std::move(positions);
            bestCost = cost;
        }
    }
    return best;
}

} // namespace squall::layout

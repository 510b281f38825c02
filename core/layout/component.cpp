#include "core/layout/component.h"

#include "core/layout/alignment.h"
#include "core/layout/columns.h"
#include "core/layout/crossings.h"
#include "core/layout/drawing.h"
#include "core/layout/layout.h"
#include "core/layout/routing.h"
#include "core/layout/spacing.h"
#include "core/layout/stress.h"
#include "core/layout/swapping.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace squall::layout {

namespace {

/// With more room lines run elsewhere, and need it there.
constexpr int roomRounds = 2;
/// Up to so many lines are led past each other before they get room; beyond, each is sketched by itself.
constexpr std::size_t mostFound = 3000;

/// Small components are placed several times, and the one whose lines cross least is kept; of those the one
/// with the shortest lines.
int trialsFor(std::size_t boxes)
{
    constexpr int most = 100;
    constexpr double effort = 3400;
    const auto count = static_cast<double>(std::max<std::size_t>(1, boxes));
    return std::clamp(static_cast<int>(effort / (count * std::sqrt(count))), 1, most);
}

void giveRoom(Columns &columns, const Graph &graph, const Options &options, const Cancelled &cancelled)
{
    std::vector<int> all(graph.edges.size());
    std::iota(all.begin(), all.end(), 0);
    const Surroundings around(rectsOf(graph, columns.positions()));
    const auto window = windowAround(around, options);
    const auto courses = all.size() <= mostFound
                             ? findCourses(graph, around, all, window, 0, options, cancelled)
                             : sketchCourses(graph, around, all, window, options, cancelled);
    if (cancelled && cancelled())
        return;
    makeRoom(columns, courses, options);
}

Positions placeOnce(const Graph &graph, std::uint64_t seed, const Options &options,
                    const Cancelled &cancelled)
{
    Columns columns(graph, embed(graph, seed, cancelled), options);
    shorten(columns, graph, seed, options, cancelled);
    align(columns, graph);
    for (int round = 0; round < roomRounds && !(cancelled && cancelled()); ++round) {
        giveRoom(columns, graph, options, cancelled);
        if (!(cancelled && cancelled()))
            align(columns, graph);
    }
    return columns.positions();
}

/// Crossings first, then lengths.
std::pair<int, double> costOf(const std::vector<Route> &routes)
{
    double length = 0;
    for (const auto &route : routes) {
        for (std::size_t i = 0; i + 1 < route.points.size(); ++i)
            length += (route.points[i + 1] - route.points[i]).manhattanLength();
    }
    return {crossings(routes), length};
}

/// The aspect to ask for next where this one has come out: lines need room that nobody could know of before.
/// The same again where that is near enough, or hopeless.
double correctedAspect(double asked, const Graph &graph, const Positions &positions)
{
    constexpr double nearEnough = 1.3;
    constexpr std::size_t few = 30;
    const auto bounds = boundsOf(graph, positions, {});
    if (graph.boxes.size() < few || bounds.isEmpty())
        return asked;
    const double off = bounds.width() / bounds.height() / asked;
    return off > 1 / nearEnough && off < nearEnough ? asked : asked / off;
}

} // namespace

Positions placeComponent(const Graph &graph, const Options &options, const Cancelled &cancelled)
{
    const int trials = trialsFor(graph.boxes.size());
    auto shaped = options;
    Positions best;
    std::pair bestCost(std::numeric_limits<int>::max(), std::numeric_limits<double>::infinity());
    for (int trial = 0; trial < trials && !(cancelled && cancelled()); ++trial) {
        const auto seed = static_cast<std::uint64_t>(trial) + 1;
        auto positions = placeOnce(graph, seed, shaped, cancelled);
        if (trial == 0) {
            shaped.aspect = correctedAspect(options.aspect, graph, positions);
            if (shaped.aspect != options.aspect)
                positions = placeOnce(graph, seed, shaped, cancelled);
        }
        const auto cost =
            trials == 1 ? std::pair(0, 0.0) : costOf(drawAll(graph, positions, options, cancelled));
        if (best.empty() || cost < bestCost) {
            best = std::move(positions);
            bestCost = cost;
        }
    }
    return best;
}

} // namespace squall::layout

#include "core/layout/drawing.h"

#include "core/layout/bundles.h"
#include "core/layout/nudging.h"
#include "core/layout/routing.h"

#include <numeric>

namespace squall::layout {

namespace {

/// How far around the ends of some edges a way is looked for before it is looked for everywhere.
constexpr double nearby = 200;

std::vector<Route> routesOf(const std::vector<Course> &courses, std::size_t count)
{
    std::vector<Route> routes;
    for (std::size_t i = 0; i < count; ++i)
        routes.push_back(routeOf(courses[i]));
    return routes;
}

} // namespace

Rect windowAround(const Surroundings &around, const Options &options)
{
    return around.upright.bounds().grown(2 * std::max(options.columnGap, options.rowGap));
}

std::vector<Route> drawAll(const Graph &graph, const Positions &positions, const Options &options,
                           const Cancelled &cancelled)
{
    const Surroundings around(rectsOf(graph, positions));
    std::vector<int> all(graph.edges.size());
    std::iota(all.begin(), all.end(), 0);
    constexpr std::size_t few = 400;
    constexpr std::size_t many = 3000;
    const int rounds = all.size() <= few ? 3 : all.size() <= many ? 1 : 0;
    auto courses = findCourses(graph, around, all, windowAround(around, options), rounds, options, cancelled);
    nudge(courses, around, options, cancelled);
    return routesOf(courses, courses.size());
}

std::vector<Route> drawSome(const Graph &graph, const Positions &positions, const std::vector<int> &edges,
                            const std::vector<std::pair<int, const Route *>> &others, const Options &options)
{
    if (edges.empty())
        return {};
    const Surroundings around(rectsOf(graph, positions));
    const auto &rects = around.upright.rects();
    auto window = rects[graph.edges[edges.front()].from.box];
    for (const int edge : edges)
        window = window.united(rects[graph.edges[edge].from.box]).united(rects[graph.edges[edge].to.box]);
    window = window.grown(nearby);
    auto courses = findCourses(graph, around, edges, window, 0, options, {});
    const auto isMakeshift = [](const Course &course) { return course.isMakeshift; };
    if (std::any_of(courses.begin(), courses.end(), isMakeshift))
        courses = findCourses(graph, around, edges, windowAround(around, options), 0, options, {});
    const auto bundles = bundlesOf(graph);
    for (const auto &[edge, other] : others) {
        const auto touches = [&](const QPointF &point) {
            return window.touches({point.x(), point.y(), point.x(), point.y()});
        };
        if (std::none_of(other->points.begin(), other->points.end(), touches))
            continue;
        courses.push_back(courseOf(*other));
        courses.back().isFixed = true;
        courses.back().bundle = bundles[edge];
    }
    nudge(courses, around, options, {});
    return routesOf(courses, edges.size());
}

} // namespace squall::layout

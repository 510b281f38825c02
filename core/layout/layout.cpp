#include "core/layout/layout.h"

#include "core/layout/clean.h"
#include "core/layout/drawing.h"
#include "core/layout/insertion.h"
#include "core/layout/placement.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace squall::layout {

namespace {

Error stopped()
{
    return {.code = Error::Code::Cancelled,
            .message = QCoreApplication::translate("Layout", "Laying out the diagram was stopped.")};
}

bool isCancelled(const Cancelled &cancelled)
{
    return cancelled && cancelled();
}

/// Routes by the edges that somebody asked for.
std::vector<Route> byEdge(std::vector<Route> routes, const Clean &cleaned, std::size_t edges)
{
    std::vector<Route> result(edges);
    for (std::size_t i = 0; i < routes.size(); ++i)
        result[cleaned.edges[i]] = std::move(routes[i]);
    return result;
}

Result<Picture> drawn(const Graph &graph, const Clean &cleaned, Positions positions,
                      const Cancelled &cancelled)
{
    if (isCancelled(cancelled))
        return stopped();
    auto routes = drawAll(cleaned.graph, positions, cleaned.options, cancelled);
    if (isCancelled(cancelled))
        return stopped();
    Picture picture{std::move(positions), byEdge(std::move(routes), cleaned, graph.edges.size())};
    picture.bounds = boundsOf(cleaned.graph, picture.positions, picture.routes);
    return picture;
}

/// Whether a route passes through the box.
bool runsThrough(const Route &route, const Rect &rect)
{
    for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
        const auto piece = rectBetween(route.points[i], route.points[i + 1]);
        if (piece.left < rect.right && rect.left < piece.right + 0.01 && piece.top < rect.bottom &&
            rect.top < piece.bottom + 0.01)
            return true;
    }
    return false;
}

} // namespace

Result<Picture> arrange(const Graph &graph, const Options &options, const Cancelled &cancelled)
{
    const auto cleaned = clean(graph, options);
    return drawn(graph, cleaned, placeAll(cleaned.graph, cleaned.options, cancelled), cancelled);
}

Result<Picture> extend(const Graph &graph, const std::vector<std::optional<QPointF>> &kept,
                       const Options &options, const Cancelled &cancelled)
{
    const auto cleaned = clean(graph, options);
    auto positions = insertNew(cleaned.graph, kept, cleaned.options, cancelled);
    return drawn(graph, cleaned, std::move(positions), cancelled);
}

Result<std::vector<Route>> route(const Graph &graph, const Positions &positions, const Options &options,
                                 const Cancelled &cancelled)
{
    const auto cleaned = clean(graph, options);
    auto routes = drawAll(cleaned.graph, clean(cleaned.graph, positions), cleaned.options, cancelled);
    if (isCancelled(cancelled))
        return stopped();
    return byEdge(std::move(routes), cleaned, graph.edges.size());
}

std::vector<Route> reroute(const Graph &graph, const Positions &positions, std::vector<Route> routes,
                           const std::vector<int> &moved, const Options &options)
{
    const auto cleaned = clean(graph, options);
    const auto places = clean(cleaned.graph, positions);
    routes.resize(graph.edges.size());
    std::vector<bool> hasMoved(graph.boxes.size());
    for (const int box : moved) {
        if (box >= 0 && box < static_cast<int>(hasMoved.size()))
            hasMoved[box] = true;
    }
    std::vector<int> again;
    std::vector<std::pair<int, const Route *>> others;
    for (int i = 0; i < static_cast<int>(cleaned.graph.edges.size()); ++i) {
        const auto &edge = cleaned.graph.edges[i];
        const auto &old = routes[cleaned.edges[i]];
        const auto isInTheWay = [&](int box) {
            return hasMoved[box] && runsThrough(old, rectOf(cleaned.graph.boxes[box], places[box]));
        };
        if (old.points.size() < 2 || hasMoved[edge.from.box] || hasMoved[edge.to.box] ||
            std::any_of(moved.begin(), moved.end(), isInTheWay))
            again.push_back(i);
        else
            others.emplace_back(i, &old);
    }
    const auto fresh = drawSome(cleaned.graph, places, again, others, cleaned.options);
    for (std::size_t i = 0; i < again.size(); ++i)
        routes[cleaned.edges[again[i]]] = fresh[i];
    return routes;
}

QRectF boundsOf(const Graph &graph, const Positions &positions, const std::vector<Route> &routes)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Rect bounds{infinity, infinity, -infinity, -infinity};
    for (const auto &rect : rectsOf(graph, positions))
        bounds = bounds.united(rect);
    for (const auto &route : routes) {
        for (const auto &point : route.points)
            bounds = bounds.united({point.x(), point.y(), point.x(), point.y()});
    }
    if (bounds.left > bounds.right)
        return {};
    return {bounds.left, bounds.top, bounds.width(), bounds.height()};
}

} // namespace squall::layout

#include "tests/core/layout/measures.h"

#include <algorithm>
#include <cmath>

namespace squall::layout::testing {

namespace {

constexpr qreal nothing = 0.01;

QRectF rectOf(const Graph &graph, const Positions &positions, std::size_t box)
{
    return {positions[box], graph.boxes[box].size};
}

bool passes(const QRectF &rect, const QPointF &a, const QPointF &b)
{
    return std::min(a.x(), b.x()) < rect.right() - nothing &&
           std::max(a.x(), b.x()) > rect.left() + nothing &&
           std::min(a.y(), b.y()) < rect.bottom() - nothing && std::max(a.y(), b.y()) > rect.top() + nothing;
}

bool liesAt(const Box &box, const QRectF &rect, const End &end, Side side, const QPointF &point)
{
    const bool level = side == Side::Left || side == Side::Right;
    const qreal border = side == Side::Left    ? rect.left()
                         : side == Side::Right ? rect.right()
                         : side == Side::Top   ? rect.top()
                                               : rect.bottom();
    if (std::abs((level ? point.x() : point.y()) - border) > nothing)
        return false;
    if (end.port == End::anywhere)
        return rect.adjusted(-nothing, -nothing, nothing, nothing).contains(point);
    return level && std::abs(point.y() - rect.top() - box.ports[end.port]) < 2 * nothing;
}

bool goesOut(Side side, const QPointF &step)
{
    switch (side) {
    case Side::Left: return step.x() < 0;
    case Side::Right: return step.x() > 0;
    case Side::Top: return step.y() < 0;
    case Side::Bottom: return step.y() > 0;
    }
    return false;
}

bool isOrthogonal(const std::vector<QPointF> &points)
{
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const auto step = points[i + 1] - points[i];
        const bool level = std::abs(step.y()) < nothing;
        const bool upright = std::abs(step.x()) < nothing;
        if (level == upright)
            return false;
        if (i > 0 && level == (std::abs(points[i].y() - points[i - 1].y()) < nothing))
            return false;
    }
    return true;
}

struct Straight
{
    std::size_t route;
    bool upright;
    qreal at;
    qreal from;
    qreal to;
};

std::vector<Straight> piecesOf(const std::vector<Route> &routes)
{
    std::vector<Straight> pieces;
    for (std::size_t route = 0; route < routes.size(); ++route) {
        const auto &points = routes[route].points;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const auto &a = points[i];
            const auto &b = points[i + 1];
            if (std::abs(a.x() - b.x()) < nothing)
                pieces.push_back({route, true, a.x(), std::min(a.y(), b.y()), std::max(a.y(), b.y())});
            else
                pieces.push_back({route, false, a.y(), std::min(a.x(), b.x()), std::max(a.x(), b.x())});
        }
    }
    std::sort(pieces.begin(), pieces.end(), [](const Straight &a, const Straight &b) {
        return std::pair(a.upright, a.at) < std::pair(b.upright, b.at);
    });
    return pieces;
}

} // namespace

int overlaps(const Graph &graph, const Positions &positions)
{
    int count = 0;
    for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
        for (std::size_t j = i + 1; j < graph.boxes.size(); ++j)
            count += rectOf(graph, positions, i).intersects(rectOf(graph, positions, j)) ? 1 : 0;
    }
    return count;
}

int routesThroughBoxes(const Graph &graph, const Positions &positions, const std::vector<Route> &routes)
{
    int count = 0;
    for (const auto &route : routes) {
        bool through = false;
        for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
            for (std::size_t box = 0; box < graph.boxes.size() && !through; ++box)
                through = passes(rectOf(graph, positions, box), route.points[i], route.points[i + 1]);
        }
        count += through ? 1 : 0;
    }
    return count;
}

int misledRoutes(const Graph &graph, const Positions &positions, const std::vector<Route> &routes)
{
    int count = 0;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const auto &[points, leaves, enters] = routes[i];
        const auto &[from, to] = graph.edges[i];
        const bool led =
            points.size() >= 2 && isOrthogonal(points) &&
            liesAt(graph.boxes[from.box], rectOf(graph, positions, from.box), from, leaves, points.front()) &&
            liesAt(graph.boxes[to.box], rectOf(graph, positions, to.box), to, enters, points.back()) &&
            goesOut(leaves, points[1] - points[0]) &&
            goesOut(enters, points[points.size() - 2] - points.back());
        count += led ? 0 : 1;
    }
    return count;
}

int shortStubs(const std::vector<Route> &routes, qreal stub)
{
    int count = 0;
    for (const auto &route : routes) {
        const auto &points = route.points;
        const auto isShort = [&](const QPointF &step) { return step.manhattanLength() < stub - nothing; };
        if (points.size() >= 2) {
            count += isShort(points[1] - points[0]) ? 1 : 0;
            count += isShort(points[points.size() - 1] - points[points.size() - 2]) ? 1 : 0;
        }
    }
    return count;
}

qreal lengthOf(const std::vector<Route> &routes)
{
    qreal length = 0;
    for (const auto &route : routes) {
        for (std::size_t i = 0; i + 1 < route.points.size(); ++i)
            length += (route.points[i + 1] - route.points[i]).manhattanLength();
    }
    return length;
}

qreal sharedLength(const Graph &graph, const std::vector<Route> &routes)
{
    const auto pieces = piecesOf(routes);
    const auto haveCommonEnd = [&](std::size_t a, std::size_t b) {
        const auto &one = graph.edges[a];
        const auto &other = graph.edges[b];
        return one.from == other.from || one.from == other.to || one.to == other.from || one.to == other.to;
    };
    qreal shared = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto &a = pieces[i];
        for (std::size_t j = i + 1; j < pieces.size(); ++j) {
            const auto &b = pieces[j];
            if (b.upright != a.upright || b.at > a.at + nothing)
                break;
            if (a.route != b.route && !haveCommonEnd(a.route, b.route))
                shared += std::max(0.0, std::min(a.to, b.to) - std::max(a.from, b.from));
        }
    }
    return shared;
}

} // namespace squall::layout::testing

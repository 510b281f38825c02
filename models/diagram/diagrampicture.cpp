#include "models/diagram/diagrampicture.h"

#include <algorithm>

namespace squall::models {

namespace {

/// What is drawn around a line's course and a box's border: at most, when it is seen from afar.
constexpr double around = 32;

/// From a point to a piece of a line that runs straight along an axis.
double distanceTo(QPointF point, QPointF from, QPointF to)
{
    const auto outside = [](double at, double one, double other) {
        return std::max({0.0, std::min(one, other) - at, at - std::max(one, other)});
    };
    return outside(point.x(), from.x(), to.x()) + outside(point.y(), from.y(), to.y());
}

} // namespace

QRectF DiagramPicture::rect(int box) const
{
    const auto at = static_cast<std::size_t>(box);
    return {positions[at], content->graph.boxes[at].size};
}

int DiagramPicture::boxAt(QPointF point) const
{
    for (int box = count() - 1; box >= 0; --box) {
        if (rect(box).contains(point))
            return box;
    }
    return -1;
}

int DiagramPicture::lineAt(QPointF point, double reach) const
{
    int nearest = -1;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const auto &points = routes[i].points;
        for (std::size_t end = 1; end < points.size(); ++end) {
            const double distance = distanceTo(point, points[end - 1], points[end]);
            if (distance > reach)
                continue;
            reach = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

std::vector<int> DiagramPicture::boxesIn(const QRectF &area) const
{
    std::vector<int> found;
    for (int box = 0; box < count(); ++box) {
        if (rect(box).intersects(area))
            found.push_back(box);
    }
    return found;
}

std::vector<int> DiagramPicture::linesOf(const std::vector<int> &boxes) const
{
    std::vector<bool> wanted(positions.size(), false);
    for (const int box : boxes)
        wanted[static_cast<std::size_t>(box)] = true;
    std::vector<int> found;
    for (std::size_t i = 0; i < content->lines.size(); ++i) {
        const auto &line = content->lines[i];
        if (wanted[static_cast<std::size_t>(line.from)] || wanted[static_cast<std::size_t>(line.to)])
            found.push_back(static_cast<int>(i));
    }
    return found;
}

QRectF boundsOf(const layout::Route &route)
{
    if (route.points.empty())
        return {};
    QPointF least = route.points.front();
    QPointF most = least;
    for (const auto &point : route.points) {
        least = {std::min(least.x(), point.x()), std::min(least.y(), point.y())};
        most = {std::max(most.x(), point.x()), std::max(most.y(), point.y())};
    }
    return QRectF(least, most).adjusted(-around, -around, around, around);
}

std::optional<std::vector<QRectF>> differences(const DiagramPicture &before, const DiagramPicture &now)
{
    const bool sameOverlay =
        before.overlay == now.overlay || (before.overlay && now.overlay && *before.overlay == *now.overlay);
    if (!sameOverlay || before.content != now.content || before.positions.size() != now.positions.size() ||
        before.routes.size() != now.routes.size())
        return {};
    auto areas = differences(before.decoration, now.decoration);
    for (int box = 0; box < now.count(); ++box) {
        if (before.rect(box) == now.rect(box) && before.decoration.markOf(box) == now.decoration.markOf(box))
            continue;
        areas.push_back(before.rect(box).adjusted(-around, -around, around, around));
        areas.push_back(now.rect(box).adjusted(-around, -around, around, around));
    }
    for (std::size_t i = 0; i < now.routes.size(); ++i) {
        if (before.routes[i] == now.routes[i])
            continue;
        areas.push_back(boundsOf(before.routes[i]));
        areas.push_back(boundsOf(now.routes[i]));
    }
    return areas;
}

} // namespace squall::models

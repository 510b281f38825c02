#include "core/layout/course.h"

#include <cmath>

namespace squall::layout {

namespace {

constexpr double nothing = 0.01;

bool areSame(const QPointF &a, const QPointF &b)
{
    return std::abs(a.x() - b.x()) < nothing && std::abs(a.y() - b.y()) < nothing;
}

bool areInLine(const QPointF &a, const QPointF &b, const QPointF &c)
{
    return (std::abs(a.x() - b.x()) < nothing && std::abs(b.x() - c.x()) < nothing) ||
           (std::abs(a.y() - b.y()) < nothing && std::abs(b.y() - c.y()) < nothing);
}

bool isUprightSide(Side side)
{
    return side == Side::Top || side == Side::Bottom;
}

} // namespace

bool Course::isUpright(int piece) const
{
    return isUprightSide(leaves) != (piece % 2 != 0);
}

double Course::end(int piece, bool forward) const
{
    if (forward)
        return piece + 1 < count() ? at[piece + 1] : finish;
    return piece > 0 ? at[piece - 1] : start;
}

Span Course::span(int piece) const
{
    const double one = end(piece, false);
    const double other = end(piece, true);
    return {std::min(one, other), std::max(one, other)};
}

QPointF Course::point(int piece, bool forward) const
{
    const double along = end(piece, forward);
    return isUpright(piece) ? QPointF(at[piece], along) : QPointF(along, at[piece]);
}

Course courseOf(const Route &route)
{
    Course course;
    course.leaves = route.leaves;
    course.enters = route.enters;
    bool upright = isUprightSide(route.leaves);
    for (std::size_t i = 0; i + 1 < route.points.size(); ++i, upright = !upright)
        course.at.push_back(upright ? route.points[i].x() : route.points[i].y());
    if (course.at.empty())
        return course;
    course.start = isUprightSide(route.leaves) ? route.points.front().y() : route.points.front().x();
    course.finish = isUprightSide(route.enters) ? route.points.back().y() : route.points.back().x();
    course.first = {course.at.front(), course.at.front()};
    course.last = {course.at.back(), course.at.back()};
    return course;
}

Route routeOf(const Course &course)
{
    std::vector<QPointF> points;
    points.reserve(course.at.size() + 1);
    for (int i = 0; i < course.count(); ++i)
        points.push_back(course.point(i, false));
    if (course.count() > 0)
        points.push_back(course.point(course.count() - 1, true));
    return routeAlong(points, course.leaves, course.enters);
}

Route routeAlong(const std::vector<QPointF> &points, Side leaves, Side enters)
{
    Route route{{}, leaves, enters};
    auto &kept = route.points;
    for (const auto &point : points) {
        if (!kept.empty() && areSame(kept.back(), point))
            continue;
        if (kept.size() >= 2 && areInLine(kept[kept.size() - 2], kept.back(), point))
            kept.back() = point;
        else
            kept.push_back(point);
        if (kept.size() >= 2 && areSame(kept[kept.size() - 2], kept.back()))
            kept.pop_back();
    }
    return route;
}

} // namespace squall::layout

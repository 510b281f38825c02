#pragma once

#include "core/layout/obstacles.h"

#include <vector>

namespace squall::layout {

/// A route as the coordinates of its pieces, which are level and upright in turn: moving a piece aside is
/// changing one number.
struct Course
{
    Side leaves = Side::Right;
    Side enters = Side::Left;
    /// Where the first piece begins and the last one ends, along them: borders of boxes.
    double start = 0;
    double finish = 0;
    /// Where the first and the last piece may be moved: along the borders.
    Span first = {};
    Span last = {};
    std::vector<double> at = {};
    /// Those of one bundle lead to the same end, and may run upon each other; -1: of none.
    int bundle = -1;
    /// One that others have to respect, and that stays as it is.
    bool isFixed = false;
    /// No way was found: it pays no heed to boxes.
    bool isMakeshift = false;

    int count() const { return static_cast<int>(at.size()); }
    bool isUpright(int piece) const;
    /// Where a piece ends, along it: `forward` or toward the start.
    double end(int piece, bool forward) const;
    Span span(int piece) const;
    QPointF point(int piece, bool forward) const;
};

/// The course that a route runs; its ends may not be moved.
Course courseOf(const Route &route);
/// With its needless points left out.
Route routeOf(const Course &course);
/// A route along `points`, of which those that lie on straight lines are left out.
Route routeAlong(const std::vector<QPointF> &points, Side leaves, Side enters);

} // namespace squall::layout

#pragma once

#include "core/layout/graph.h"

#include <QPainterPath>

namespace squall::ui {

/// How many rows may stand at the end of a line.
struct Foot
{
    bool many = false;
    bool optional = false; ///< none, too
};

/// Draws what a foot consists of into `strokes`, and the circle of an optional one, which hides the line
/// below it, into `circles`. `tip` lies on the border of the box; the line leaves it to `side`.
void addFoot(const Foot &foot, QPointF tip, layout::Side side, QPainterPath &strokes, QPainterPath &circles);

/// The course of a line with rounded corners.
void addCourse(const std::vector<QPointF> &points, QPainterPath &path);

} // namespace squall::ui

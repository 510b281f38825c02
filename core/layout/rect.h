#pragma once

#include "core/layout/graph.h"

#include <algorithm>
#include <vector>

namespace squall::layout {

/// A piece of a line.
struct Span
{
    double from = 0;
    double to = 0;

    bool empty() const { return from >= to; }
};

struct Rect
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    double width() const { return right - left; }
    double height() const { return bottom - top; }
    Rect grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }
    Rect united(const Rect &other) const
    {
        return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
                std::max(bottom, other.bottom)};
    }
    bool touches(const Rect &other) const
    {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
    /// Columns as rows: what is written for upright lines then serves level ones.
    Rect transposed() const { return {top, left, bottom, right}; }
};

inline Rect rectOf(const Box &box, const QPointF &at)
{
    return {at.x(), at.y(), at.x() + box.size.width(), at.y() + box.size.height()};
}

inline Rect rectBetween(const QPointF &a, const QPointF &b)
{
    return {std::min(a.x(), b.x()), std::min(a.y(), b.y()), std::max(a.x(), b.x()), std::max(a.y(), b.y())};
}

inline std::vector<Rect> rectsOf(const Graph &graph, const Positions &positions)
{
    std::vector<Rect> rects;
    rects.reserve(graph.boxes.size());
    for (std::size_t i = 0; i < graph.boxes.size(); ++i)
        rects.push_back(rectOf(graph.boxes[i], positions[i]));
    return rects;
}

} // namespace squall::layout

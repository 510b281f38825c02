#include "ui/diagram/crowsfoot.h"

#include <algorithm>
#include <cmath>

namespace squall::ui {

namespace {

constexpr double toes = 11;   ///< their length
constexpr double spread = 6;  ///< to either side
constexpr double barHalf = 5; ///< a bar across the line
constexpr double ring = 3.5;  ///< radius of the circle
constexpr double corner = 6;

QPointF outwards(layout::Side side)
{
    switch (side) {
    case layout::Side::Left: return {-1, 0};
    case layout::Side::Right: return {1, 0};
    case layout::Side::Top: return {0, -1};
    case layout::Side::Bottom: return {0, 1};
    }
    Q_UNREACHABLE();
}

double length(QPointF way)
{
    return std::abs(way.x()) + std::abs(way.y());
}

} // namespace

void addFoot(const Foot &foot, QPointF tip, layout::Side side, QPainterPath &strokes, QPainterPath &circles)
{
    const auto out = outwards(side);
    const QPointF across(out.y(), out.x());
    const auto bar = [&](double distance) {
        strokes.moveTo(tip + distance * out - barHalf * across);
        strokes.lineTo(tip + distance * out + barHalf * across);
    };
    double at = 7; // where the mark nearest to the box stands
    if (foot.many) {
        for (const double aside : {-spread, spread}) {
            strokes.moveTo(tip + toes * out);
            strokes.lineTo(tip + aside * across);
        }
        at = toes + 1;
    } else {
        bar(at);
        at += 4;
    }
    if (foot.optional)
        circles.addEllipse(tip + (at + ring) * out, ring, ring);
    else
        bar(foot.many ? at + 3 : at);
}

void addCourse(const std::vector<QPointF> &points, QPainterPath &path)
{
    if (points.size() < 2)
        return;
    path.moveTo(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const auto in = points[i] - points[i - 1];
        const auto out = points[i + 1] - points[i];
        const double radius = std::min({corner, length(in) / 2, length(out) / 2});
        if (radius < 0.5) {
            path.lineTo(points[i]);
            continue;
        }
        path.lineTo(points[i] - in / length(in) * radius);
        path.quadTo(points[i], points[i] + out / length(out) * radius);
    }
    path.lineTo(points.back());
}

} // namespace squall::ui

#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <vector>

/// Where boxes come to lie when somebody puts them in order. Nothing is laid onto something else.
namespace squall::models {

enum class Alignment {
    Left,
    Center,
    Right,
    Top,
    Middle,
    Bottom,
    Across, ///< with even gaps from left to right
    Down,
};

/// New corners of `boxes`, in their order. What would lie on another one, or on one of `others`, is moved on
/// along the line.
std::vector<QPointF> aligned(const std::vector<QRectF> &boxes, const std::vector<QRectF> &others,
                             Alignment alignment);

/// How far something that is dragged goes, and along which lines it does.
struct Snap
{
    QPointF by;
    std::vector<QLineF> guides = {}; ///< from the one to the other

    bool operator==(const Snap &) const = default;
};

/// The nearest step to `by` at which a side of `held` is in line with the same side of one of `others`, not
/// farther than `reach`; where there is none, at which its corner is on the grid.
Snap snapped(const QRectF &held, QPointF by, const std::vector<QRectF> &others, double reach);

/// Positions are on this grid.
constexpr double diagramGrid = 8;

} // namespace squall::models

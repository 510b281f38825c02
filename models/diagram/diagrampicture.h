#pragma once

#include "models/diagram/diagramcontent.h"
#include "models/diagram/diagramdecoration.h"
#include "models/diagram/diagramoverlay.h"

#include <memory>

namespace squall::models {

/// A diagram with everything at its place. Never changes, so that any thread may draw it.
struct DiagramPicture
{
    std::shared_ptr<const DiagramContent> content = std::make_shared<const DiagramContent>();
    layout::Positions positions = {};
    std::vector<layout::Route> routes = {};
    QRectF bounds = {};
    DiagramOverlayPtr overlay = {}; ///< what is said beside it; null: nothing
    DiagramDecoration decoration = {};

    int count() const { return static_cast<int>(positions.size()); }
    const DiagramBox &box(int box) const { return content->boxes[static_cast<std::size_t>(box)]; }
    QRectF rect(int box) const;
    /// -1: there is none.
    int boxAt(QPointF point) const;
    /// The line nearest to a point and no farther from it than that; -1: there is none.
    int lineAt(QPointF point, double reach) const;
    /// By number.
    std::vector<int> boxesIn(const QRectF &rect) const;
    /// The lines that end at one of `boxes`.
    std::vector<int> linesOf(const std::vector<int> &boxes) const;
};

using DiagramPicturePtr = std::shared_ptr<const DiagramPicture>;

/// Where `now` looks otherwise than `before`; nothing when it may be anywhere.
std::optional<std::vector<QRectF>> differences(const DiagramPicture &before, const DiagramPicture &now);

/// The course of a line with room for what is drawn at its ends.
QRectF boundsOf(const layout::Route &route);

} // namespace squall::models

#pragma once

#include "core/base/result.h"
#include "core/layout/graph.h"

/// What all of these promise: boxes that they place overlap nothing; no line goes through a box, as long as
/// the boxes do not overlap; the same input gives the same answer. They fail only with
/// `Error::Code::Cancelled`. Sizes and positions that are no numbers count as 0, and edges to boxes or ports
/// that are not there as absent: those have an empty route, or end anywhere around the box.
namespace squall::layout {

/// Places all boxes anew.
Result<Picture> arrange(const Graph &graph, const Options &options = {}, const Cancelled &cancelled = {});

/// Places the boxes that have no position yet near what they are joined to, and moves none of the others.
Result<Picture> extend(const Graph &graph, const std::vector<std::optional<QPointF>> &kept,
                       const Options &options = {}, const Cancelled &cancelled = {});

/// Only draws the lines, all of them, around boxes that lie where somebody put them.
Result<std::vector<Route>> route(const Graph &graph, const Positions &positions, const Options &options = {},
                                 const Cancelled &cancelled = {});

/// Draws the lines again that boxes have brought out of place by moving: those that end at the `moved` ones,
/// and those that these now lie on. All others stay as they are in `routes`. Fast enough to be called while a
/// box is dragged.
std::vector<Route> reroute(const Graph &graph, const Positions &positions, std::vector<Route> routes,
                           const std::vector<int> &moved, const Options &options = {});

/// Boxes and lines, with nothing around.
QRectF boundsOf(const Graph &graph, const Positions &positions, const std::vector<Route> &routes);

} // namespace squall::layout

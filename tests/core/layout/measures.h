#pragma once

#include "core/layout/graph.h"

namespace squall::layout::testing {

/// How many pairs of boxes overlap.
int overlaps(const Graph &graph, const Positions &positions);
/// How many routes pass through a box.
int routesThroughBoxes(const Graph &graph, const Positions &positions, const std::vector<Route> &routes);
/// How many routes do not run level and upright in turn from the border of one box to that of the other, at
/// the heights of their ports.
int misledRoutes(const Graph &graph, const Positions &positions, const std::vector<Route> &routes);
/// How many of their two ends are shorter than that.
int shortStubs(const std::vector<Route> &routes, qreal stub);
qreal lengthOf(const std::vector<Route> &routes);
/// The length along which routes that have no end in common lie upon each other.
qreal sharedLength(const Graph &graph, const std::vector<Route> &routes);

} // namespace squall::layout::testing

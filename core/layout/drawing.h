#pragma once

#include "core/layout/obstacles.h"

#include <utility>
#include <vector>

namespace squall::layout {

/// Where lines may run.
Rect windowAround(const Surroundings &around, const Options &options);

/// The lines of all edges, with as many rounds of improvement as time allows for so many.
std::vector<Route> drawAll(const Graph &graph, const Positions &positions, const Options &options,
                           const Cancelled &cancelled);

/// The lines of some edges, in their order, beside those of others that stay.
std::vector<Route> drawSome(const Graph &graph, const Positions &positions, const std::vector<int> &edges,
                            const std::vector<std::pair<int, const Route *>> &others, const Options &options);

} // namespace squall::layout

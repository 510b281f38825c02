#pragma once

#include "core/layout/graph.h"

namespace squall::layout {

/// Positions for all boxes: each component by itself, then all of them side by side.
Positions placeAll(const Graph &graph, const Options &options, const Cancelled &cancelled);

} // namespace squall::layout

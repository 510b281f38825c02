#pragma once

#include "core/layout/graph.h"

namespace squall::layout {

/// Places the boxes of a connected graph; `edges` of the answer are only counted on.
Positions placeComponent(const Graph &graph, const Options &options, const Cancelled &cancelled);

} // namespace squall::layout

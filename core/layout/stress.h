#pragma once

#include "core/layout/graph.h"

#include <cstdint>
#include <vector>

namespace squall::layout {

/// Points for the boxes of a connected graph, as far from each other in the plane as they are along the
/// edges, as well as that goes, and stretched out along the x axis. Knows nothing of sizes.
std::vector<QPointF> embed(const Graph &graph, std::uint64_t seed, const Cancelled &cancelled);

} // namespace squall::layout

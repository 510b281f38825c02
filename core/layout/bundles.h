#pragma once

#include "core/layout/graph.h"

#include <vector>

namespace squall::layout {

/// Where many lines lead to the same end they run upon each other, as the branches of a tree: hundreds side
/// by side would take more room than the boxes, and all mean the same. For each edge the number of its
/// bundle; -1 where it is of none.
std::vector<int> bundlesOf(const Graph &graph);

} // namespace squall::layout

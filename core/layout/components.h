#pragma once

#include "core/layout/graph.h"

#include <vector>

namespace squall::layout {

/// The boxes that hang together by edges, the largest component first, then in the order of their first
/// boxes.
std::vector<std::vector<int>> components(const Graph &graph);

/// The graph of these boxes, which get the numbers 0, 1, 2, …, and of the edges between them.
Graph subgraph(const Graph &graph, const std::vector<int> &boxes);

/// For each box those that it is joined to, once each, without itself.
std::vector<std::vector<int>> neighboursOf(const Graph &graph);

} // namespace squall::layout

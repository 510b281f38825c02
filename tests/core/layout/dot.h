#pragma once

#include "core/layout/graph.h"

#include <optional>

namespace squall::layout::testing {

/// What Graphviz's `dot` makes of the same graph with orthogonal lines; nothing where it is not installed.
/// Its boxes have no ports.
std::optional<Picture> drawnByDot(const Graph &graph);

} // namespace squall::layout::testing

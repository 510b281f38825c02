#pragma once

#include "core/layout/graph.h"

namespace squall::layout {

/// The kept positions, and for all other boxes places near what they are joined to that overlap nothing.
Positions insertNew(const Graph &graph, const std::vector<std::optional<QPointF>> &kept,
                    const Options &options, const Cancelled &cancelled);

} // namespace squall::layout

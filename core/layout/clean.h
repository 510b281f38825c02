#pragma once

#include "core/layout/graph.h"

#include <vector>

namespace squall::layout {

/// The same graph with nothing in it that could not be drawn: sizes are numbers from 0 up, aspects and gaps
/// make sense, edges join boxes that are there and end at ports that are.
struct Clean
{
    Graph graph;
    std::vector<int> edges; ///< what the edges of `graph` were before
    Options options;
};

Clean clean(const Graph &graph, const Options &options);
QPointF clean(const QPointF &position);
/// With positions for boxes that have none.
Positions clean(const Graph &graph, Positions positions);

} // namespace squall::layout

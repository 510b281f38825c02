#pragma once

#include "core/layout/graph.h"

/// Boxes and edges as schemas have them.
namespace squall::layout::testing {

/// A box of so many rows, each with a port.
Box tableBox(int rows, qreal width = 200);
/// `tables` boxes of 3 to 30 rows and 1.45 edges each, a good third of them to a few hubs. The same for a
/// seed.
Graph randomGraph(int tables, int seed);

} // namespace squall::layout::testing

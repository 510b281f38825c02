#pragma once

#include "core/layout/graph.h"

#include <vector>

namespace squall::layout {

/// At how many places pieces of different routes go straight across each other.
int crossings(const std::vector<Route> &routes);

} // namespace squall::layout

#pragma once

#include "core/layout/columns.h"

namespace squall::layout {

/// Moves boxes up and down within their columns, so that as many edges as possible run straight.
void align(Columns &columns, const Graph &graph);

} // namespace squall::layout

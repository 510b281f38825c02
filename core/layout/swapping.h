#pragma once

#include "core/layout/columns.h"

#include <cstdint>

namespace squall::layout {

/// Lets boxes change places until the edges are short and, as lines from middle to middle, cross seldom.
/// Columns keep about their heights.
void shorten(Columns &columns, const Graph &graph, std::uint64_t seed, const Options &options,
             const Cancelled &cancelled);

} // namespace squall::layout

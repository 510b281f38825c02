#pragma once

#include "core/layout/graph.h"

#include <QByteArray>

namespace squall::layout::testing {

/// The picture as it is, to look at.
QByteArray svgOf(const Graph &graph, const Picture &picture);

} // namespace squall::layout::testing

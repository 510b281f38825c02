#pragma once

#include "models/query/chartdata.h"

namespace squall::models {

/// Points by x, as few as two for each of `stretches` of the same width: the lowest and the highest in it, so
/// that no peak is lost. A stretch where nothing is but gaps stays a gap.
std::vector<ChartPoint> withExtremes(const std::vector<ChartPoint> &points, size_t stretches);

/// `most` of them, evenly picked in their order.
std::vector<ChartPoint> everySo(const std::vector<ChartPoint> &points, size_t most);

/// How much a series is about: the sum of what its values are apart from their signs.
double sizeOf(const ChartSeries &series);

/// The numbers of the `most` largest sizes, ascending.
std::vector<size_t> largest(const std::vector<double> &sizes, size_t most);

} // namespace squall::models

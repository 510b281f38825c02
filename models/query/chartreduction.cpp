#include "models/query/chartreduction.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace squall::models {

std::vector<ChartPoint> withExtremes(const std::vector<ChartPoint> &points, size_t stretches)
{
    std::vector<ChartPoint> kept;
    const double from = points.front().x;
    const double width = (points.back().x - from) / static_cast<double>(stretches);
    const auto stretchOf = [&](const ChartPoint &point) {
        const auto number = width > 0 ? (point.x - from) / width : 0;
        return std::min(stretches - 1, static_cast<size_t>(number));
    };
    for (size_t begin = 0; begin < points.size();) {
        size_t end = begin;
        size_t low = begin;
        size_t high = begin;
        while (end < points.size() && stretchOf(points[end]) == stretchOf(points[begin])) {
            // Comparisons with a gap are false; anything replaces one.
            if (points[end].y < points[low].y || std::isnan(points[low].y))
                low = end;
            if (points[end].y > points[high].y || std::isnan(points[high].y))
                high = end;
            ++end;
        }
        kept.push_back(points[std::min(low, high)]);
        if (low != high)
            kept.push_back(points[std::max(low, high)]);
        begin = end;
    }
    return kept;
}

std::vector<ChartPoint> everySo(const std::vector<ChartPoint> &points, size_t most)
{
    std::vector<ChartPoint> kept;
    kept.reserve(most);
    const double step = static_cast<double>(points.size()) / static_cast<double>(most);
    for (size_t i = 0; i < most; ++i)
        kept.push_back(points[static_cast<size_t>(static_cast<double>(i) * step)]);
    return kept;
}

double sizeOf(const ChartSeries &series)
{
    return std::accumulate(series.points.begin(), series.points.end(), 0.0,
                           [](double sum, const ChartPoint &point) {
                               return std::isnan(point.y) ? sum : sum + std::abs(point.y);
                           });
}

std::vector<size_t> largest(const std::vector<double> &sizes, size_t most)
{
    std::vector<size_t> numbers(sizes.size());
    std::iota(numbers.begin(), numbers.end(), size_t(0));
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](size_t one, size_t other) { return sizes[one] > sizes[other]; });
    numbers.resize(std::min(most, numbers.size()));
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace squall::models

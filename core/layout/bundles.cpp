#include "core/layout/bundles.h"

#include <map>
#include <utility>

namespace squall::layout {

namespace {

/// Fewer have room beside each other, and are easier to follow there.
constexpr int leastBundled = 12;

} // namespace

std::vector<int> bundlesOf(const Graph &graph)
{
    std::map<std::pair<int, int>, int> counts;
    const auto keyOf = [](const Edge &edge) { return std::pair(edge.to.box, edge.to.port); };
    const auto isLoop = [](const Edge &edge) { return edge.from.box == edge.to.box; };
    for (const auto &edge : graph.edges) {
        if (!isLoop(edge))
            ++counts[keyOf(edge)];
    }
    int number = 0;
    for (auto &[end, count] : counts)
        count = count >= leastBundled ? number++ : -1;
    std::vector<int> bundles;
    for (const auto &edge : graph.edges)
        bundles.push_back(isLoop(edge) ? -1 : counts[keyOf(edge)]);
    return bundles;
}

} // namespace squall::layout

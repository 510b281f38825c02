#include "core/base/topologicalorder.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace squall {

std::vector<int> topologicalOrder(const std::vector<std::vector<int>> &before)
{
    const auto count = static_cast<int>(before.size());
    std::vector<std::vector<int>> after(before.size());
    std::vector<int> waitingFor(before.size(), 0);
    for (int node = 0; node < count; ++node) {
        for (const int needed : before[node]) {
            after[needed].push_back(node);
            ++waitingFor[node];
        }
    }

    std::priority_queue<int, std::vector<int>, std::greater<>> ready;
    for (int node = 0; node < count; ++node) {
        if (waitingFor[node] == 0)
            ready.push(node);
    }

    std::vector<int> order;
    order.reserve(before.size());
    while (!ready.empty()) {
        const int node = ready.top();
        ready.pop();
        order.push_back(node);
        for (const int next : after[node]) {
            if (--waitingFor[next] == 0)
                ready.push(next);
        }
    }
    return order;
}

std::vector<int> findCycle(const std::vector<std::vector<int>> &before)
{
    // Whatever the sort could place is not on a cycle; from anything else, walking backwards must come round.
    std::vector<bool> placed(before.size(), false);
    for (const int node : topologicalOrder(before))
        placed[node] = true;
    const auto start = std::find(placed.begin(), placed.end(), false);
    if (start == placed.end())
        return {};

    std::vector<int> path;
    std::vector<int> stepOf(before.size(), -1);
    int node = static_cast<int>(start - placed.begin());
    while (stepOf[node] < 0) {
        stepOf[node] = static_cast<int>(path.size());
        path.push_back(node);
        node = *std::find_if(before[node].begin(), before[node].end(),
                             [&](int needed) { return !placed[needed]; });
    }
    path.erase(path.begin(), path.begin() + stepOf[node]);
    return path;
}

} // namespace squall

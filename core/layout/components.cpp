#include "core/layout/components.h"

#include <algorithm>

namespace squall::layout {

std::vector<std::vector<int>> neighboursOf(const Graph &graph)
{
    std::vector<std::vector<int>> neighbours(graph.boxes.size());
    for (const auto &edge : graph.edges) {
        if (edge.from.box == edge.to.box)
            continue;
        neighbours[edge.from.box].push_back(edge.to.box);
        neighbours[edge.to.box].push_back(edge.from.box);
    }
    for (auto &list : neighbours) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return neighbours;
}

std::vector<std::vector<int>> components(const Graph &graph)
{
    const auto neighbours = neighboursOf(graph);
    std::vector<bool> seen(graph.boxes.size());
    std::vector<std::vector<int>> result;
    for (int first = 0; first < static_cast<int>(graph.boxes.size()); ++first) {
        if (seen[first])
            continue;
        seen[first] = true;
        std::vector<int> members{first};
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (const int other : neighbours[members[i]]) {
                if (!seen[other]) {
                    seen[other] = true;
                    members.push_back(other);
                }
            }
        }
        std::sort(members.begin(), members.end());
        result.push_back(std::move(members));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return result;
}

Graph subgraph(const Graph &graph, const std::vector<int> &boxes)
{
    std::vector<int> number(graph.boxes.size(), -1);
    Graph part;
    for (const int box : boxes) {
        number[box] = static_cast<int>(part.boxes.size());
        part.boxes.push_back(graph.boxes[box]);
    }
    for (auto edge : graph.edges) {
        edge.from.box = number[edge.from.box];
        edge.to.box = number[edge.to.box];
        if (edge.from.box >= 0 && edge.to.box >= 0)
            part.edges.push_back(edge);
    }
    return part;
}

} // namespace squall::layout

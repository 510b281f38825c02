#pragma once

#include <vector>

namespace squall {

/// Orders 0…n-1 so that everything in `before[i]` comes ahead of i, and among what is free to go next the
/// smallest number goes first: the order that disturbs 0, 1, 2, … least. The same input gives the same order.
/// What lies on or behind a cycle is missing from the answer; `findCycle` names one.
std::vector<int> topologicalOrder(const std::vector<std::vector<int>> &before);

/// One cycle, each member needing the next and the last needing the first; empty when there is none.
std::vector<int> findCycle(const std::vector<std::vector<int>> &before);

} // namespace squall

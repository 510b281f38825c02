#pragma once

#include "core/layout/obstacles.h"

#include <vector>

namespace squall::layout {

/// A line on which routes may run: everywhere at the same distance from one border of the picture.
struct Lane
{
    double at = 0;
    Span span = {};
    /// Whether its ends are where an edge can begin.
    bool beginsAtBox = false;
    bool endsAtBox = false;
    /// It is there for the sake of the doorway at its end.
    bool isDoorway = false;
};

/// A height of one box at which lines may leave it, to the left and to the right.
struct Doorway
{
    int box = 0;
    double at = 0;
};

/// The lanes, upright, that pass left and right of the given boxes, halfway to what lies there and never
/// farther away than `gap`, and those that go up and down from the `doorways` (whose `at` is across). Of
/// lanes that say the same only the longest. In the order of `at`, then of `span.from`. None reaches beyond
/// `window`.
std::vector<Lane> lanesAlong(const Obstacles &obstacles, const std::vector<int> &boxes,
                             const std::vector<Doorway> &doorways, const Rect &window, double gap,
                             const Cancelled &cancelled);

} // namespace squall::layout

#pragma once

#include "core/layout/course.h"

#include <utility>
#include <vector>

namespace squall::layout {

/// A straight piece of a route and the room that it has aside.
struct Piece
{
    int course = 0;
    int index = 0;
    double at = 0;
    Span span = {}; ///< along it
    Span room = {}; ///< across
    Span free = {}; ///< the same, where it has to be: without regard for the stubs of its route
    /// Further ones that lie upon it and move with it: course and index.
    std::vector<std::pair<int, int>> others = {};

    bool isFixed() const { return room.from >= room.to; }
};

/// All upright pieces, or all level ones. `around` is turned accordingly.
std::vector<Piece> piecesOf(const std::vector<Course> &courses, bool upright, const Obstacles &around,
                            const Options &options, const Cancelled &cancelled);

/// How many crossings more there are when `a` comes before `b` (has the smaller coordinate) than the other
/// way round, as far as their ends say so.
int crossingsBefore(const std::vector<Course> &courses, const Piece &a, const Piece &b);

} // namespace squall::layout

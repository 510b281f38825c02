#pragma once

#include "core/base/result.h"
#include "core/layout/course.h"

#include <vector>

namespace squall::layout {

/// Moves the pieces of routes apart that run upon or close to each other, within the room between the boxes,
/// in the order in which they cross least, and to the middle of that room.
void nudge(std::vector<Course> &courses, const Surroundings &around, const Options &options,
           const Cancelled &cancelled);

} // namespace squall::layout

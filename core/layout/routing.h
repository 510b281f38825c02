#pragma once

#include "core/layout/course.h"
#include "core/layout/lanegraph.h"

#include <vector>

namespace squall::layout {

/// The courses of these edges along the lanes of the window, in their order, before they are moved apart.
/// `rounds`: how often routes that cross others look for a better way once all have one.
std::vector<Course> findCourses(const Graph &graph, const Surroundings &around, const std::vector<int> &edges,
                                const Rect &window, int rounds, const Options &options,
                                const Cancelled &cancelled);

/// Where each would run if it were alone: found much faster, and enough to say where lines need room.
std::vector<Course> sketchCourses(const Graph &graph, const Surroundings &around,
                                  const std::vector<int> &edges, const Rect &window, const Options &options,
                                  const Cancelled &cancelled);

} // namespace squall::layout

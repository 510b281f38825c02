#pragma once

#include "core/layout/columns.h"
#include "core/layout/course.h"

namespace squall::layout {

/// Widens the gaps between columns and between boxes to what the lines need that run there.
void makeRoom(Columns &columns, const std::vector<Course> &courses, const Options &options);

} // namespace squall::layout

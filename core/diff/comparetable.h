#pragma once

#include "core/diff/change.h"

#include <vector>

namespace squall::diff {

/// Adds what makes one table the other.
void compareTable(const catalog::Table &from, const catalog::Table &to, std::vector<Change> &changes);

} // namespace squall::diff

#pragma once

#include "core/diff/change.h"

#include <vector>

namespace squall::diff {

/// Whether it makes something that was not there, by itself.
bool isCreation(const Change &change);

/// Adds to what must come first all that comes of something being there already: names that must be free or
/// taken, what stands in the way of a change, what only goes when nothing leans on it.
void addNeedsOfAlterations(std::vector<std::vector<int>> &before, const std::vector<Change> &changes,
                           const catalog::Snapshot &from, const catalog::Snapshot &to);

} // namespace squall::diff

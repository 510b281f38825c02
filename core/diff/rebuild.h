#pragma once

#include "core/diff/change.h"

#include <vector>

namespace squall::diff {

/// Something that does not change itself, but goes and comes back because of something under it.
struct Rebuild
{
    ObjectId object;
    ObjectId because;

    bool operator==(const Rebuild &) const = default;
};

/// Adds the drops and creations that `changes` entail: of views, policies, foreign keys, indexes and checks
/// that stand in the way of a change of what they read, and of what goes with a column that is replaced.
/// Answers what was added, for whoever wants to know why.
std::vector<Rebuild> addRebuilds(std::vector<Change> &changes, const catalog::Snapshot &from,
                                 const catalog::Snapshot &to);

} // namespace squall::diff

#pragma once

#include "core/base/objectid.h"
#include "core/diff/change.h"

#include <vector>

namespace squall::diff {

/// The object that `change` brings into being, or brings to what it shall be. Attachments and the like, which
/// make a fact but no object, answer with a part of their relation that nothing else is called.
ObjectId produces(const Change &change);

/// For every change, the numbers of those that must come first. `from` is what there was, under its new
/// names; nullptr for nothing.
std::vector<std::vector<int>> needs(const std::vector<Change> &changes, const catalog::Snapshot *from,
                                    const catalog::Snapshot &to);

} // namespace squall::diff

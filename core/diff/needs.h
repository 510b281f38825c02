#pragma once

#include "core/base/objectid.h"
#include "core/diff/change.h"

#include <vector>

namespace squall::diff {

/// The object that `change` brings into being. Attachments and the like, which make a fact but no object,
/// answer with a part of their relation that nothing else is called.
ObjectId produces(const Change &change);

/// For every change, the numbers of those that must come first.
std::vector<std::vector<int>> needs(const std::vector<Change> &changes, const catalog::Snapshot &snapshot);

} // namespace squall::diff

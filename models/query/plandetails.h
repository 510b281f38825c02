#pragma once

#include "core/explain/plan.h"

#include <QString>

#include <utility>
#include <vector>

namespace squall::models {

/// All that is known of one step, as names and values in the order in which one asks. `earlier`: the same
/// step of the plan it is compared with, or null.
std::vector<std::pair<QString, QString>> planDetails(const explain::Plan &plan, const explain::Node &node,
                                                     const explain::Node *earlier = nullptr);

/// A plan in one line: how long it took, and what it touched.
QString planSummary(const explain::Plan &plan);

} // namespace squall::models

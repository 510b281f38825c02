#pragma once

#include "core/explain/plan.h"

namespace squall::explain {

/// A step of two plans of the same statement, or of only one of them.
struct Step
{
    enum class Change : unsigned char {
        Same,
        Differently, ///< it does the same in another way: another scan, join, index or order
        Added,
        Removed,
    };

    int before = -1; ///< its number in the plan; -1: it has none
    int after = -1;
    Change change = Change::Same;

    bool operator==(const Step &) const = default;
};

/// The steps of the later plan in its order, and those that went, each below its parent's partner. A step is
/// known again by what it reads, whichever way: a scan by its table and alias, a join by all that is under
/// it.
std::vector<Step> compare(const Plan &before, const Plan &after);

} // namespace squall::explain

#pragma once

#include "core/catalog/snapshot.h"

#include <algorithm>

namespace squall::diff {

/// nullptr when the table, or the constraint in it, is not there.
inline const catalog::Constraint *findConstraint(const catalog::Snapshot &snapshot, const ObjectId &id)
{
    const auto *table = catalog::findTable(snapshot, {id.schema, id.name});
    if (!table)
        return nullptr;
    const auto found = std::find_if(table->constraints.begin(), table->constraints.end(),
                                    [&](const auto &each) { return each.name == id.part; });
    return found == table->constraints.end() ? nullptr : &*found;
}

} // namespace squall::diff

#pragma once

#include "core/catalog/snapshot.h"
#include "core/sql/suggestion.h"

#include <vector>

namespace squall::sql {

/// What could follow at `cursor` in a condition on a relation with these columns: columns, functions and
/// values of enums where an operand is due, operators after one. Nothing inside comments and strings, except
/// values of an enum in a string that is compared with one.
Completion completeCondition(QStringView text, qsizetype cursor, const std::vector<catalog::Column> &columns,
                             const catalog::Snapshot &snapshot);

} // namespace squall::sql

#pragma once

#include "core/pg/rowbatch.h"
#include "core/transfer/rowset.h"

#include <vector>

namespace squall::transfer {

/// The name as in Column of a type that every server has; empty for others, whose values are text.
QString builtInType(quint32 type);

/// The columns of a reply to any query.
std::vector<Column> columnsOf(const std::vector<pg::Field> &fields);

} // namespace squall::transfer

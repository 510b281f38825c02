#pragma once

#include "core/sql/scope/outline.h"
#include "core/sql/scope/syntax.h"

namespace squall::sql {

/// Reads the query in a range of pieces, and finds out what is being written at the outline's cursor.
/// Never fails: what it does not understand it steps over.
Syntax parseQuery(const Outline &outline, Range range);

} // namespace squall::sql

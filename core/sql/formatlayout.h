#pragma once

#include "core/sql/formatatoms.h"

namespace squall::sql {

/// A statement on as many lines as it needs: clauses, then the items of lists, then the terms of conditions
/// get lines of their own where a line would be too long. Depends on nothing but the atoms, so that the
/// result laid out again is the same.
QString layOut(const std::vector<Atom> &atoms, const FormatOptions &options);

} // namespace squall::sql

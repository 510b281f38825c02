#pragma once

#include "models/commit.h"

namespace squall::models {

/// What the server's refusal of a statement is about: the row, and the columns of the constraint or of the
/// parameter that it names. `statement` is -1 when it refused at the end.
CommitFault faultOf(const Batch &batch, int statement, Error error);

/// A statement that touched no row, or several.
CommitFault notOneRow(const Batch &batch, int statement, int rows);

} // namespace squall::models

#pragma once

#include "core/base/query.h"

#include <QString>

namespace squall::models {

/// A statement and its parameters for reading: the text that is sent, letter by letter, and under it what
/// each parameter holds, as a comment.
QString statementText(const Query &query);

} // namespace squall::models

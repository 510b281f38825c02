#pragma once

#include "core/sql/token.h"

#include <vector>

namespace squall::sql {

/// The tokens of the statement around the cursor.
std::vector<Token> tokensAround(QStringView text, qsizetype cursor);

} // namespace squall::sql

#pragma once

#include "core/sql/token.h"

#include <vector>

namespace squall::sql {

/// Cuts SQL into tokens that cover it without a gap. Never fails: what is unfinished goes to the end of the
/// text, what has no meaning is a token of its own. Strings are read as under standard_conforming_strings.
std::vector<Token> tokenize(QStringView text);

} // namespace squall::sql

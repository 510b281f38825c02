#pragma once

#include "core/base/error.h"
#include "core/pg/statementwords.h"

#include <optional>
#include <vector>

namespace squall::pg {

/// Why a statement must not run on a locked connection although a read-only transaction would let it: what it
/// does lies outside of transactions. Nothing when the server can judge it. By name, so what a function of
/// the database's own does inside is not seen.
std::optional<Error> refusal(const std::vector<StatementWord> &words);

} // namespace squall::pg

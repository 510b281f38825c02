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

/// The same for a condition that a person wrote, on any connection, locked or not: it is run again with every
/// reading of rows, inside a read-only transaction that ends well. However the server reads strings.
std::optional<Error> conditionRefusal(const QString &condition);

} // namespace squall::pg

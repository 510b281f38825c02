#pragma once

#include "core/sql/complete/offers.h"
#include "core/sql/snippet.h"

namespace squall::sql {

/// Where nothing stands yet: how statements begin, and snippets by their abbreviations: `own` and some that
/// everybody has.
void offerStatements(Offers &offers, const std::vector<Snippet> &own);

/// What EXPLAIN is about, and its options.
void offerExplained(Offers &offers);

} // namespace squall::sql

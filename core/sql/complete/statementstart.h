#pragma once

#include "core/sql/complete/offers.h"

namespace squall::sql {

/// Where nothing stands yet: how statements begin, and snippets by their names.
void offerStatements(Offers &offers);

/// What EXPLAIN is about, and its options.
void offerExplained(Offers &offers);

} // namespace squall::sql

#pragma once

#include "core/sql/complete/offers.h"
#include "core/sql/completioncatalog.h"
#include "core/sql/scope/outline.h"

namespace squall::sql {

/// What could follow in a statement that is not a query: its words and the objects they are about.
void offerUtility(const Outline &outline, const CompletionCatalog &catalog, Offers &offers);

/// Where a query stands in such a statement (`CREATE VIEW … AS`, `COPY (…)`), if the cursor is in it: its
/// pieces from the first to behind the last; and both 0 where there is none.
std::pair<size_t, size_t> embeddedQuery(const Outline &outline);

} // namespace squall::sql

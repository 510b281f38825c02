#pragma once

#include "core/sql/complete/uses.h"
#include "core/sql/completioncatalog.h"
#include "core/sql/suggestion.h"

namespace squall::sql {

/// What could follow at `cursor` in a script, in which the statement around the cursor may be unfinished
/// wherever it likes. Nothing inside comments; inside strings only what the value is known to be one of.
/// `snippets` are offered where a statement begins.
Completion complete(QStringView text, qsizetype cursor, const CompletionCatalog &catalog,
                    const Uses &uses = {}, const std::vector<Snippet> &snippets = {});

} // namespace squall::sql

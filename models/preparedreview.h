#pragma once

#include "models/commit.h"
#include "models/reviewentry.h"

#include <optional>
#include <utility>
#include <vector>

namespace squall::models {

/// Everything that is staged in a database, row by row, and what of it can be sent. Rows with a value that
/// cannot be stay out of the batch, and say why.
struct PreparedReview
{
    std::vector<ReviewEntry> entries = {};
    std::vector<QString> faults = {};             ///< by entry; empty when it may go
    std::vector<int> statementOf = {};            ///< by entry; -1 when it is not sent
    std::vector<std::pair<int, int>> ranges = {}; ///< start and length in `sql`, by statement
    std::optional<Batch> batch = {};
    std::optional<Error> error = {};
    QString sql = {};
    size_t statements = 0;

    static PreparedReview of(const std::vector<edit::StagedEdits> &edits,
                             const catalog::SnapshotPtr &snapshot);
};

} // namespace squall::models

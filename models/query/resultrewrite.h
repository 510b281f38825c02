#pragma once

#include "core/base/query.h"
#include "models/query/resultorder.h"

#include <QSet>

namespace squall::models {

/// A row of a table that was written since a result was read: how the result tells it, and what it holds now.
struct WrittenRow
{
    std::vector<int> keyColumns = {};
    std::vector<QByteArray> key = {};
    std::vector<std::pair<int, Query::Parameter>> values = {};
    QSet<int> own = {}; ///< columns that were set here: what they hold is no news
};

struct RewrittenRows
{
    ResultRows rows = {};
    /// Values that are others than they were and that nobody here has set, by row and column.
    QSet<std::pair<qint64, int>> moved = {};
};

/// The rows as they are once these were written, wherever a result shows them; batches without them are
/// shared.
RewrittenRows rewritten(const ResultRows &rows, const std::vector<WrittenRow> &written);

} // namespace squall::models

#pragma once

#include "core/pg/rowbatch.h"
#include "models/cellrole.h"

#include <QString>

#include <utility>
#include <vector>

namespace squall::models {

/// A column that rows are sorted by.
struct ResultKey
{
    int column = 0;
    bool descending = false;

    bool operator==(const ResultKey &) const = default;
};

/// Rows as they came.
struct ResultRows
{
    std::vector<pg::RowBatch> batches = {};
    std::vector<qint64> starts = {}; ///< the number of each batch's first row
    qint64 count = 0;

    void append(const pg::RowBatch &batch);
    /// The batch that has a row, and its number there.
    std::pair<size_t, int> place(qint64 row) const;
};

/// What of the rows is to be seen, and in which order.
struct ResultWish
{
    std::vector<ResultKey> sort = {};
    std::vector<TypeKind> kinds = {}; ///< of all columns
    QString filter = {};              ///< what a value has to contain, whatever the case
};

/// The numbers of these rows. NULL comes last, or first in a descending order, as the server has it; text is
/// in the order of this machine's language.
std::vector<quint32> arrangedRows(const ResultRows &rows, const ResultWish &wish);

} // namespace squall::models

#pragma once

#include "models/rowquery.h"

namespace squall::models {

/// Rows next to each other in an order, as the part of a statement after its FROM: conditions and ORDER BY.
/// One index scan can serve it: it compares rows, or has the NULLs of one column, or all after them.
struct RowStretch
{
    QString text;
    std::vector<Query::Parameter> parameters;

    /// Takes one more parameter, and says how the text is to call it.
    QString parameter(const QByteArray &value);
};

/// The stretches that together are the rows after a position, nearest first. `request.limit` means nothing.
std::vector<RowStretch> rowStretches(const RowSource &source, const RowOrder &order,
                                     const PageRequest &request);

/// The statement that reads the first `limit` rows of a stretch.
Query limited(const RowSource &source, const RowOrder &order, RowStretch stretch, int limit);

/// The rows from one on that is found by its number, in the same statement: `passed` others stand between it
/// and `from`, or the beginning. Nothing when these are more than one stretch.
std::optional<RowStretch> stretchFromRow(const RowSource &source, const RowOrder &order,
                                         const RowPosition &from, qint64 passed);

/// A column of the relation `t`. Always qualified: a bare name in ORDER BY would mean the output column
/// first.
QString rowColumn(const QString &name);

/// The columns of an order, to be selected.
QString keyColumns(const RowOrder &order);

/// ` from … as t`.
QString fromRelation(const RowSource &source);

/// ` order by …`; empty for a relation without order.
QString orderBy(const RowOrder &order);

} // namespace squall::models

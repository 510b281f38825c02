#pragma once

#include "models/rowreader.h"

#include <vector>

namespace squall::models {

/// How the values of the first order term are spread over the rows, for finding a row by its number without
/// counting: from the planner's statistics, else from a small sample of blocks.
struct RowSpread
{
    struct Point
    {
        QByteArray value;
        /// Which part of all rows lies at this value, or between the point before and this one.
        double weight = 0;
        /// The rows are spread between the point before and this one, not gathered at the value.
        bool between = true;
    };

    std::vector<Point> points; ///< ascending
    double nulls = 0;          ///< part of rows with NULL

    bool isKnown() const { return !points.empty(); }
};

/// A place among the values: `value` itself, or `part` of the way there from `from`.
struct SpreadPlace
{
    Query::Parameter from = {};
    Query::Parameter value = {}; ///< missing: among the NULLs
    double part = 1;
};

/// The place where `fraction` of the rows, in the order of `term`, lie before.
SpreadPlace placeAt(const RowSpread &spread, const OrderTerm &term, double fraction);

/// Reads the spread of the first term's column.
Result<RowSpread> readSpread(pg::Connection &connection, const RowSource &source, const OrderTerm &term);

/// The rows around the one that `fraction` of all lie before. `spread` is read when it is needed and not
/// known yet.
Result<RowSurroundings> readAtFraction(pg::Connection &connection, const RowSource &source,
                                       const RowOrder &order, RowSpread &spread, double fraction, int limit);

} // namespace squall::models

#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "models/rowfilter.h"

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// Which part of a filter something is about.
struct FilterPlace
{
    enum class Part : unsigned char { Conditions, Where, QuickFind, Deleted };

    Part part = Part::Conditions;
    std::vector<int> path = {}; ///< of a condition: its number in its group, from the outermost on

    bool operator==(const FilterPlace &) const = default;
};

/// Why a filter cannot be used, and because of which part; none when no single part is to blame.
/// The position in an error about the WHERE text is one in that text.
struct FilterFault
{
    std::optional<FilterPlace> place = {};
    Error error = {};

    bool operator==(const FilterFault &) const = default;
};

/// The smallest parts of a filter, each as a condition of its own on the relation as `t`.
struct FilterPiece
{
    FilterPlace place = {};
    Result<Query> condition;
};
std::vector<FilterPiece> filterPieces(const RowFilter &filter, const RowSource &source);

/// The whole filter as one condition, for RowSource::condition; no text when it says nothing.
/// Values are parameters, cast to the column's type without its modifiers, which would cut or round them.
struct FilterSql
{
    Query condition = {};
    std::optional<FilterFault> fault = {};
};
FilterSql filterSql(const RowFilter &filter, const RowSource &source);

// Blocking, to be run on a Session.

/// Asks the server whether it understands the filter, without reading a row; the fault it finds is put down
/// to the part that has it.
std::optional<FilterFault> checkFilter(pg::Connection &connection, const RowFilter &filter,
                                       const RowSource &source);

/// Which part of a filter made reading rows fail with `error`: tries each on the first rows.
FilterFault blame(pg::Connection &connection, const RowFilter &filter, const RowSource &source,
                  const Error &error);

} // namespace squall::models

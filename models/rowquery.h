#pragma once

#include "core/base/query.h"
#include "models/rowsource.h"

#include <optional>
#include <vector>

namespace squall::models {

/// A column that rows were asked to be sorted by.
struct SortKey
{
    QString column;
    bool descending = false;
    /// PostgreSQL's own choice when empty: last ascending, first descending.
    std::optional<bool> nullsFirst = {};

    bool operator==(const SortKey &) const = default;
};

/// One term of the whole order: a column or a system column.
struct OrderTerm
{
    QString column;
    QString type; ///< as SQL
    bool descending = false;
    bool nullsFirst = false;
    bool nullable = false;

    bool operator==(const OrderTerm &) const = default;
};

using RowOrder = std::vector<OrderTerm>;

/// What was asked for, with ties broken by the key in the last term's direction, so that one index serves
/// both.
RowOrder rowOrder(const RowSource &source, const std::vector<SortKey> &sort);

/// The SQL type of a column of the source's key, system columns included.
QString keyType(const RowSource &source, const QString &column);

/// The values of the leading terms of an order at some row; a missing value is NULL.
using RowPosition = std::vector<Query::Parameter>;

enum class Travel { Forward, Backward };

/// Rows that come after a position in the direction of travel, nearest first; without one, from the end that
/// travel starts at.
struct PageRequest
{
    Travel travel = Travel::Forward;
    std::optional<RowPosition> from = {};
    /// Also the row at the position itself.
    bool inclusive = false;
    int limit = 0;
};

/// Statements to be run in turn until `limit` rows came: each reads one stretch that an index can serve (a
/// row comparison, or the NULLs of one column). Usually the first is enough. There is no OFFSET in any.
std::vector<Query> pageQueries(const RowSource &source, const RowOrder &order, const PageRequest &request);

/// Where things stand in a reply: first the shown columns in their order, then what only the reader needs.
struct RowLayout
{
    std::vector<int> lengths;   ///< by shown column: the reply column with the full length, -1 when never cut
    std::vector<int> positions; ///< by order term: the reply column with its value
    std::vector<int> cuts;      ///< by order term: the reply column that is NULL when it came whole, or -1
    std::vector<int> identity;  ///< by column of the source's key: the reply column with its whole value
    int deleted = -1;           ///< the reply column that marks rows as deleted, whether it is shown or not

    bool operator==(const RowLayout &) const = default;
};
RowLayout rowLayout(const RowSource &source, const RowOrder &order);

/// What is selected of the relation `t`, fitting `rowLayout`.
QString rowExpressions(const RowSource &source, const RowOrder &order);

/// The SELECT and FROM of every statement here, fitting `rowLayout`; the relation is called `t`.
QString selectRows(const RowSource &source, const RowOrder &order);

/// The relation as `t` with the source's condition: the FROM and perhaps WHERE of a statement about all rows
/// that are browsed. Its parameters come first.
Query fromRows(const RowSource &source);

/// Values longer than this many characters (bytea: half as many bytes) arrive cut, unless they belong to the
/// key.
constexpr int cutLength = 2000;

} // namespace squall::models

#pragma once

#include "core/base/result.h"
#include "models/rowsource.h"

#include <QByteArray>

#include <variant>

namespace squall::models {

/// How a column is compared. Values are written down by name: see `operatorName`.
enum class FilterOperator : unsigned char {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    AnyOf,
    NoneOf,
    Contains, ///< this and the next two: in whatever case, wildcards have no meaning
    StartsWith,
    EndsWith,
    Like,
    NotLike,
    ILike,
    Matches, ///< a regular expression
    IsNull,
    IsNotNull,
    IsTrue,
    IsFalse,
    JsonPath,     ///< the path's first answer is there, and neither false nor null
    JsonContains, ///< `@>`
    Holds,        ///< an array has all these elements, a range this point or range
    FullText,     ///< `websearch_to_tsquery` in the server's default configuration
};

struct FilterCondition
{
    QString column;
    FilterOperator op = FilterOperator::Equal;
    QStringList values = {};

    bool operator==(const FilterCondition &) const = default;
};

struct FilterNode;

/// Members that must all hold, or at least one of them. Without members it says nothing.
struct FilterGroup
{
    bool any = false;
    std::vector<FilterNode> members; ///< not initialised here: a member is no complete type yet

    bool operator==(const FilterGroup &other) const;
};

struct FilterNode : std::variant<FilterCondition, FilterGroup>
{
    using variant::variant;

    const FilterCondition *condition() const { return std::get_if<FilterCondition>(this); }
    const FilterGroup *group() const { return std::get_if<FilterGroup>(this); }
};

/// Which rows of a relation are looked at: everything said here must hold.
struct RowFilter
{
    FilterGroup conditions = {};
    QString where = {};     ///< a condition in SQL, as somebody wrote it
    QString quickFind = {}; ///< to be found in any column of text
    bool hideDeleted = false;

    bool isEmpty() const;

    bool operator==(const RowFilter &) const = default;
};

/// How many values an operator takes; `manyValues` for as many as there are.
constexpr int manyValues = -1;
int valueCount(FilterOperator op);

/// What can be asked of a column, what is asked most first.
std::vector<FilterOperator> operatorsFor(const RowColumn &column);

/// The column that says when, or whether, a row was deleted without leaving the table, shown or not; nullptr
/// without one.
const RowColumn *deletedColumn(const RowSource &source);

/// As it is written down; unknown operators and anything malformed give an error.
QByteArray toJson(const RowFilter &filter);
Result<RowFilter> filterFromJson(const QByteArray &json);

} // namespace squall::models

#pragma once

#include "core/base/query.h"
#include "core/base/result.h"

#include <vector>

namespace squall::edit {

/// An array value: its elements in row-major order, and how many there are in each dimension.
struct ArrayValue
{
    struct Dimension
    {
        int lower = 1;
        int length = 0;

        bool operator==(const Dimension &) const = default;
    };
    static constexpr int maxDimensions = 6;

    std::vector<Dimension> dimensions = {}; ///< outermost first; none when it is empty
    std::vector<Query::Parameter> elements = {};

    bool operator==(const ArrayValue &) const = default;
};

/// Reads what the server would: blanks, bounds (`[2:3]={…}`), quotes, escapes, NULL.
/// `delimiter` is the element type's pg_type.typdelim: a comma for all built-in types but box, which has `;`.
Result<ArrayValue> parseArray(const QByteArray &text, char delimiter = ',');
/// Byte for byte what the server writes for the same value.
QByteArray writeArray(const ArrayValue &array, char delimiter = ',');

/// What stands inside the outermost braces: elements, or sub-arrays as literals of their own.
std::vector<Query::Parameter> arrayItems(const ArrayValue &array, char delimiter = ',');
/// The other way; `nested` says that the items are sub-arrays. Fails where their shapes differ.
Result<ArrayValue> arrayOfItems(const std::vector<Query::Parameter> &items, bool nested, int lower = 1,
                                char delimiter = ',');
/// An item like the others of a nested array, with every element NULL.
QByteArray blankSubArray(const ArrayValue &array, char delimiter = ',');

} // namespace squall::edit

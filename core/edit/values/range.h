#pragma once

#include "core/base/query.h"
#include "core/base/result.h"

#include <vector>

namespace squall::edit {

struct RangeBound
{
    Query::Parameter value = {}; ///< nullopt: without end
    bool inclusive = false;

    bool operator==(const RangeBound &) const = default;
};

struct RangeValue
{
    bool empty = false;
    RangeBound lower = {};
    RangeBound upper = {};

    bool operator==(const RangeValue &) const = default;
};

/// Reads what the server would. Bounds keep the text that they have; what a discrete range becomes in
/// canonical form only the server says.
Result<RangeValue> parseRange(const QByteArray &text);
/// Byte for byte what the server writes for the same bounds.
QByteArray writeRange(const RangeValue &range);

/// `{[1,3),[5,7)}`
Result<std::vector<RangeValue>> parseMultirange(const QByteArray &text);
QByteArray writeMultirange(const std::vector<RangeValue> &ranges);

} // namespace squall::edit

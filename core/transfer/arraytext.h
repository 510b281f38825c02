#pragma once

#include "core/base/query.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace squall::transfer {

/// An array, or one of its elements.
struct ArrayItem
{
    bool array = false;
    Query::Parameter value = {};       ///< of an element
    std::vector<ArrayItem> items = {}; ///< of an array

    bool operator==(const ArrayItem &) const = default;
};

/// Reads what the server writes of an array, `{1,NULL,"a b"}`. Nothing for one whose bounds are its own
/// (`[2:3]={1,2}`), which a list in another language could not keep, and for other separators than a comma.
std::optional<ArrayItem> readArray(QByteArrayView text);

} // namespace squall::transfer

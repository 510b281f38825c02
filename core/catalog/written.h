#pragma once

#include "core/base/quote.h"

#include <algorithm>
#include <vector>

/// Types, domains and other objects by how SQL writes them: qualified, and quoted where they must be.
namespace squall::catalog {

template<typename Object>
bool isWritten(const Object &object, const QString &text)
{
    return quote(object.schema, object.name) == text;
}

/// nullptr when none is written like that.
template<typename Object>
const Object *findWritten(const std::vector<Object> &objects, const QString &text)
{
    const auto found = std::find_if(objects.begin(), objects.end(),
                                    [&](const Object &object) { return isWritten(object, text); });
    return found == objects.end() ? nullptr : &*found;
}

} // namespace squall::catalog

#pragma once

#include <QString>

namespace squall {

/// `integer` for `integer[3][]`: what an array's elements are, or the type itself.
inline QString elementType(const QString &type)
{
    const auto bracket = type.indexOf(u'[');
    return bracket < 0 ? type : type.left(bracket);
}

/// What stands behind it: `[3][]`, or nothing.
inline QString dimensionsOf(const QString &type)
{
    const auto bracket = type.indexOf(u'[');
    return bracket < 0 ? QString() : type.mid(bracket);
}

} // namespace squall

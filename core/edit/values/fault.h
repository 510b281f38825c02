#pragma once

#include "core/base/error.h"

#include <QByteArrayView>

namespace squall::edit {

/// Why `text` is not a value, with the place: `at` counts bytes, Error::position counts as QString does,
/// from 1.
Error faultAt(QByteArrayView text, qsizetype at, const QString &message);

/// The blanks that PostgreSQL's own literals are read and quoted by.
constexpr bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace squall::edit

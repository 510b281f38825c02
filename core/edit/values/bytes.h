#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace squall::edit {

/// The bytes of a bytea in either of the server's forms: `\x0aff`, or the older one with `\012` and `\\`.
Result<QByteArray> parseBytes(const QByteArray &text);
/// `\x…`
QByteArray writeBytes(const QByteArray &bytes);

} // namespace squall::edit

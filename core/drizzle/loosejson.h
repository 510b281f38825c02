#pragma once

#include <QByteArray>

namespace squall::drizzle {

/// JSON as tsconfig.json is written, with comments and commas before closing brackets, made strict. Places
/// stay.
QByteArray strictJson(const QByteArray &loose);

} // namespace squall::drizzle

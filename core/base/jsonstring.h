#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace squall {

/// What a string literal, with its quotes, says. `\u` escapes of lone surrogates become those.
QString decodeJsonString(QByteArrayView literal);
/// With quotes, and escaped only where it must be.
QByteArray encodeJsonString(const QString &text);

} // namespace squall

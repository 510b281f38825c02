#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace squall::drizzle {

/// The elements of an array's text, one dimension of plain values; nothing for what drizzle-kit would not
/// write back the same: nested arrays, NULL, quotes and backslashes within a value.
std::optional<QStringList> plainArray(const QString &text);

/// As drizzle-kit writes it: `{"a","b"}`, without quotes where the elements are numbers or booleans.
QString arrayText(const QStringList &elements, bool quoted);

} // namespace squall::drizzle

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace squall::edit {

/// Whether a value passes a check constraint, as far as that can be told without a server: comparisons with
/// constants, `in` lists, lengths, and these joined by AND, OR and NOT. Nothing where it cannot.
/// `expression` as pg_get_expr writes it; `column` is what stands for the value, VALUE in a domain; `type` is
/// the value's own.
std::optional<bool> passes(const QString &expression, const QString &column, const QString &type,
                           const QByteArray &value);

/// -1, 0 or 1, by the digits; nothing when one of them is no plain decimal number.
std::optional<int> compareDecimals(const QByteArray &one, const QByteArray &other);

} // namespace squall::edit

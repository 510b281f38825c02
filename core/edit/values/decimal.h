#pragma once

#include <QByteArray>

#include <optional>

namespace squall::edit {

/// `number` plus `step` (1 or -1), exactly and with as many decimals. Nothing where a number is not written
/// as plain decimal digits: NaN, Infinity, exponents, money.
std::optional<QByteArray> stepDecimal(const QByteArray &number, int step);

/// Whether `number` is a decimal number, with an exponent or not; NaN and infinities are none.
bool isDecimal(const QByteArray &number);

} // namespace squall::edit

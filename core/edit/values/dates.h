#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>

#include <optional>

namespace squall::edit {

/// The date that a date or timestamp in ISO form begins with (`2026-11-25 06:30:00+01`, `0044-03-15 BC`);
/// nothing where the text has another form, such as `infinity`.
std::optional<QDate> dateIn(const QByteArray &text);
/// The moment that a timestamp with its zone in ISO form says (`2026-11-25 06:30:00.5+01`), to the second;
/// nothing where the text has another form, or is before Christ.
std::optional<QDateTime> momentIn(const QByteArray &text);
/// The text with another date; time and zone stay as they are written. Without a date in it, it is replaced:
/// by the date alone, or where `withTime`, by its midnight.
QByteArray withDate(const QByteArray &text, const QDate &date, bool withTime);

} // namespace squall::edit

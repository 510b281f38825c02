#include "models/quantity.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::Quantity)
};

/// At most three digits and a unit; `base` apart from one to the next.
QString scaled(double value, double base, const std::array<QStringView, 5> &units)
{
    size_t unit = 0;
    // What would round up to the next unit is written in it: 99,999 is 100k and 999,999 is 1M.
    while (unit + 1 < units.size() && std::round(value) >= base) {
        value /= base;
        ++unit;
    }
    const bool fraction = unit > 0 && value < 10 - 0.05 && std::abs(value - std::round(value)) >= 0.05;
    return QLocale().toString(value, 'f', fraction ? 1 : 0) + units[unit].toString();
}

} // namespace

QString approximateRows(qint64 rows)
{
    return u"≈ "_s + scaled(static_cast<double>(rows), 1000, {u"", u"k", u"M", u"G", u"T"});
}

QString estimatedRows(qint64 rows)
{
    return u"≈ "_s + QLocale().toString(rows);
}

QString byteSize(qint64 bytes)
{
    return scaled(static_cast<double>(bytes), 1024, {u" bytes", u" kB", u" MB", u" GB", u" TB"});
}

QString countedRows(qint64 rows)
{
    return rows == 1 ? Text::tr("1 row") : Text::tr("%L1 rows").arg(rows);
}

QString duration(qint64 milliseconds)
{
    constexpr qint64 second = 1000;
    constexpr qint64 minute = 60 * second;
    constexpr qint64 hour = 60 * minute;
    const QLocale locale;
    if (milliseconds < second)
        return Text::tr("%1 ms", "duration").arg(locale.toString(milliseconds));
    if (milliseconds < minute) {
        // Cut, so that what takes less than a minute never reads as one.
        const double tenths = static_cast<double>(milliseconds / 100) / 10;
        return Text::tr("%1 s", "duration").arg(locale.toString(tenths, 'f', 1));
    }
    if (milliseconds < hour)
        return Text::tr("%1 min %2 s", "duration")
            .arg(milliseconds / minute)
            .arg(milliseconds % minute / second);
    return Text::tr("%1 h %2 min", "duration")
        .arg(locale.toString(milliseconds / hour))
        .arg(milliseconds % hour / minute);
}

} // namespace squall::models

#include "models/quantity.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;

namespace {

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

} // namespace squall::models

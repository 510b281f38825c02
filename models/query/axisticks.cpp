#include "models/query/axisticks.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr double second = 1000;
constexpr double minute = 60 * second;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;
constexpr double month = 30.4375 * day;
constexpr double year = 365.25 * day;

/// One, two or five times a power of ten, and not less than that.
double roundStep(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        // What differs by the last bits only is the same.
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

double stepFor(double from, double to, int most)
{
    return roundStep((to - from) / std::max(1, most - 1));
}

struct Unit
{
    double size = 1;
    QString sign = {};
};

/// Large numbers are written in thousands and so on, where that makes them short.
Unit unitFor(double largest, double step)
{
    static const std::array<Unit, 4> units{Unit{1e12, u"T"_s}, {1e9, u"G"_s}, {1e6, u"M"_s}, {1e3, u"k"_s}};
    if (largest < 1e4)
        return {};
    for (const auto &unit : units) {
        if (largest >= unit.size && step / unit.size >= 0.0999)
            return unit;
    }
    return {};
}

int decimalsFor(double step)
{
    return std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
}

QString numberLabel(double value, double step, const Unit &unit)
{
    const QLocale locale;
    if (value == 0)
        return locale.toString(0);
    if (std::abs(value) >= 1e15 || step < 1e-6) {
        // As many digits as tell it from the next.
        const double digits = std::log10(std::abs(value) / step) + 2;
        return locale.toString(value, 'g', std::clamp(static_cast<int>(digits), 4, 17));
    }
    return locale.toString(value / unit.size, 'f', decimalsFor(step / unit.size)) + unit.sign;
}

// Of times.

struct Stride
{
    enum class Unit { Millisecond, Day, Month, Year };

    Unit unit = Unit::Millisecond;
    qint64 count = 1;
    double about = 1; ///< milliseconds

    bool isClock() const { return unit == Unit::Millisecond; }
};

Stride strideFor(double least)
{
    using enum Stride::Unit;
    static const std::array clock{1 * second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
                                  1 * minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
                                  1 * hour,   2 * hour,   3 * hour,   6 * hour,    12 * hour};
    if (least < second) {
        const double step = std::max(1.0, roundStep(least));
        return {Millisecond, static_cast<qint64>(step), step};
    }
    for (const double step : clock) {
        if (step >= least)
            return {Millisecond, static_cast<qint64>(step), step};
    }
    for (const qint64 days : {1, 2, 7, 14}) {
        if (static_cast<double>(days) * day >= least)
            return {Day, days, static_cast<double>(days) * day};
    }
    for (const qint64 months : {1, 2, 3, 6}) {
        if (static_cast<double>(months) * month >= least)
            return {Month, months, static_cast<double>(months) * month};
    }
    const double years = roundStep(std::max(1.0, least / year));
    return {Year, static_cast<qint64>(years), years * year};
}

/// The wall clock, without a zone: what is shown is shifted before.
QDateTime wall(double milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::floor(milliseconds)), Qt::UTC);
}

double stamp(const QDate &date)
{
    return static_cast<double>(QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
}

/// Calendars have no year 0.
double yearStamp(int number)
{
    return stamp(QDate(number == 0 ? 1 : number, 1, 1));
}

/// The last place that is not behind `from`.
double firstPlace(double from, const Stride &stride)
{
    const auto count = static_cast<double>(stride.count);
    const auto date = wall(from).date();
    switch (stride.unit) {
    case Stride::Unit::Millisecond: return std::floor(from / count) * count;
    case Stride::Unit::Day: {
        // Weeks begin on Mondays; 1970 began on a Thursday.
        const double shift = stride.count % 7 == 0 ? 4 : 0;
        return (std::floor((from / day - shift) / count) * count + shift) * day;
    }
    case Stride::Unit::Month: {
        const int first =
            (date.month() - 1) / static_cast<int>(stride.count) * static_cast<int>(stride.count);
        return stamp(QDate(date.year(), first + 1, 1));
    }
    case Stride::Unit::Year: return yearStamp(static_cast<int>(std::floor(date.year() / count) * count));
    }
    return from;
}

double nextPlace(double place, const Stride &stride)
{
    const auto count = static_cast<int>(stride.count);
    switch (stride.unit) {
    case Stride::Unit::Millisecond: return place + static_cast<double>(stride.count);
    case Stride::Unit::Day: return place + static_cast<double>(stride.count) * day;
    case Stride::Unit::Month: return stamp(wall(place).date().addMonths(count));
    case Stride::Unit::Year: {
        const int before = wall(place).date().year();
        // From the year 1 to the round ones.
        return yearStamp(before == 1 && count > 1 ? count : before + count);
    }
    }
    return place;
}

QString timeLabel(double place, const Stride &stride)
{
    const QLocale locale;
    const auto at = wall(place);
    const bool midnight = at.time() == QTime(0, 0);
    if (stride.unit == Stride::Unit::Year)
        return QString::number(at.date().year());
    if (stride.unit == Stride::Unit::Month)
        return at.date().month() == 1 ? QString::number(at.date().year())
                                      : locale.toString(at.date(), u"MMM"_s);
    if (stride.unit == Stride::Unit::Day || midnight)
        return locale.toString(at.date(), u"d MMM"_s);
    const auto format = stride.count % static_cast<qint64>(minute) == 0   ? u"HH:mm"_s
                        : stride.count % static_cast<qint64>(second) == 0 ? u"HH:mm:ss"_s
                                                                          : u"HH:mm:ss.zzz"_s;
    return at.time().toString(format);
}

QString zoneName(int offset)
{
    if (offset == 0)
        return u"UTC"_s;
    const int minutes = std::abs(offset) / 60;
    const QChar sign = offset < 0 ? u'−' : u'+';
    return minutes % 60 == 0
               ? u"UTC%1%2"_s.arg(sign).arg(minutes / 60)
               : u"UTC%1%2:%3"_s.arg(sign).arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

/// What the labels do not say.
QString contextOf(double from, double to, const Stride &stride)
{
    const QLocale locale;
    const auto first = wall(from).date();
    const auto last = wall(to).date();
    if (stride.isClock() && first == last)
        return locale.toString(first, u"d MMM yyyy"_s);
    const bool saysYears = stride.unit == Stride::Unit::Month || stride.unit == Stride::Unit::Year;
    if (saysYears && first.year() != last.year())
        return {};
    if (stride.unit == Stride::Unit::Year)
        return {};
    return first.year() == last.year() ? QString::number(first.year())
                                       : u"%1–%2"_s.arg(first.year()).arg(last.year());
}

} // namespace

Ticks numberTicks(double from, double to, int most)
{
    if (!(to > from))
        return {{{from, exactNumber(from)}}, 0, {}};
    Ticks ticks;
    const double largest = std::max(std::abs(from), std::abs(to));
    // Where so few places are too far apart for two, more are allowed.
    for (int wanted = std::max(2, most); ticks.ticks.size() < 2 && wanted < most + 6; ++wanted) {
        ticks = {};
        ticks.step = stepFor(from, to, wanted);
        const double margin = ticks.step * 1e-6;
        const auto unit = unitFor(largest, ticks.step);
        const auto first = std::ceil((from - margin) / ticks.step);
        // Counted: beyond what doubles tell apart, one more is no more.
        for (int i = 0; i <= wanted && (first + i) * ticks.step <= to + margin; ++i) {
            const double value = (first + i) * ticks.step;
            ticks.ticks.push_back({value, numberLabel(value, ticks.step, unit)});
        }
    }
    return ticks;
}

std::pair<double, double> niceRange(double from, double to, int most)
{
    if (!(to > from)) {
        const double room = from == 0 ? 1 : std::abs(from) / 2;
        return {from - room, to + room};
    }
    const double step = stepFor(from, to, std::max(2, most));
    return {std::floor(from / step + 1e-6) * step, std::ceil(to / step - 1e-6) * step};
}

Ticks timeTicks(double from, double to, int most, std::optional<int> zone)
{
    const double shift = zone.value_or(0) * second;
    if (!(to > from))
        return {{{from, exactTime(from, zone)}}, 0, {}};
    const auto stride = strideFor((to - from) / std::max(1, most - 1));
    Ticks ticks;
    ticks.step = stride.about;
    for (double place = firstPlace(from + shift, stride); place <= to + shift;
         place = nextPlace(place, stride)) {
        if (place >= from + shift)
            ticks.ticks.push_back({place - shift, timeLabel(place, stride)});
    }
    ticks.context = contextOf(from + shift, to + shift, stride);
    if (stride.isClock() && zone)
        ticks.context += u", "_s + zoneName(*zone);
    return ticks;
}

QString exactNumber(double value)
{
    const QLocale locale;
    if (std::abs(value) >= 1e15 || (value != 0 && std::abs(value) < 1e-6))
        return locale.toString(value, 'g', 6);
    return locale.toString(value, 'f', QLocale::FloatingPointShortest);
}

QString exactTime(double milliseconds, std::optional<int> zone)
{
    const auto at = wall(milliseconds + zone.value_or(0) * second);
    const QLocale locale;
    const auto date = locale.toString(at.date(), u"d MMM yyyy"_s);
    if (at.time() == QTime(0, 0) && !zone)
        return date;
    const auto format = at.time().msec() != 0     ? u"HH:mm:ss.zzz"_s
                        : at.time().second() != 0 ? u"HH:mm:ss"_s
                                                  : u"HH:mm"_s;
    return date + u' ' + at.time().toString(format) + (zone ? u' ' + zoneName(*zone) : QString());
}

} // namespace squall::models

#include "models/valuehistogram.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <limits>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Adds what lies between two places to the bars that they cover.
void spread(std::vector<double> &bars, double from, double to, double part)
{
    const auto last = static_cast<double>(bars.size());
    if (to <= from) {
        bars[static_cast<size_t>(std::clamp(from, 0.0, last - 1))] += part;
        return;
    }
    for (size_t bar = 0; bar < bars.size(); ++bar) {
        const auto left = static_cast<double>(bar);
        const double covered = std::min(to, left + 1) - std::max(from, left);
        if (covered > 0)
            bars[bar] += part * covered / (to - from);
    }
}

} // namespace

bool canMeasure(TypeKind kind)
{
    return kind == TypeKind::Number || kind == TypeKind::Time;
}

std::optional<double> measure(const QString &value, TypeKind kind)
{
    bool read = false;
    if (kind == TypeKind::Number) {
        const double number = value.toDouble(&read);
        return read && std::isfinite(number) ? std::optional(number) : std::nullopt;
    }
    if (kind != TypeKind::Time)
        return std::nullopt;
    auto text = value;
    // As ISO 8601 has it: a T between, minutes in the offset.
    if (text.size() > 10 && text[10] == u' ')
        text[10] = u'T';
    const auto sign = std::max(text.lastIndexOf(u'+'), text.lastIndexOf(u'-'));
    if (sign > 10 && text.size() - sign == 3)
        text += u":00"_s;
    if (const auto moment = QDateTime::fromString(text, Qt::ISODateWithMs); moment.isValid())
        return static_cast<double>(moment.toMSecsSinceEpoch());
    const auto time = QTime::fromString(text.left(12), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(static_cast<double>(time.msecsSinceStartOfDay())) : std::nullopt;
}

BarScale barScale(const ColumnStatistics &statistics, TypeKind kind, bool whole)
{
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    const double low = measure(statistics.minimum.value_or(QString()), kind).value_or(nowhere);
    const double high = measure(statistics.maximum.value_or(QString()), kind).value_or(nowhere);
    if (!(low < high))
        return {};
    const double width = high - low + (whole ? 1 : 0);
    return {.bars = whole && width < statisticsBars ? static_cast<int>(width) : statisticsBars,
            .low = low,
            .width = width};
}

std::vector<double> histogramBars(const ColumnStatistics &statistics, const QStringList &bounds,
                                  TypeKind kind, bool whole)
{
    const auto scale = barScale(statistics, kind, whole);
    if (scale.bars == 0)
        return {};
    std::vector<double> bars(static_cast<size_t>(scale.bars), 0);
    const auto place = [&](double value) { return scale.place(value); };
    double others = 1 - statistics.nullPart;
    for (const auto &common : statistics.common) {
        others -= common.part;
        if (const auto value = measure(common.value, kind))
            spread(bars, place(*value), place(*value), common.part);
    }
    std::vector<double> places;
    for (const auto &bound : bounds) {
        if (const auto value = measure(bound, kind))
            places.push_back(place(*value));
    }
    for (size_t i = 1; i < places.size(); ++i)
        spread(bars, places[i - 1], places[i],
               std::max(0.0, others) / static_cast<double>(places.size() - 1));
    return bars;
}

} // namespace squall::models

#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace squall::models {

struct Tick
{
    double value = 0;
    QString label = {};

    bool operator==(const Tick &) const = default;
};

/// Round places on an axis, and what they have in common.
struct Ticks
{
    std::vector<Tick> ticks = {}; ///< ascending, within the range
    double step = 0;              ///< between two of numbers; of times about that
    /// What every label leaves out, to be said once: the day, the year, the zone.
    QString context = {};
};

/// At most `most` places (but two at least) that are one, two or five times a power of ten apart. A range
/// without extent is one place.
Ticks numberTicks(double from, double to, int most);

/// Places at full seconds, minutes, hours, days, months or years of the wall clock that is `zone` seconds
/// ahead of UTC, or of one that nobody said the zone of. The range is in milliseconds since 1970.
Ticks timeTicks(double from, double to, int most, std::optional<int> zone = {});

/// `from` and `to` widened to round places.
std::pair<double, double> niceRange(double from, double to, int most);

/// A number as it is to be read out: all its digits, as many as matter.
QString exactNumber(double value);

/// A time of that wall clock, as exact as it is.
QString exactTime(double milliseconds, std::optional<int> zone = {});

} // namespace squall::models

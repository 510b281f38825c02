#pragma once

#include "models/columnstatistics.h"

namespace squall::models {

// Values as points on a line, for drawing only: these numbers are rounded.

/// Whether values of that kind have distances.
bool canMeasure(TypeKind kind);
/// Nothing for what has no place: NaN, infinity, other forms of dates.
std::optional<double> measure(const QString &value, TypeKind kind);

/// How many bars a range has, and how wide it is: whole numbers have a bar each as long as there is room.
struct BarScale
{
    int bars = 0; ///< 0: nothing to draw
    double low = 0;
    double width = 0;

    double place(double value) const { return (value - low) / width * bars; }
};
BarScale barScale(const ColumnStatistics &statistics, TypeKind kind, bool whole);

/// How the rows are spread over equal parts of the range: by the bounds, between which equally many of those
/// rows lie that have no common value, and by the common values.
std::vector<double> histogramBars(const ColumnStatistics &statistics, const QStringList &bounds,
                                  TypeKind kind, bool whole);

} // namespace squall::models

#pragma once

#include "models/query/chartdata.h"

namespace squall::models {

/// What a chart says at one place.
struct ChartReadout
{
    struct Line
    {
        int series = 0;
        QString name = {};
        QString value = {};

        bool operator==(const Line &) const = default;
    };

    QString title = {}; ///< the place on x
    std::vector<Line> lines = {};

    bool operator==(const ChartReadout &) const = default;
    /// In one sentence.
    QString text() const;
};

/// At a point of a series, with the other series at the same place.
ChartReadout readoutAt(const Chart &chart, int series, int point);

/// A place on x as it is read out.
QString placeText(const Chart &chart, double x);

/// What one would tell somebody who cannot see it.
QString chartSummary(const Chart &chart);

} // namespace squall::models

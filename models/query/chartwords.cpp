#include "models/query/chartwords.h"

#include "models/query/axisticks.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::Chart)
};

/// Of more nobody listens to the extremes.
constexpr size_t mostSpoken = 4;

const ChartPoint &at(const Chart &chart, int series, int point)
{
    return chart.series[static_cast<size_t>(series)].points[static_cast<size_t>(point)];
}

QString valueText(double value)
{
    return std::isnan(value) ? u"NULL"_s : exactNumber(value);
}

QString sharedText(const Chart &chart, double value)
{
    const auto &points = chart.series.front().points;
    const double whole = std::accumulate(points.begin(), points.end(), 0.0,
                                         [](double sum, const ChartPoint &point) { return sum + point.y; });
    return Words::tr("%1 (%2%)", "a value, and its share")
        .arg(valueText(value), QLocale().toString(100 * value / whole, 'f', 1));
}

QString kindText(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Line: return Words::tr("Line chart");
    case ChartKind::Bar: return Words::tr("Bar chart");
    case ChartKind::Scatter: return Words::tr("Scatter chart");
    case ChartKind::Pie: return Words::tr("Pie chart");
    }
    return {};
}

QString seriesText(const Chart &chart, const ChartSeries &series)
{
    std::vector<ChartPoint> points;
    std::copy_if(series.points.begin(), series.points.end(), std::back_inserter(points),
                 [](const ChartPoint &point) { return !std::isnan(point.y); });
    if (points.empty())
        return Words::tr("%1: no values.").arg(series.name);
    const auto [low, high] =
        std::minmax_element(points.begin(), points.end(),
                            [](const ChartPoint &one, const ChartPoint &other) { return one.y < other.y; });
    return Words::tr("%1: lowest %2 at %3, highest %4 at %5.")
        .arg(series.name, valueText(low->y), placeText(chart, low->x), valueText(high->y),
             placeText(chart, high->x));
}

} // namespace

QString ChartReadout::text() const
{
    QStringList parts;
    for (const auto &line : lines)
        parts << line.name + u' ' + line.value;
    return title + u": "_s + parts.join(u", "_s);
}

QString placeText(const Chart &chart, double x)
{
    switch (chart.scale) {
    case ChartColumn::Scale::Category: return chart.categories.value(static_cast<qsizetype>(x));
    case ChartColumn::Scale::Time: return exactTime(x, chart.zone);
    case ChartColumn::Scale::Number: return exactNumber(x);
    }
    return {};
}

ChartReadout readoutAt(const Chart &chart, int series, int point)
{
    const auto chosen = at(chart, series, point);
    ChartReadout readout{.title = placeText(chart, chosen.x)};
    const auto add = [&](int number, double value) {
        const auto text = chart.kind == ChartKind::Pie ? sharedText(chart, value) : valueText(value);
        readout.lines.push_back({number, chart.series[static_cast<size_t>(number)].name, text});
    };
    if (chart.kind == ChartKind::Scatter || chart.kind == ChartKind::Pie) {
        if (chart.kind == ChartKind::Scatter)
            readout.title = chart.xTitle + u' ' + readout.title;
        add(series, chosen.y);
        return readout;
    }
    for (size_t number = 0; number < chart.series.size(); ++number) {
        const auto &points = chart.series[number].points;
        const auto same = static_cast<int>(number) == series
                              ? points.begin() + point
                              : std::lower_bound(points.begin(), points.end(), chosen.x,
                                                 [](const ChartPoint &each, double x) { return each.x < x; });
        if (same != points.end() && same->x == chosen.x)
            add(static_cast<int>(number), same->y);
    }
    return readout;
}

QString chartSummary(const Chart &chart)
{
    if (!chart.refusal.isEmpty())
        return chart.refusal;
    size_t points = 0;
    for (const auto &series : chart.series)
        points = std::max(points, series.points.size());
    QStringList sentences{Words::tr("%1 by %2. Points: %3.")
                              .arg(chart.yTitle.isEmpty() ? kindText(chart.kind)
                                                          : kindText(chart.kind) + u": "_s + chart.yTitle,
                                   chart.xTitle, QLocale().toString(static_cast<qulonglong>(points)))};
    if (chart.series.size() > mostSpoken)
        sentences << Words::tr("%n series.", nullptr, static_cast<int>(chart.series.size()));
    for (size_t number = 0; number < std::min(mostSpoken, chart.series.size()); ++number)
        sentences << seriesText(chart, chart.series[number]);
    return (sentences + chart.remarks).join(u' ');
}

} // namespace squall::models

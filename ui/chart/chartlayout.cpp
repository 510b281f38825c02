#include "ui/chart/chartlayout.h"

#include "models/query/chartwords.h"
#include "ui/theme/fonts.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace squall::ui {

using models::Chart;
using models::ChartKind;
using Scale = models::ChartColumn::Scale;

namespace {

constexpr double margin = 12;
constexpr double line = 18;
constexpr double swatch = 14;
constexpr double gap = 6;
constexpr double legendSpacing = 16;
constexpr double longestLegend = 180;
constexpr double betweenYTicks = 44;
constexpr double betweenXTicks = 84;
/// As wide as a label may become before some are left out.
constexpr double widestLabel = 110;
constexpr double widestBar = 72;
/// Of a category's room; the rest keeps it apart from the next.
constexpr double barShare = 0.72;
constexpr double pieLegendRow = 24;
/// From here on what a pie's slices are stands beside it.
constexpr double wideForPie = 420;
constexpr double nearby = 28;

QFontMetricsF metricsOf(TextStyle style)
{
    return QFontMetricsF(font(style));
}

int most(double length, double each)
{
    return std::max(2, static_cast<int>(length / each) + 1);
}

/// An axis has some extent, even around one value.
Chart::Extent widened(Chart::Extent extent, Scale scale)
{
    constexpr double halfDay = 12 * 3600 * 1000.0;
    if (extent.to > extent.from)
        return extent;
    if (scale == Scale::Time)
        return {extent.from - halfDay, extent.to + halfDay};
    const auto [from, to] = models::niceRange(extent.from, extent.to, 2);
    return {from, to};
}

/// As wide as its longest line.
double pieListWidth(const Chart &chart)
{
    const auto names = metricsOf(TextStyle::Small);
    const auto values = metricsOf(TextStyle::Mono);
    double widest = 0;
    for (int slice = 0; slice < static_cast<int>(chart.series.front().points.size()); ++slice) {
        const auto readout = models::readoutAt(chart, 0, slice);
        widest = std::max(widest, std::min(longestLegend, names.horizontalAdvance(readout.title)) +
                                      values.horizontalAdvance(readout.lines.front().value));
    }
    return widest + swatch + gap + 2 * legendSpacing;
}

} // namespace

ChartLayout::ChartLayout(const Chart &chart, const QRectF &area)
{
    auto inner = area.adjusted(margin, margin, -margin, -margin);
    if (chart.kind == ChartKind::Pie) {
        placePie(chart, inner);
        return;
    }
    if (!chart.yTitle.isEmpty()) {
        m_yTitle = {QRectF(inner.x(), inner.y(), inner.width(), line), chart.yTitle};
        inner.setTop(inner.top() + line + 4);
    }
    if (chart.series.size() > 1)
        placeLegend(chart, inner);
    placeAxes(chart, inner);
}

void ChartLayout::placeLegend(const Chart &chart, QRectF &area)
{
    const auto metrics = metricsOf(TextStyle::Small);
    double x = area.x();
    double y = area.y();
    for (size_t series = 0; series < chart.series.size(); ++series) {
        const auto &name = chart.series[series].name;
        const double width = swatch + gap + std::min(longestLegend, metrics.horizontalAdvance(name) + 2);
        if (x > area.x() && x + width > area.right()) {
            x = area.x();
            y += line;
        }
        m_legend.push_back({QRectF(x, y, width, line), static_cast<int>(series), name, {}});
        x += width + legendSpacing;
    }
    area.setTop(y + line + 10);
}

void ChartLayout::placePie(const Chart &chart, QRectF area)
{
    if (chart.series.empty())
        return;
    const auto &points = chart.series.front().points;
    const bool beside = area.width() >= wideForPie;
    const double rows = static_cast<double>(points.size()) * pieLegendRow;
    QRectF list;
    if (beside) {
        const double width = std::min(area.width() * 0.5, pieListWidth(chart));
        const double side = std::min(area.width() - width - 2 * margin, area.height());
        // Circle and list stand together in the middle.
        const double left = area.x() + std::max(0.0, (area.width() - side - width - 3 * margin) / 2);
        m_plot = QRectF(left, area.y() + (area.height() - side) / 2, side, side);
        list = QRectF(m_plot.right() + 3 * margin, area.center().y() - rows / 2, width, rows);
    } else {
        const double side = std::max(40.0, std::min(area.width(), area.height() - rows - margin));
        m_plot = QRectF(area.center().x() - side / 2, area.y(), side, side);
        list = QRectF(area.x(), m_plot.bottom() + margin, area.width(), rows);
    }
    for (size_t slice = 0; slice < points.size(); ++slice) {
        const auto readout = models::readoutAt(chart, 0, static_cast<int>(slice));
        m_legend.push_back({QRectF(list.x(), list.y() + static_cast<double>(slice) * pieLegendRow,
                                   list.width(), pieLegendRow),
                            static_cast<int>(slice), readout.title, readout.lines.front().value});
    }
}

void ChartLayout::placeAxes(const Chart &chart, QRectF area)
{
    // Below: labels, and the name of the axis.
    area.setBottom(area.bottom() - 2 * line - 2);
    m_yExtent = chart.y();
    const int lines = most(area.height(), betweenYTicks);
    const auto [from, to] = models::niceRange(m_yExtent.from, m_yExtent.to, lines);
    m_yExtent = {from, to};
    m_yTicks = models::numberTicks(from, to, lines);
    const auto metrics = metricsOf(TextStyle::MonoSmall);
    double widest = 0;
    for (const auto &tick : m_yTicks.ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    // The topmost label reaches above its line, the last one of x beyond the right end.
    m_plot = area.adjusted(widest + 8, 6, -8, 0);

    m_xExtent = chart.scale == Scale::Category ? chart.x() : widened(chart.x(), chart.scale);
    const int places = most(m_plot.width(), betweenXTicks);
    if (chart.scale == Scale::Time)
        m_xTicks = models::timeTicks(m_xExtent.from, m_xExtent.to, places, chart.zone);
    else if (chart.scale == Scale::Number) {
        if (chart.kind == ChartKind::Scatter) {
            const auto [left, right] = models::niceRange(m_xExtent.from, m_xExtent.to, places);
            m_xExtent = {left, right};
        }
        m_xTicks = models::numberTicks(m_xExtent.from, m_xExtent.to, places);
    }
    placeXLabels(chart);
    auto title = chart.xTitle;
    if (!m_xTicks.context.isEmpty())
        title += QStringLiteral(" (%1)").arg(m_xTicks.context);
    m_xTitle = {QRectF(m_plot.x(), m_plot.bottom() + line + 4, m_plot.width(), line), title};
}

void ChartLayout::placeXLabels(const Chart &chart)
{
    const auto metrics = metricsOf(chart.scale == Scale::Category ? TextStyle::Small : TextStyle::MonoSmall);
    const double top = m_plot.bottom() + 4;
    if (chart.scale == Scale::Category) {
        double widest = 0;
        for (const auto &name : chart.categories)
            widest = std::max(widest, metrics.horizontalAdvance(name));
        const double slot =
            m_plot.width() / std::max<double>(1, static_cast<double>(chart.categories.size()));
        const int step = std::max(1, static_cast<int>(std::ceil(std::min(widest + 8, widestLabel) / slot)));
        const double width = slot * step - 6;
        for (qsizetype i = 0; i < chart.categories.size(); i += step)
            m_xLabels.push_back(
                {QRectF(x(static_cast<double>(i)) - width / 2, top, width, line), chart.categories[i]});
        return;
    }
    double free = 0;
    for (const auto &tick : m_xTicks.ticks) {
        const double width = metrics.horizontalAdvance(tick.label) + 2;
        const double left = std::min(x(tick.value) - width / 2, m_plot.right() + margin + 4 - width);
        if (!m_xLabels.empty() && left < free)
            continue;
        m_xLabels.push_back({QRectF(std::max(0.0, left), top, width, line), tick.label});
        free = left + width + 10;
    }
}

double ChartLayout::x(double value) const
{
    const double extent = m_xExtent.to - m_xExtent.from;
    return m_plot.left() + (extent > 0 ? (value - m_xExtent.from) / extent : 0.5) * m_plot.width();
}

double ChartLayout::y(double value) const
{
    const double extent = m_yExtent.to - m_yExtent.from;
    return m_plot.bottom() - (extent > 0 ? (value - m_yExtent.from) / extent : 0.5) * m_plot.height();
}

QRectF ChartLayout::bar(const Chart &chart, const ChartMark &mark) const
{
    const auto &point =
        chart.series[static_cast<size_t>(mark.series)].points[static_cast<size_t>(mark.point)];
    const double slot = m_plot.width() / std::max<double>(1, static_cast<double>(chart.categories.size()));
    const auto bars = static_cast<double>(chart.series.size());
    const double width = std::min(widestBar, slot * barShare / bars);
    const double left = x(point.x) + (mark.series - bars / 2) * width;
    const double zero = y(0);
    const double end = y(point.y);
    // Bars of one group stand a hair apart.
    const double apart = width > 6 ? 1 : 0;
    QRectF area(left + apart / 2, std::min(zero, end), width - apart, std::abs(zero - end));
    // Whatever is there can be seen.
    if (area.height() < 1 && point.y != 0)
        area = QRectF(area.x(), point.y > 0 ? zero - 1 : zero, area.width(), 1);
    return area;
}

ChartLayout::Slice ChartLayout::slice(const Chart &chart, int point) const
{
    const auto &points = chart.series.front().points;
    const auto add = [](double sum, const models::ChartPoint &each) { return sum + each.y; };
    const double whole = std::accumulate(points.begin(), points.end(), 0.0, add);
    const double before = std::accumulate(points.begin(), points.begin() + point, 0.0, add);
    // From the top, clockwise.
    return {90 - 360 * before / whole, -360 * points[static_cast<size_t>(point)].y / whole};
}

std::optional<ChartMark> ChartLayout::nearestSlice(const Chart &chart, const QPointF &position) const
{
    for (size_t i = 0; i < m_legend.size(); ++i) {
        if (m_legend[i].area.contains(position))
            return ChartMark{0, static_cast<int>(i)};
    }
    const auto away = position - m_plot.center();
    if (std::hypot(away.x(), away.y()) > m_plot.width() / 2)
        return {};
    double turned = std::atan2(away.x(), -away.y()) * 180 / M_PI;
    if (turned < 0)
        turned += 360;
    for (size_t i = 0; i < m_legend.size(); ++i) {
        const auto [start, span] = slice(chart, static_cast<int>(i));
        const double from = 90 - start;
        if (turned >= from && turned < from - span)
            return ChartMark{0, static_cast<int>(i)};
    }
    return {};
}

std::optional<ChartMark> ChartLayout::nearest(const Chart &chart, const QPointF &position) const
{
    if (chart.kind == ChartKind::Pie)
        return nearestSlice(chart, position);
    if (!m_plot.adjusted(-nearby / 2, -nearby / 2, nearby / 2, nearby / 2).contains(position))
        return {};
    std::optional<ChartMark> best;
    double least = std::numeric_limits<double>::max();
    for (size_t series = 0; series < chart.series.size(); ++series) {
        const auto &points = chart.series[series].points;
        for (size_t i = 0; i < points.size(); ++i) {
            if (std::isnan(points[i].y))
                continue;
            const ChartMark mark{static_cast<int>(series), static_cast<int>(i)};
            const bool isBar = chart.kind == ChartKind::Bar;
            const auto at = isBar ? bar(chart, mark).center() : place(points[i]);
            const double across = std::abs(at.x() - position.x());
            const double up = std::abs(at.y() - position.y());
            // Along a line x decides; among points the distance does.
            const double distance = chart.kind == ChartKind::Scatter ? std::hypot(across, up)
                                    : isBar                          ? across
                                                                     : 1000 * across + up;
            if (distance < least) {
                least = distance;
                best = mark;
            }
        }
    }
    const bool isFar = chart.kind == ChartKind::Scatter && least > nearby;
    return isFar ? std::nullopt : best;
}

} // namespace squall::ui

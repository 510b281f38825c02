#pragma once

#include "models/query/axisticks.h"
#include "models/query/chartdata.h"

#include <QRectF>

#include <optional>
#include <vector>

namespace squall::ui {

/// A point of a series.
struct ChartMark
{
    int series = 0;
    int point = 0;

    bool operator==(const ChartMark &) const = default;
};

/// Where everything of a chart lies in an area.
class ChartLayout
{
public:
    struct Label
    {
        QRectF area = {};
        QString text = {};
    };
    struct LegendEntry
    {
        QRectF area = {};
        int color = 0; ///< number of the series, or of a pie's slice
        QString text = {};
        QString value = {}; ///< of a slice
    };

    ChartLayout() = default;
    ChartLayout(const models::Chart &chart, const QRectF &area);

    const QRectF &plot() const { return m_plot; }
    const models::Ticks &xTicks() const { return m_xTicks; }
    const models::Ticks &yTicks() const { return m_yTicks; }
    const std::vector<Label> &xLabels() const { return m_xLabels; }
    const std::vector<LegendEntry> &legend() const { return m_legend; }
    const Label &xTitle() const { return m_xTitle; }
    const Label &yTitle() const { return m_yTitle; }

    double x(double value) const;
    double y(double value) const;
    QPointF place(const models::ChartPoint &point) const { return {x(point.x), y(point.y)}; }
    QRectF bar(const models::Chart &chart, const ChartMark &mark) const;

    // Of a pie, whose circle is the plot.
    struct Slice
    {
        double start = 0; ///< in degrees, as QPainter counts them
        double span = 0;
    };
    Slice slice(const models::Chart &chart, int point) const;

    /// What somebody points to; nothing where nothing is near.
    std::optional<ChartMark> nearest(const models::Chart &chart, const QPointF &position) const;

private:
    void placeLegend(const models::Chart &chart, QRectF &area);
    void placePie(const models::Chart &chart, QRectF area);
    void placeAxes(const models::Chart &chart, QRectF area);
    void placeXLabels(const models::Chart &chart);
    std::optional<ChartMark> nearestSlice(const models::Chart &chart, const QPointF &position) const;

    QRectF m_plot;
    models::Chart::Extent m_xExtent;
    models::Chart::Extent m_yExtent;
    models::Ticks m_xTicks;
    models::Ticks m_yTicks;
    std::vector<Label> m_xLabels;
    std::vector<LegendEntry> m_legend;
    Label m_xTitle;
    Label m_yTitle;
};

} // namespace squall::ui

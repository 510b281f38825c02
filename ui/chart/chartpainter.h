#pragma once

#include "models/query/chartwords.h"
#include "ui/chart/chartlayout.h"
#include "ui/theme/tokens.h"

class QPainter;

namespace squall::ui {

/// Draws a chart, on screen and into files alike.
class ChartPainter
{
public:
    ChartPainter(QPainter &painter, const models::Chart &chart, const ChartLayout &layout, Scheme scheme);

    void paint();
    /// What is pointed to, and what it says.
    void paintMark(const ChartMark &mark, const QRectF &within);

private:
    QColor color(Token token) const { return tokenColor(token, m_scheme); }
    void write(const QRectF &area, const QString &text, int alignment);
    void paintGrid();
    void paintTitles();
    void paintLegend();
    void paintLines();
    void paintLine(int series);
    void paintBars();
    void paintPoints();
    void paintPie();
    void paintSymbol(const QPointF &at, int series, double size);
    void paintReadout(const models::ChartReadout &readout, const QPointF &at, const QRectF &within);

    QPainter &m_painter;
    const models::Chart &m_chart;
    const ChartLayout &m_layout;
    Scheme m_scheme;
};

} // namespace squall::ui

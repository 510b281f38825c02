#include "ui/chart/chartpainter.h"

#include "ui/theme/fonts.h"
#include "ui/theme/seriescolors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace squall::ui {

using models::Chart;
using models::ChartKind;

namespace {

constexpr double lineWidth = 2;
constexpr double symbolSize = 7;
constexpr double scatterSize = 7;
/// Closer than that symbols would hide the line.
constexpr double betweenSymbols = 18;
constexpr double sparseSymbols = 90;
constexpr double readoutPadding = 10;
constexpr double readoutLine = 19;

/// A shape for each series, so that colour is not all that tells them apart.
QPainterPath symbol(int series, const QPointF &at, double size)
{
    const double half = size / 2;
    QPainterPath path;
    switch (series % 4) {
    case 0: path.addEllipse(at, half, half); break;
    case 1: path.addRect(QRectF(at.x() - half * 0.9, at.y() - half * 0.9, size * 0.9, size * 0.9)); break;
    case 2:
        path.addPolygon(QPolygonF({{at.x(), at.y() - half * 1.15},
                                   {at.x() + half * 1.1, at.y() + half * 0.85},
                                   {at.x() - half * 1.1, at.y() + half * 0.85}}));
        path.closeSubpath();
        break;
    default:
        path.addPolygon(QPolygonF({{at.x(), at.y() - half * 1.25},
                                   {at.x() + half * 1.25, at.y()},
                                   {at.x(), at.y() + half * 1.25},
                                   {at.x() - half * 1.25, at.y()}}));
        path.closeSubpath();
    }
    return path;
}

} // namespace

ChartPainter::ChartPainter(QPainter &painter, const Chart &chart, const ChartLayout &layout, Scheme scheme)
    : m_painter(painter)
    , m_chart(chart)
    , m_layout(layout)
    , m_scheme(scheme)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void ChartPainter::write(const QRectF &area, const QString &text, int alignment)
{
    const auto shown = QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideRight, area.width() + 1);
    m_painter.drawText(area, alignment | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

void ChartPainter::paint()
{
    paintTitles();
    paintLegend();
    if (m_chart.kind == ChartKind::Pie) {
        paintPie();
        return;
    }
    paintGrid();
    m_painter.save();
    m_painter.setClipRect(m_layout.plot().adjusted(-symbolSize, -symbolSize, symbolSize, 1));
    switch (m_chart.kind) {
    case ChartKind::Line: paintLines(); break;
    case ChartKind::Bar: paintBars(); break;
    case ChartKind::Scatter: paintPoints(); break;
    case ChartKind::Pie: break;
    }
    m_painter.restore();
}

void ChartPainter::paintTitles()
{
    m_painter.setFont(font(TextStyle::Small));
    m_painter.setPen(color(Token::Muted));
    write(m_layout.yTitle().area, m_layout.yTitle().text, Qt::AlignLeft | Qt::AlignVCenter);
    write(m_layout.xTitle().area, m_layout.xTitle().text, Qt::AlignHCenter | Qt::AlignVCenter);
}

void ChartPainter::paintGrid()
{
    const auto &plot = m_layout.plot();
    m_painter.setFont(font(TextStyle::MonoSmall));
    for (const auto &tick : m_layout.yTicks().ticks) {
        // On whole pixels, so that a thin line stays thin.
        const double y = std::floor(m_layout.y(tick.value)) + 0.5;
        const bool zero = tick.value == 0 && m_chart.y().from < 0;
        m_painter.setPen(QPen(color(zero ? Token::Faint : Token::Line), 1));
        m_painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        m_painter.setPen(color(Token::Muted));
        write(QRectF(0, y - 10, plot.left() - 8, 20), tick.label, Qt::AlignRight | Qt::AlignVCenter);
    }
    const bool categories = m_chart.scale == models::ChartColumn::Scale::Category;
    m_painter.setPen(QPen(color(Token::Line), 1));
    for (const auto &tick : m_layout.xTicks().ticks) {
        const double x = std::floor(m_layout.x(tick.value)) + 0.5;
        if (m_chart.kind == ChartKind::Scatter)
            m_painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        else
            m_painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4));
    }
    m_painter.setFont(font(categories ? TextStyle::Small : TextStyle::MonoSmall));
    m_painter.setPen(color(Token::Muted));
    for (const auto &label : m_layout.xLabels())
        write(label.area, label.text, Qt::AlignHCenter | Qt::AlignVCenter);
}

void ChartPainter::paintLegend()
{
    m_painter.setFont(font(TextStyle::Small));
    for (const auto &entry : m_layout.legend()) {
        const double middle = entry.area.center().y();
        const auto ink = seriesColor(entry.color, m_scheme);
        const bool areas = m_chart.kind == ChartKind::Bar || m_chart.kind == ChartKind::Pie;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ink);
        if (areas)
            m_painter.drawRoundedRect(QRectF(entry.area.x() + 1, middle - 5, 10, 10), 2, 2);
        else
            paintSymbol({entry.area.x() + 6, middle}, entry.color, symbolSize + 1);
        if (m_chart.kind == ChartKind::Line) {
            m_painter.setPen(QPen(ink, lineWidth));
            m_painter.drawLine(QPointF(entry.area.x(), middle), QPointF(entry.area.x() + 13, middle));
        }
        const double value = QFontMetricsF(font(TextStyle::Mono)).horizontalAdvance(entry.value);
        m_painter.setPen(color(Token::Text));
        write(entry.area.adjusted(20, 0, entry.value.isEmpty() ? 0 : -value - 12, 0), entry.text,
              Qt::AlignLeft | Qt::AlignVCenter);
        if (entry.value.isEmpty())
            continue;
        m_painter.setFont(font(TextStyle::Mono));
        m_painter.setPen(color(Token::Muted));
        write(entry.area, entry.value, Qt::AlignRight | Qt::AlignVCenter);
        m_painter.setFont(font(TextStyle::Small));
    }
}

void ChartPainter::paintSymbol(const QPointF &at, int series, double size)
{
    m_painter.setPen(QPen(color(Token::Surface), 1));
    m_painter.setBrush(seriesColor(series, m_scheme));
    m_painter.drawPath(symbol(series, at, size));
}

void ChartPainter::paintLines()
{
    for (int series = 0; series < static_cast<int>(m_chart.series.size()); ++series)
        paintLine(series);
}

void ChartPainter::paintLine(int series)
{
    const auto &points = m_chart.series[static_cast<size_t>(series)].points;
    QPainterPath path;
    bool begun = false;
    for (const auto &point : points) {
        if (std::isnan(point.y)) {
            begun = false;
            continue;
        }
        const auto at = m_layout.place(point);
        begun ? path.lineTo(at) : path.moveTo(at);
        begun = true;
    }
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(
        QPen(seriesColor(series, m_scheme), lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPath(path);

    const double room = m_layout.plot().width() / std::max<double>(1, static_cast<double>(points.size()));
    const bool all = room >= betweenSymbols;
    // Many points have symbols now and then, where there is another line to be told from.
    if (!all && m_chart.series.size() == 1 && points.size() > 1)
        return;
    double free = -sparseSymbols * series / static_cast<double>(m_chart.series.size());
    for (const auto &point : points) {
        const auto at = m_layout.place(point);
        if (std::isnan(point.y) || (!all && at.x() - m_layout.plot().left() < free))
            continue;
        paintSymbol(at, series, symbolSize);
        free = at.x() - m_layout.plot().left() + sparseSymbols;
    }
}

void ChartPainter::paintBars()
{
    m_painter.setPen(Qt::NoPen);
    for (int series = 0; series < static_cast<int>(m_chart.series.size()); ++series) {
        m_painter.setBrush(seriesColor(series, m_scheme));
        const auto &points = m_chart.series[static_cast<size_t>(series)].points;
        for (int point = 0; point < static_cast<int>(points.size()); ++point) {
            const auto bar = m_layout.bar(m_chart, {series, point});
            const double round = std::min({2.0, bar.width() / 4, bar.height() / 2});
            m_painter.drawRoundedRect(bar, round, round);
        }
    }
}

void ChartPainter::paintPoints()
{
    size_t all = 0;
    for (const auto &series : m_chart.series)
        all += series.points.size();
    // Where many lie upon each other, one sees how many by how dark it is.
    m_painter.setOpacity(all > 400 ? 0.55 : 0.85);
    for (int series = 0; series < static_cast<int>(m_chart.series.size()); ++series) {
        for (const auto &point : m_chart.series[static_cast<size_t>(series)].points)
            paintSymbol(m_layout.place(point), series, all > 2000 ? scatterSize - 2 : scatterSize);
    }
    m_painter.setOpacity(1);
}

void ChartPainter::paintPie()
{
    if (m_chart.series.empty())
        return;
    const auto &points = m_chart.series.front().points;
    const auto circle = m_layout.plot();
    for (int point = 0; point < static_cast<int>(points.size()); ++point) {
        const auto [start, span] = m_layout.slice(m_chart, point);
        QPainterPath path(circle.center());
        path.arcTo(circle, start, span);
        path.closeSubpath();
        m_painter.setPen(points.size() > 1 ? QPen(color(Token::Surface), 2) : QPen(Qt::NoPen));
        m_painter.setBrush(seriesColor(point, m_scheme));
        m_painter.drawPath(path);
    }
    // The middle stays free: angles are told apart at the rim.
    const double hole = circle.width() * 0.28;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color(Token::Surface));
    m_painter.drawEllipse(circle.center(), hole, hole);
    m_painter.setFont(font(TextStyle::Small));
    m_painter.setPen(color(Token::Muted));
    const double wide = hole * 1.7;
    write(QRectF(circle.center().x() - wide / 2, circle.center().y() - 10, wide, 20), m_chart.yTitle,
          Qt::AlignCenter);
}

void ChartPainter::paintMark(const ChartMark &mark, const QRectF &within)
{
    const auto readout = models::readoutAt(m_chart, mark.series, mark.point);
    if (m_chart.kind == ChartKind::Pie) {
        const auto [start, span] = m_layout.slice(m_chart, mark.point);
        m_painter.setPen(QPen(color(Token::Text), 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawArc(m_layout.plot(), static_cast<int>(start * 16), static_cast<int>(span * 16));
        paintReadout(readout, m_layout.plot().center(), within);
        return;
    }
    const auto &point =
        m_chart.series[static_cast<size_t>(mark.series)].points[static_cast<size_t>(mark.point)];
    auto at = m_layout.place(point);
    if (m_chart.kind == ChartKind::Bar) {
        const auto bar = m_layout.bar(m_chart, mark);
        at = QPointF(bar.center().x(), bar.top());
        m_painter.setPen(QPen(color(Token::Text), 1.5));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(bar.adjusted(-1, -1, 1, 1), 2, 2);
    } else {
        if (m_chart.kind == ChartKind::Line) {
            const double x = std::floor(at.x()) + 0.5;
            m_painter.setPen(QPen(color(Token::Faint), 1, Qt::DashLine));
            m_painter.drawLine(QPointF(x, m_layout.plot().top()), QPointF(x, m_layout.plot().bottom()));
        }
        paintSymbol(at, mark.series, symbolSize + 4);
    }
    paintReadout(readout, at, within);
}

void ChartPainter::paintReadout(const models::ChartReadout &readout, const QPointF &at, const QRectF &within)
{
    const QFontMetricsF names(font(TextStyle::Small));
    const QFontMetricsF values(font(TextStyle::Mono));
    const QFontMetricsF title(font(TextStyle::Caption));
    double width = title.horizontalAdvance(readout.title);
    for (const auto &line : readout.lines)
        width = std::max(width, 18 + std::min(180.0, names.horizontalAdvance(line.name)) + 16 +
                                    values.horizontalAdvance(line.value));
    width = std::min(width + 2 * readoutPadding, within.width() - 8);
    const double height = (static_cast<double>(readout.lines.size()) + 1) * readoutLine + readoutPadding;
    QRectF box(at.x() + 14, at.y() - height / 2, width, height);
    if (m_chart.kind == ChartKind::Pie)
        box.moveCenter(at);
    else if (box.right() > within.right() - 4)
        box.moveRight(at.x() - 14);
    box.moveLeft(std::max(within.left() + 4, box.left()));
    box.moveTop(
        std::clamp(box.top(), within.top() + 4, std::max(within.top() + 4, within.bottom() - height - 4)));
    m_painter.setPen(QPen(color(Token::Line), 1));
    m_painter.setBrush(color(Token::Raised));
    m_painter.drawRoundedRect(box, 6, 6);

    QRectF row(box.x() + readoutPadding, box.y() + readoutPadding / 2, width - 2 * readoutPadding,
               readoutLine);
    m_painter.setFont(font(TextStyle::Caption));
    m_painter.setPen(color(Token::Muted));
    write(row, readout.title, Qt::AlignLeft | Qt::AlignVCenter);
    for (const auto &line : readout.lines) {
        row.translate(0, readoutLine);
        const double value = values.horizontalAdvance(line.value);
        const int ink = m_chart.kind == ChartKind::Pie ? -1 : line.series;
        if (ink >= 0)
            paintSymbol({row.x() + 5, row.center().y()}, ink, symbolSize + 1);
        m_painter.setFont(font(TextStyle::Small));
        m_painter.setPen(color(Token::Text));
        write(row.adjusted(ink >= 0 ? 18 : 0, 0, -value - 12, 0), line.name,
              Qt::AlignLeft | Qt::AlignVCenter);
        m_painter.setFont(font(TextStyle::Mono));
        write(row, line.value, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace squall::ui

#include "ui/chart/chartcanvas.h"

#include "ui/chart/chartpainter.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace squall::ui {

using namespace Qt::StringLiterals;

ChartCanvas::ChartCanvas(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"chartCanvas"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChartCanvas::setChart(const models::Chart &chart)
{
    m_chart = chart;
    m_mark.reset();
    setAccessibleName(models::chartSummary(m_chart));
    setAccessibleDescription({});
    emit markChanged();
    update();
}

void ChartCanvas::setMark(std::optional<ChartMark> mark)
{
    if (mark == m_mark)
        return;
    m_mark = mark;
    emit markChanged();
    update();
}

ChartLayout ChartCanvas::layoutNow() const
{
    return {m_chart, QRectF(rect())};
}

void ChartCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    if (!m_chart.refusal.isEmpty()) {
        painter.setFont(ui::font(TextStyle::Body));
        painter.setPen(m_theme.color(Token::Muted));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_chart.refusal);
    } else if (!m_chart.series.empty()) {
        const auto layout = layoutNow();
        ChartPainter chart(painter, m_chart, layout, m_theme.scheme());
        chart.paint();
        if (m_mark)
            chart.paintMark(*m_mark, QRectF(rect()));
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_theme.color(Token::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_chart.series.empty() && m_chart.refusal.isEmpty())
        setMark(layoutNow().nearest(m_chart, event->position()));
}

void ChartCanvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setMark({});
}

bool ChartCanvas::hasValue(const ChartMark &mark) const
{
    const auto &points = m_chart.series[static_cast<size_t>(mark.series)].points;
    return !std::isnan(points[static_cast<size_t>(mark.point)].y);
}

void ChartCanvas::step(int by, bool toTheEnd)
{
    auto mark = m_mark.value_or(ChartMark());
    const int points = static_cast<int>(m_chart.series[static_cast<size_t>(mark.series)].points.size());
    if (toTheEnd)
        mark.point = by < 0 ? 0 : points - 1;
    else if (m_mark)
        mark.point += by;
    // Towards the end gaps are passed over; from the end, back to the last value.
    const int direction = toTheEnd ? -by : by;
    while (mark.point >= 0 && mark.point < points && !hasValue(mark))
        mark.point += direction;
    if (mark.point >= 0 && mark.point < points)
        setMark(mark);
}

/// To the point of another series that is closest on x.
void ChartCanvas::stepSeries(int by)
{
    auto mark = m_mark.value_or(ChartMark());
    const int series = static_cast<int>(m_chart.series.size());
    const auto &points = m_chart.series[static_cast<size_t>(mark.series)].points;
    const double x = points.empty() ? 0 : points[static_cast<size_t>(mark.point)].x;
    mark.series = ((mark.series + by) % series + series) % series;
    const auto &others = m_chart.series[static_cast<size_t>(mark.series)].points;
    double least = -1;
    for (int i = 0; i < static_cast<int>(others.size()); ++i) {
        const double away = std::abs(others[static_cast<size_t>(i)].x - x);
        if (hasValue({mark.series, i}) && (least < 0 || away < least)) {
            least = away;
            mark.point = i;
        }
    }
    if (least >= 0)
        setMark(mark);
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    if (m_chart.series.empty() || !m_chart.refusal.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right: step(1, false); break;
    case Qt::Key_Left: step(-1, false); break;
    case Qt::Key_Home: step(-1, true); break;
    case Qt::Key_End: step(1, true); break;
    case Qt::Key_Down: stepSeries(1); break;
    case Qt::Key_Up: stepSeries(-1); break;
    case Qt::Key_Escape:
        if (m_mark) {
            setMark({});
            break;
        }
        [[fallthrough]];
    default: QWidget::keyPressEvent(event); return;
    }
    tell();
}

/// Says what the keys have come to.
void ChartCanvas::tell()
{
    if (!m_mark)
        return;
    setAccessibleDescription(models::readoutAt(m_chart, m_mark->series, m_mark->point).text());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace squall::ui

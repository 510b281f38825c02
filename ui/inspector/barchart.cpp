#include "ui/inspector/barchart.h"

#include "ui/inspector/linebutton.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace squall::ui {

namespace {

constexpr int chartHeight = 64;
constexpr int gap = 3;
} // namespace

BarChart::BarChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BarChart::setBars(const std::vector<double> &bars)
{
    m_bars = bars;
    update();
}

QSize BarChart::sizeHint() const
{
    return {200, chartHeight};
}

void BarChart::paintEvent(QPaintEvent *)
{
    if (m_bars.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(softened(m_theme.color(Token::Accent)));
    const double tallest = *std::max_element(m_bars.begin(), m_bars.end());
    const double step = static_cast<double>(width() + gap) / static_cast<double>(m_bars.size());
    for (size_t i = 0; i < m_bars.size(); ++i) {
        if (m_bars[i] <= 0)
            continue;
        // Whatever is there can be seen.
        const double bar = std::max(2.0, m_bars[i] / tallest * height());
        painter.drawRoundedRect(QRectF(static_cast<double>(i) * step, height() - bar, step - gap, bar), 2, 2);
    }
}

} // namespace squall::ui

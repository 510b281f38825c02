#include "ui/window/skeleton.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace squall::ui {

Skeleton::Skeleton(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    using namespace std::chrono_literals;
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    m_patience.callOnTimeout(this, qOverload<>(&QWidget::update));
}

void Skeleton::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_patience.start();
}

void Skeleton::paintEvent(QPaintEvent *)
{
    if (m_patience.isActive())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Line));
    // Widths as different as names are, the same each time.
    constexpr int widths[] = {48, 72, 60, 40, 84, 56, 66};
    for (int row = 0; row * metrics::row < height() && row < 18; ++row) {
        const int width = this->width() * widths[row % 7] / 120;
        painter.setOpacity(1.0 - row * 0.05);
        painter.drawRoundedRect(QRect(14, 12 + row * metrics::row, width, 10), 4, 4);
    }
}

} // namespace squall::ui

#include "ui/inspector/barchart.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartHeight = 64;
constexpr int gap = 3;
constexpr int shareHeight = 24;
constexpr int lineHeight = 3;
constexpr double strength = 0.75;

/// Areas of the full accent would be louder than the data.
QColor softened(QColor color)
{
    color.setAlphaF(static_cast<float>(strength));
    return color;
}

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

ShareList::ShareList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ShareList::setShares(const std::vector<Share> &shares)
{
    m_shares = shares;
    QStringList spoken;
    for (const auto &share : shares)
        spoken << share.text + u": "_s + share.amount;
    setAccessibleDescription(spoken.join(u", "_s));
    updateGeometry();
    update();
}

QSize ShareList::sizeHint() const
{
    return {200, static_cast<int>(m_shares.size()) * shareHeight};
}

void ShareList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto mono = ui::font(TextStyle::MonoSmall);
    double largest = 0;
    for (const auto &share : m_shares)
        largest = std::max(largest, share.part);
    int y = 0;
    for (const auto &share : m_shares) {
        painter.setFont(mono);
        const int amount = painter.fontMetrics().horizontalAdvance(share.amount);
        const QRect line(0, y, width(), shareHeight - lineHeight - 3);
        painter.setPen(m_theme.color(Token::Muted));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, share.amount);
        painter.setPen(m_theme.color(Token::Text));
        const int room = width() - amount - 12;
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(share.text, Qt::ElideRight, room));
        const int bottom = y + shareHeight - lineHeight - 2;
        painter.fillRect(0, bottom, width(), lineHeight, m_theme.color(Token::Line));
        const double part = largest > 0 ? share.part / largest : 0;
        painter.fillRect(QRectF(0, bottom, part * width(), lineHeight),
                         softened(m_theme.color(Token::Accent)));
        y += shareHeight;
    }
}

} // namespace squall::ui

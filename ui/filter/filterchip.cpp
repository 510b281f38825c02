#include "ui/filter/filterchip.h"

#include "ui/filter/filterwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int between = 4;
/// Each part may come out a little wider than it was measured.
constexpr int rounding = 6;
constexpr int crossSize = 12;
constexpr int chipHeight = 28;
constexpr int widest = 380;

} // namespace

FilterChip::FilterChip(const Theme &theme, const models::FilterNode &node, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_whole(filterText(node))
{
    setObjectName(u"filterChip"_s);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (const auto *condition = node.condition()) {
        const auto words = conditionWords(*condition);
        m_parts = {{.text = words.column, .strong = true}, {.text = words.op, .muted = true}};
        if (!words.values.isEmpty())
            m_parts.push_back({.text = words.values});
    } else {
        m_parts = {{.text = m_whole}};
    }
    setAccessibleName(tr("Condition: %1").arg(m_whole));
    setToolTip(m_whole);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FilterChip::setFault(const QString &text)
{
    m_faulty = !text.isEmpty();
    setToolTip(m_faulty ? m_whole + u'\n' + text : m_whole);
    setAccessibleDescription(text);
    update();
}

QFont FilterChip::fontOf(const Part &part) const
{
    return ui::font(part.strong ? TextStyle::Strong : TextStyle::Body);
}

int FilterChip::textWidth() const
{
    int width = 0;
    for (const auto &part : m_parts)
        width += QFontMetrics(fontOf(part)).horizontalAdvance(part.text) + between;
    return width - between + rounding;
}

QSize FilterChip::sizeHint() const
{
    return {std::min(widest, padding + textWidth() + padding + crossSize + padding), chipHeight};
}

QSize FilterChip::minimumSizeHint() const
{
    return {std::min(120, sizeHint().width()), chipHeight};
}

QRect FilterChip::cross() const
{
    return {width() - padding - crossSize, (chipHeight - crossSize) / 2, crossSize, crossSize};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto border = hasFocus() ? Token::Accent : m_faulty ? Token::Removed : Token::Line;
    const auto ground = m_faulty ? Token::RemovedGround : underMouse() ? Token::Window : Token::Surface;
    painter.setPen(QPen(m_theme.color(border), 1));
    painter.setBrush(m_theme.color(ground));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    int x = padding;
    const int end = cross().left() - padding;
    for (const auto &part : m_parts) {
        painter.setFont(fontOf(part));
        painter.setPen(m_theme.color(m_faulty ? Token::Removed : part.muted ? Token::Muted : Token::Text));
        const auto text = painter.fontMetrics().elidedText(part.text, Qt::ElideRight, std::max(0, end - x));
        painter.drawText(QRect(x, 0, end - x, chipHeight), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += painter.fontMetrics().horizontalAdvance(text) + between;
    }
    m_theme.icon(u"close"_s, m_faulty ? Token::Removed : Token::Muted).paint(&painter, cross());
}

void FilterChip::mousePressEvent(QMouseEvent *event)
{
    m_crossPressed =
        event->button() == Qt::LeftButton && event->position().x() >= cross().left() - padding / 2;
    if (!m_crossPressed)
        QAbstractButton::mousePressEvent(event);
}

void FilterChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_crossPressed, false))
        QAbstractButton::mouseReleaseEvent(event);
    else if (rect().contains(event->position().toPoint()) &&
             event->position().x() >= cross().left() - padding / 2)
        emit removeRequested();
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit removeRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace squall::ui

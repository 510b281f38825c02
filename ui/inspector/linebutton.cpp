#include "ui/inspector/linebutton.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 24;
constexpr int barHeight = 3;
constexpr int gap = 8;
/// The ground reaches a little further than the text.
constexpr int margin = 4;
constexpr double strength = 0.75;

} // namespace

QColor softened(QColor color)
{
    color.setAlphaF(static_cast<float>(strength));
    return color;
}

LineButton::LineButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LineButton::setLine(const Line &line)
{
    if (line == m_line)
        return;
    m_line = line;
    QStringList spoken{line.text};
    for (const auto &part : {line.detail, line.amount}) {
        if (!part.isEmpty())
            spoken << part;
    }
    setAccessibleName(spoken.join(u", "_s));
    updateGeometry();
    update();
}

QSize LineButton::sizeHint() const
{
    return {200, lineHeight};
}

QSize LineButton::minimumSizeHint() const
{
    return {40, lineHeight};
}

void LineButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto ground = rect().adjusted(-margin, 0, margin, 0);
    if (isEnabled() && (underMouse() || isDown()))
        painter.fillRect(ground, m_theme.color(Token::Selection));
    const bool barred = m_line.part >= 0;
    const QRect text = rect().adjusted(0, 0, 0, barred ? -barHeight - 2 : 0);
    int right = text.right();
    const auto write = [&](const QString &words, TextStyle style, Token ink, int left, Qt::Alignment side) {
        painter.setFont(ui::font(style));
        painter.setPen(m_theme.color(ink));
        const auto shown = painter.fontMetrics().elidedText(words, Qt::ElideRight, right - left);
        painter.drawText(QRect(left, text.top(), right - left + 1, text.height()), side | Qt::AlignVCenter,
                         shown);
        return painter.fontMetrics().horizontalAdvance(shown);
    };
    const Token quiet = underMouse() || !isEnabled() ? Token::Muted : Token::Faint;
    if (!m_line.amount.isEmpty())
        right -= write(m_line.amount, TextStyle::MonoSmall, Token::Muted, 0, Qt::AlignRight) + gap;
    const int used =
        write(m_line.text, m_line.style, isEnabled() ? m_line.ink : Token::Muted, 0, Qt::AlignLeft);
    if (!m_line.detail.isEmpty() && used + gap < right)
        write(m_line.detail, TextStyle::Small, quiet, used + gap, Qt::AlignLeft);
    if (barred) {
        const int bottom = height() - barHeight - 2;
        painter.fillRect(0, bottom, width(), barHeight, m_theme.color(Token::Line));
        painter.fillRect(QRectF(0, bottom, m_line.part * width(), barHeight),
                         softened(m_theme.color(Token::Accent)));
    }
    if (hasFocus()) {
        painter.setPen(m_theme.color(Token::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LineButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void LineButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void LineButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace squall::ui

#include "ui/diagram/diagramchip.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

DiagramChip::DiagramChip(const Theme &theme, const QString &name, const QString &leave, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_layout(new QHBoxLayout(this))
    , m_label(new QLabel(this))
    , m_leave(new QToolButton(this))
{
    setObjectName(name);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setMaximumWidth(420);
    m_leave->setObjectName(name + u"Leave"_s);
    m_leave->setText(u"×"_s);
    m_leave->setToolTip(leave);
    m_leave->setAccessibleName(leave);
    m_layout->setContentsMargins(10, 3, 4, 3);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_label);
    m_layout->addWidget(m_leave);
    connect(m_leave, &QToolButton::clicked, this, &DiagramChip::left);
    connect(&theme, &Theme::changed, this, &DiagramChip::dress);
    dress();
    hide();
}

void DiagramChip::addControl(QWidget *control)
{
    m_layout->insertWidget(m_layout->count() - 1, control);
}

QString DiagramChip::text() const
{
    return m_label->text();
}

void DiagramChip::say(const QString &text)
{
    // As wide as its words, as far as there is room.
    m_label->setMinimumWidth(
        std::min(m_label->maximumWidth(), m_label->fontMetrics().horizontalAdvance(text) + 2));
    m_label->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    adjustSize();
}

void DiagramChip::dress()
{
    ui::tint(m_label, m_theme.color(Token::Text));
    m_label->setFont(ui::font(TextStyle::Small));
    update();
}

void DiagramChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Accent));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

} // namespace squall::ui

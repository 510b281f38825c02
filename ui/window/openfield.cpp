#include "ui/window/openfield.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QPainter>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

OpenField::OpenField(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(u"openField"_s);
    setText(tr("Open anything"));
    setAccessibleName(text());
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(420);
}

QSize OpenField::sizeHint() const
{
    return {420, 26};
}

QSize OpenField::minimumSizeHint() const
{
    return {160, 26};
}

void OpenField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(hasFocus() || underMouse() ? Token::Accent : Token::Line));
    painter.setBrush(m_theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    painter.setPen(m_theme.color(Token::Faint));
    painter.setFont(ui::font(TextStyle::Body));
    painter.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter, text());
    painter.setFont(ui::font(TextStyle::MonoSmall));
    painter.drawText(
        rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight,
        QKeySequence(Qt::CTRL | Qt::Key_P).toString(QKeySequence::NativeText).replace(u'+', u' '));
}

} // namespace squall::ui

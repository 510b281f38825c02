#include "ui/window/windowframe.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace squall::ui {

namespace {

constexpr int thickness = 3;

} // namespace

WindowFrame::WindowFrame(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("windowFrame"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void WindowFrame::setFramed(bool framed)
{
    if (framed == m_framed)
        return;
    m_framed = framed;
    const int margin = framed ? thickness : 0;
    layout()->setContentsMargins(margin, margin, margin, margin);
    update();
}

void WindowFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_framed)
        painter.fillRect(rect(), m_theme.color(Token::Removed));
    // What parts of the window leave unpainted.
    painter.fillRect(contentsRect().marginsRemoved(layout()->contentsMargins()),
                     m_theme.color(Token::Window));
}

} // namespace squall::ui

#include "ui/window/windowframe.h"

#include <QPainter>
#include <QVBoxLayout>

namespace squall::ui {

namespace {

constexpr int thickness = 3;

} // namespace

WindowFrame::WindowFrame(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("windowFrame"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void WindowFrame::setFrame(const QColor &color)
{
    m_color = color;
    const int margin = color.isValid() ? thickness : 0;
    layout()->setContentsMargins(margin, margin, margin, margin);
    update();
}

void WindowFrame::paintEvent(QPaintEvent *)
{
    if (m_color.isValid())
        QPainter(this).fillRect(rect(), m_color);
}

} // namespace squall::ui

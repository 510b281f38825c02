#include "ui/theme/tint.h"

#include <QPalette>
#include <QWidget>

namespace squall::ui {

void tint(QWidget *widget, const QColor &color)
{
    auto palette = widget->palette();
    // Which of the two is used depends on the background role of the widget's parents.
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    widget->setPalette(palette);
}

} // namespace squall::ui

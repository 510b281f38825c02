#pragma once

class QColor;
class QWidget;

namespace squall::ui {

/// Gives `widget`'s own text this colour, whatever ground it stands on.
void tint(QWidget *widget, const QColor &color);

} // namespace squall::ui

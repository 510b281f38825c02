#pragma once

class QMenu;

namespace squall::ui {

class DiagramView;

/// What can be done with the selected table of a diagram besides opening it.
void addTableActions(QMenu &menu, DiagramView &view);
/// What can be done with a line.
QMenu *makeLineMenu(DiagramView &view, int line);

} // namespace squall::ui

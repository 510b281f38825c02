#pragma once

#include "ui/window/tabarea.h"

namespace squall::models {
class Studio;
}

namespace squall::ui {

class Commands;
class DiagramView;
class MainWindow;
class Theme;

/// The tab of the database's diagram; there is one.
TabContent diagramTab();

/// nullptr while no database is open.
DiagramView *makeDiagramPage(MainWindow &window, models::Studio &studio, const Theme &theme, QWidget *parent);

void addDiagramCommands(MainWindow &window, Commands &commands, models::Studio &studio);

} // namespace squall::ui

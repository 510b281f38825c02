#pragma once

#include "core/base/objectid.h"

#include <QStringList>

class QMenu;
class QWidget;

namespace squall::models {
class Studio;
}

namespace squall::ui {

class Commands;
class MainWindow;
class Theme;

/// Everything the window itself can do.
void addWindowCommands(MainWindow &window, Commands &commands, models::Studio &studio, Theme &theme);
/// Those that need an open database.
QStringList databaseCommands();
/// All of `commands`, sorted for people.
QMenu *makeWindowMenu(Commands &commands, QWidget *parent);
/// What can be done with one object of the navigator.
QMenu *makeObjectMenu(const ObjectId &id, MainWindow &window);

} // namespace squall::ui

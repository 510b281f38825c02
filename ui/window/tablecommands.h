#pragma once

namespace squall::ui {

class Commands;
class MainWindow;

/// What the table in front has as buttons and keys of its own, by name. Those with keys stay out of menus,
/// which would answer the keys a second time.
void addTableCommands(MainWindow &window, Commands &commands);

} // namespace squall::ui

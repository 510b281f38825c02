#pragma once

namespace squall::models {
class Studio;
}

namespace squall::ui {

class Commands;
class MainWindow;

/// What the library of queries asks for is done in SQL tabs.
void connectLibrary(MainWindow &window, models::Studio &studio);

/// The history, saved queries, and charts of results.
void addQueryCommands(MainWindow &window, Commands &commands);

} // namespace squall::ui

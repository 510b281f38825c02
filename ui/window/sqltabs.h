#pragma once

#include "ui/window/tabarea.h"

namespace squall::models {
class Studio;
}
namespace squall::workspace {
struct Buffer;
}

namespace squall::ui {

class Commands;
class MainWindow;
class Theme;

/// The tab of a text that is there.
TabContent sqlTab(const workspace::Buffer &buffer);

/// A new tab, with a text that somebody wants to go on with; its title is made up when it is empty.
void openSql(MainWindow &window, models::Studio &studio, const QString &text = {}, const QString &title = {});
/// A new tab with what makes an object.
void openSqlOf(MainWindow &window, models::Studio &studio, const ObjectId &id);
/// The file, in the tab that has it already or in a new one.
void openSqlFile(MainWindow &window, models::Studio &studio, const QString &path);

/// nullptr when the text is not there any more.
QWidget *makeSqlPage(MainWindow &window, models::Studio &studio, const Theme &theme,
                     const TabContent &content, QWidget *parent);

/// Tabs that are closed keep their text, and come back with it.
void keepSqlTabs(MainWindow &window, models::Studio &studio);

void addSqlCommands(MainWindow &window, Commands &commands, models::Studio &studio);

} // namespace squall::ui

#pragma once

#include "core/base/objectid.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QSplitter;
class QStackedWidget;

namespace squall::models {
class Studio;
}

namespace squall::ui {

class Commands;
class ConnectionDialog;
class HeaderBar;
class KeyBindings;
class MessagePage;
class NavigatorPanel;
class PalettePopup;
class QueryLibrary;
class SidePanel;
class StartPage;
class StatusBar;
class TabArea;
struct TabContent;
class Theme;
class Trail;
class WindowFrame;
class WindowProject;

/// Arranges the parts of the window and connects them; what they do is theirs.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(models::Studio &studio, Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    Commands &commands() { return *m_commands; }
    KeyBindings &keys() { return *m_keys; }
    TabArea &tabs() { return *m_tabs; }
    NavigatorPanel &navigator() { return *m_navigator; }
    Trail &trail() { return *m_trail; }
    const Theme &theme() const { return m_theme; }
    SidePanel &side() { return *m_inspector; }
    QueryLibrary &library() { return *m_library; }
    WindowProject &project() { return *m_project; }
    /// Opens what a connection URL leads to; a text that is none is said on the start page.
    void openUrl(const QString &url);
    void openObject(const squall::ObjectId &id);
    void previewObject(const squall::ObjectId &id);
    /// What makes it, as SQL to go on with.
    void openDefinition(const squall::ObjectId &id);
    void openPalette(const QString &typed);
    ConnectionDialog *showConnections();
    /// With the open one in hand.
    void editConnection();
    /// In the status bar.
    void say(const QString &text);
    void setInspectorVisible(bool visible);
    /// Shows the current row at the side, and goes there.
    void focusRow();
    void setNavigatorVisible(bool visible);
    bool isInspectorVisible() const;
    bool isNavigatorVisible() const;

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void build();
    void buildBody();
    void connectParts();
    void connectStudio();
    void showDatabase();
    void showState();
    void showStatus();
    void showChanges();
    void inspect(const squall::ObjectId &id);
    void followTab();
    void followTable();
    void restoreTabs();
    void saveTabs();
    void fitSides();
    void keepWindow();
    void restoreWindow();
    void saveWindow();
    void saveWindowSoon() { m_saving.start(); }
    void popUpMenu(const squall::ObjectId &id, const QPoint &position);
    QWidget *makePage(const TabContent &content, QWidget *parent);

    models::Studio &m_studio;
    Theme &m_theme;
    Trail *m_trail;
    QPointer<QWidget> m_speaker; ///< the page whose words the status line shows
    QueryLibrary *m_library;
    WindowProject *m_project;
    Commands *m_commands;
    KeyBindings *m_keys;
    WindowFrame *m_frame;
    HeaderBar *m_header = nullptr;
    QStackedWidget *m_body = nullptr;
    QSplitter *m_splitter = nullptr;
    StartPage *m_start = nullptr;
    NavigatorPanel *m_navigator = nullptr;
    TabArea *m_tabs = nullptr;
    MessagePage *m_message = nullptr;
    SidePanel *m_inspector = nullptr;
    StatusBar *m_status = nullptr;
    PalettePopup *m_palette = nullptr;
    ConnectionDialog *m_connections = nullptr;
    squall::ObjectId m_inspected;
    bool m_tabsRestored = false;
    bool m_sidesChosen = false; ///< somebody has set their widths
    QTimer m_saving;            ///< of the window's state
};

} // namespace squall::ui

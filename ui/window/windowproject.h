#pragma once

#include <QObject>
#include <QPointer>

class QFileDialog;
class QWidget;

namespace squall::models {
class Studio;
}

namespace squall::ui {

class Commands;
class HeaderBar;
class MainWindow;
class NoticeStrip;
class ProjectButton;
class StartPage;
class Theme;

/// How somebody opens a Drizzle project in a window, sees in which environment it is, and goes to another
/// one.
class WindowProject : public QObject
{
    Q_OBJECT

public:
    WindowProject(MainWindow &window, models::Studio &studio, const Theme &theme);

    /// Before menus are made of them.
    void addCommands(Commands &commands);
    /// Once the window's parts are there.
    void build(HeaderBar &header, StartPage &start);
    QWidget *strip() const;

    void askForFolder();
    /// Asks first when somebody would leave staged changes behind.
    void switchEnvironment(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void sayFault();

    MainWindow &m_window;
    models::Studio &m_studio;
    const Theme &m_theme;
    Commands *m_commands = nullptr;
    ProjectButton *m_button = nullptr;
    NoticeStrip *m_strip = nullptr;
    QPointer<QFileDialog> m_dialog;
    bool m_faulty = false;
};

} // namespace squall::ui

#pragma once

#include <QObject>

class QMenu;

namespace squall::models {
class StudioProject;
}

namespace squall::ui {

class Commands;

/// What can be done with the project that is open: its environments and configurations, and the commands.
class ProjectMenu : public QObject
{
    Q_OBJECT

public:
    /// Fills `menu` whenever it opens.
    ProjectMenu(models::StudioProject &project, const Commands &commands, QMenu &menu);

signals:
    void environmentChosen(const QString &name);

private:
    void fill();
    void addFault();
    void addEnvironments();
    void addConfigs();

    models::StudioProject &m_project;
    const Commands &m_commands;
    QMenu &m_menu;
};

} // namespace squall::ui

#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace squall::models {
class ConnectionsModel;
struct RecentProject;
}

namespace squall::ui {

class RecentProjectList;
class Theme;

/// What the window shows while no database is open: recent projects and connections, a field for a URL, and
/// where to begin.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(models::ConnectionsModel &connections, const Theme &theme, QWidget *parent = nullptr);

    void showError(const QString &text);
    void setProjects(const std::vector<models::RecentProject> &projects);

signals:
    void connectionChosen(const QString &id);
    void urlEntered(const QString &url);
    void newConnectionRequested();
    void projectRequested();
    void projectChosen(const squall::models::RecentProject &project);
    void editRequested(const QString &id);

private:
    QWidget *buildUrlRow();
    QWidget *buildProjectRow();
    QWidget *buildList();
    void updateList();
    void tint();

    models::ConnectionsModel &m_connections;
    const Theme &m_theme;
    QLineEdit *m_url;
    QLabel *m_error;
    QLabel *m_projectHint;
    QLabel *m_recentProjects;
    RecentProjectList *m_projects;
    QLabel *m_recent;
    QListView *m_list;
    QLabel *m_hint;
};

} // namespace squall::ui

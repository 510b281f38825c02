#pragma once

#include "models/project/recentprojects.h"

#include <QListView>

class QStandardItemModel;

namespace squall::ui {

class Theme;

/// Projects that were open lately, as high as it has to be for them.
class RecentProjectList : public QListView
{
    Q_OBJECT

public:
    explicit RecentProjectList(const Theme &theme, QWidget *parent = nullptr);

    void setProjects(const std::vector<models::RecentProject> &projects);

signals:
    void chosen(const squall::models::RecentProject &project);

private:
    QStandardItemModel *m_items;
    std::vector<models::RecentProject> m_projects;
};

} // namespace squall::ui

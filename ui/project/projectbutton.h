#pragma once

#include <QTimer>
#include <QToolButton>

namespace squall::models {
class ProjectModel;
}

namespace squall::ui {

class Theme;

/// In which environment the project is read, or where its files have a fault; with the way to everything that
/// can be done with the project. Not there without one.
class ProjectButton : public QToolButton
{
    Q_OBJECT

public:
    ProjectButton(const models::ProjectModel &project, const Theme &theme, QWidget *parent = nullptr);

    /// As if it was clicked.
    void popUp();

private:
    void follow();
    void dress();
    QString label() const;
    QString about() const;

    const models::ProjectModel &m_project;
    const Theme &m_theme;
    QTimer m_patience; ///< what is read in a moment is not worth a word
};

} // namespace squall::ui

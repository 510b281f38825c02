#pragma once

#include <QWidget>

class QToolButton;

namespace squall::ui {

class Theme;
class Trail;

/// Back and forward, each with the places that lie there. They show once there is somewhere to go.
class TrailButtons : public QWidget
{
    Q_OBJECT

public:
    TrailButtons(Trail &trail, const Theme &theme, QWidget *parent = nullptr);

private:
    void update();
    void fill(QToolButton &button, bool back);

    Trail &m_trail;
    const Theme &m_theme;
    QToolButton *m_back;
    QToolButton *m_forward;
};

} // namespace squall::ui

#pragma once

#include "core/base/connectionclass.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace squall::ui {

class Chip;
class OpenField;
class Theme;

/// The top of the window: where one is, and the way to everywhere else.
class HeaderBar : public QWidget
{
    Q_OBJECT

public:
    HeaderBar(const Theme &theme, QMenu *menu, QWidget *parent = nullptr);

    /// `coaching / dev`, or nothing when no database is open.
    void setPlace(const QString &name, const QString &database, ConnectionClass environment);
    void clearPlace();
    /// What belongs to where one is.
    void addBesidePlace(QWidget *widget);

signals:
    void openAnythingRequested();
    void placeClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QHBoxLayout *m_left;
    QToolButton *m_place;
    Chip *m_chip;
    OpenField *m_field;
    QToolButton *m_menu;
};

} // namespace squall::ui

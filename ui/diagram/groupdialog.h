#pragma once

#include "models/diagram/diagrammarks.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;

namespace squall::ui {

class Theme;

/// Asks which colour tables get, and what the group of those is called that have it.
class GroupDialog : public QDialog
{
    Q_OBJECT

public:
    /// `known`: the groups there are; a name of one of them brings its colour along.
    GroupDialog(const Theme &theme, const models::DiagramGroup &mark,
                const std::vector<models::DiagramGroup> &known, QWidget *parent = nullptr);

signals:
    void chosen(const squall::models::DiagramGroup &mark);

private:
    void take();

    std::vector<models::DiagramGroup> m_known;
    QComboBox *m_name;
    QButtonGroup *m_colors;
};

/// A patch of the colour, for lists and menus.
QIcon colorIcon(models::DiagramColor color, const Theme &theme);

} // namespace squall::ui

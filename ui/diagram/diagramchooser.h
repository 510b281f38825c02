#pragma once

#include "ui/diagram/diagramcommands.h"

#include <QPushButton>

class QMenu;

namespace squall::models {
class DiagramSet;
}

namespace squall::ui {

/// The name of the diagram one looks at; its menu has the others and what can be done with them.
class DiagramChooser : public QPushButton
{
    Q_OBJECT

public:
    DiagramChooser(models::DiagramSet &diagrams, QWidget *parent = nullptr);

    void open();

signals:
    void commandRequested(squall::ui::DiagramCommand command);

private:
    void show();
    void fill();

    models::DiagramSet &m_diagrams;
    QMenu *m_menu;
};

} // namespace squall::ui

#pragma once

#include "models/diagram/diagramfocus.h"
#include "models/diagram/diagramoverlays.h"
#include "ui/diagram/diagramcommands.h"

#include <QObject>

class QBoxLayout;
class QSpinBox;

namespace squall::ui {

class DiagramCanvas;
class DiagramChip;
class Theme;

/// Ways through a diagram: from one table to another, around one, along its references. Says over the canvas
/// where one is, and leads back.
class DiagramWays : public QObject
{
    Q_OBJECT

public:
    DiagramWays(const Theme &theme, models::DiagramModel &model, models::DiagramOverlays &overlays,
                DiagramCanvas &canvas);

    /// What these commands do; not for others.
    static bool does(DiagramCommand command);
    QString unavailable(DiagramCommand command) const;
    void run(DiagramCommand command);
    /// Of the way that is shown, or why there is none.
    QString words() const;
    /// The last thing that was entered; false when there was none.
    bool leave();

signals:
    void wordsChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showPath();
    void dropPath();
    void showNeighbours();
    void setHops(int hops);
    void makeHops();
    void leaveNeighbours();
    void follow(bool forward);
    void tell();
    QString aroundWords() const;

    models::DiagramModel &m_model;
    models::DiagramOverlays &m_overlays;
    DiagramCanvas &m_canvas;
    DiagramChip *m_path;
    DiagramChip *m_around;
    DiagramChip *m_since;
    QSpinBox *m_hops;
};

} // namespace squall::ui

#pragma once

#include "models/diagram/diagramoverlays.h"
#include "models/diagram/diagramproject.h"
#include "models/diagram/diagramset.h"
#include "ui/commands/stoppable.h"
#include "ui/diagram/diagramcommands.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace squall::ui {

class DiagramBar;
class DiagramCanvas;
class DiagramChooser;
class DiagramMarking;
class DiagramNaming;
class DiagramOutput;
class DiagramWays;
class NoticeStrip;
class Theme;

/// The ER diagrams of a database, one at a time. Who made it keeps what somebody arranges: it restores it,
/// and saves `kept()` on `keepRequested`.
class DiagramView : public QWidget, public Stoppable
{
    Q_OBJECT

public:
    explicit DiagramView(const Theme &theme, QWidget *parent = nullptr);
    ~DiagramView() override;

    models::DiagramModel &model() { return m_model; }
    models::DiagramOverlays &overlays() { return m_overlays; }
    models::DiagramSet &diagrams() { return m_diagrams; }
    models::DiagramProject &project() { return m_project; }
    DiagramCanvas &canvas() { return *m_canvas; }
    DiagramOutput &output() { return *m_output; }
    DiagramMarking &marking() { return *m_marking; }
    /// By the name of a setting, what was kept under it.
    void restore(const models::DiagramSet::Read &read);
    std::vector<std::pair<QString, QByteArray>> kept();
    void run(DiagramCommand command);
    /// Why it cannot be done now; nothing when it can.
    QString unavailable(DiagramCommand command) const;
    /// Of what is selected.
    QString summary() const;
    bool stop() override;

signals:
    void keepRequested();
    void summaryChanged();
    /// Something is done that is not seen here.
    void notice(const QString &text);
    /// Another table is the one that was chosen last.
    void currentChanged(const squall::ObjectId &id);
    void openRequested(const squall::ObjectId &id);
    void menuRequested(const squall::ObjectId &id, const QPoint &position);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool takes(const QKeyEvent &event, std::optional<DiagramCommand> &command) const;
    void runOnSelection(DiagramCommand command);
    bool chooseOverlay(DiagramCommand command);
    void showState();
    void connectOutput();
    void tint();

    const Theme &m_theme;
    models::DiagramModel m_model;
    models::DiagramOverlays m_overlays;
    models::DiagramSet m_diagrams;
    models::DiagramProject m_project;
    DiagramBar *m_bar;
    DiagramChooser *m_chooser;
    NoticeStrip *m_strip;  ///< what is written
    NoticeStrip *m_offers; ///< what somebody should decide about whole diagrams
    DiagramCanvas *m_canvas;
    DiagramWays *m_ways;
    DiagramOutput *m_output;
    DiagramMarking *m_marking;
    DiagramNaming *m_naming;
    QLabel *m_message;
    QStackedLayout *m_stack;
    QTimer m_keeping;
};

} // namespace squall::ui

#pragma once

#include "models/diagram/diagramoverlays.h"
#include "ui/commands/stoppable.h"
#include "ui/diagram/diagramcommands.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace squall::ui {

class DiagramBar;
class DiagramCanvas;
class DiagramWays;
class DiagramOutput;
class NoticeStrip;
class Theme;

/// The ER diagram of a database. Who made it keeps what somebody arranges: it restores it, and saves
/// `model().kept()` on `keepRequested`.
class DiagramView : public QWidget, public Stoppable
{
    Q_OBJECT

public:
    explicit DiagramView(const Theme &theme, QWidget *parent = nullptr);
    ~DiagramView() override;

    models::DiagramModel &model() { return m_model; }
    models::DiagramOverlays &overlays() { return m_overlays; }
    DiagramCanvas &canvas() { return *m_canvas; }
    DiagramOutput &output() { return *m_output; }
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
    DiagramBar *m_bar;
    DiagramCanvas *m_canvas;
    DiagramWays *m_ways;
    DiagramOutput *m_output;
    NoticeStrip *m_strip;
    QLabel *m_message;
    QStackedLayout *m_stack;
    QTimer m_keeping;
};

} // namespace squall::ui

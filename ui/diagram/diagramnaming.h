#pragma once

#include "models/diagram/diagramproject.h"
#include "models/diagram/diagramset.h"
#include "ui/diagram/diagramcommands.h"

#include <QObject>

#include <functional>

namespace squall::models {
class DiagramModel;
}

namespace squall::ui {

class DiagramCanvas;
class NoticeStrip;
class Theme;

/// What somebody does with whole diagrams: makes, names and deletes them, saves them in a project and loads
/// them from there.
class DiagramNaming : public QObject
{
    Q_OBJECT

public:
    DiagramNaming(const Theme &theme, models::DiagramModel &model, models::DiagramSet &diagrams,
                  models::DiagramProject &project, DiagramCanvas &canvas, NoticeStrip &strip);

    /// No: it is somebody else's.
    bool run(DiagramCommand command);
    /// Why it cannot be done now; nothing at all when it is somebody else's.
    std::optional<QString> unavailable(DiagramCommand command) const;

private:
    using Named = std::function<void(const QString &name)>;

    void askForName(const QString &title, const QString &action, const QString &name, const QString &but,
                    const Named &done);
    void addFromSelection(const QString &name);
    void remove();
    void chooseFile(bool saves);
    void takeFile(const models::Diagrams &loaded);
    void offerFile();
    void askToOverwrite(const models::Diagrams &diagrams, const QString &why);
    QString fileName() const;

    const Theme &m_theme;
    models::DiagramModel &m_model;
    models::DiagramSet &m_diagrams;
    models::DiagramProject &m_project;
    DiagramCanvas &m_canvas;
    NoticeStrip &m_strip;
};

} // namespace squall::ui

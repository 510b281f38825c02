#pragma once

#include "models/latest.h"
#include "ui/diagram/diagramform.h"

#include <QObject>
#include <QPointer>

class QFileDialog;
class QWidget;

namespace squall::models {
class DiagramModel;
}

namespace squall::ui {

/// How a diagram leaves the window, as it is shown there: to files and to the clipboard. Drawn on the pool,
/// one at a time; the newest counts.
class DiagramOutput : public QObject
{
    Q_OBJECT

public:
    /// `window`: over which a dialog opens.
    DiagramOutput(models::DiagramModel &model, QWidget &window);

    /// Of the database.
    void setTitle(const QString &title) { m_title = title; }
    void askForFile();
    void save(const QString &path, const DiagramForm &form);
    /// These boxes of the picture, or all.
    void copyImage(const std::vector<int> &boxes);
    void copyMermaid(const std::vector<int> &boxes);
    void copyDrizzle(const std::vector<int> &boxes);
    bool isBusy() const { return m_drawing.isRunning() || m_writing.isRunning(); }
    /// Gives up what is being drawn. False when nothing was.
    bool stop();

signals:
    void begun(const QString &what);
    void done(const QString &what);
    void failed(const QString &reason);

private:
    using Taken = std::function<void(const PictureFile &file)>;

    void save(const QString &path, const PictureFile &file);
    void draw(const DiagramDrawing &drawing, PictureFormat format, const Taken &taken);
    void write(diagram::Language language, const std::vector<ObjectId> &tables, const Taken &taken);
    void writeDrizzle(const std::vector<ObjectId> &tables, const Taken &taken);
    void fail(const Error &error);
    std::vector<ObjectId> idsOf(const std::vector<int> &boxes) const;

    models::DiagramModel &m_model;
    QWidget &m_window;
    QString m_title;
    QPointer<QFileDialog> m_dialog;
    models::Latest<Result<PictureFile>> m_drawing;
    models::Latest<Result<qint64>> m_writing;
};

} // namespace squall::ui

#pragma once

#include "models/diagram/diagramset.h"
#include "models/latest.h"
#include "models/query/sqlfile.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace squall::models {

/// The file of a project to which the diagrams of a database are saved, and from which they are loaded, when
/// somebody says so. It is watched: another branch may have another one. A file that is not as we left it is
/// never overwritten unasked.
class DiagramProject : public QObject
{
    Q_OBJECT

public:
    explicit DiagramProject(QObject *parent = nullptr);

    /// Which file it was, and how it was left.
    void restore(const QByteArray &kept);
    QByteArray kept() const;

    /// Empty while none was chosen.
    const QString &path() const { return m_path; }
    /// To its file; `conflicted` when somebody else has changed that.
    void save(const Diagrams &diagrams) { write(m_path, diagrams, false); }
    /// Whatever the file holds, which becomes its file.
    void saveAs(const QString &path, const Diagrams &diagrams) { write(path, diagrams, true); }
    /// What it holds becomes its file's, once it could be read: `loaded` follows.
    void load(const QString &path);
    /// What somebody else has put into the file is as good as seen.
    void keepMine();
    bool isBusy() const { return m_writing.isRunning() || m_reading.isRunning(); }

signals:
    /// Which file it is, or how it was left, is to be kept.
    void keepRequested();
    void saved();
    void loaded(const squall::models::Diagrams &diagrams);
    void failed(const squall::Error &error);
    /// Nothing was written. `why`: what is with the file.
    void conflicted(const squall::models::Diagrams &diagrams, const QString &why);
    /// The file is not what it was when it was saved or loaded last.
    void changedOutside();

private:
    struct Read
    {
        Diagrams diagrams;
        QByteArray mark;
    };

    static Result<Read> read(const QString &path);
    void write(const QString &path, const Diagrams &diagrams, bool whatever);
    void adopt(const QString &path, const QByteArray &mark);
    void watch();
    void look();
    void compare(const QByteArray &mark);

    QString m_path;
    QByteArray m_mark;    ///< of the file as we left it
    QByteArray m_outside; ///< of what somebody else made of it, once that was told
    QFileSystemWatcher m_watcher;
    QTimer m_looking;
    Latest<Result<QByteArray>> m_writing;
    Latest<Result<Read>> m_reading;
    Latest<QByteArray> m_marking;
};

} // namespace squall::models

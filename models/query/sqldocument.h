#pragma once

#include "core/base/error.h"
#include "core/workspace/contents.h"
#include "models/latest.h"
#include "models/query/sqlfile.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <functional>

namespace squall::models {

class SqlBuffers;

/// The text of one SQL tab, which cannot be lost: what is typed is in the journal before `journalMs` have
/// gone by. It may have a file beside that, which it is saved to when somebody says so, and which is watched.
class SqlDocument : public QObject
{
    Q_OBJECT

public:
    static constexpr int journalMs = 150;

    /// What an editor shows at some moment.
    struct Shown
    {
        QString text = {};
        qint64 caret = 0;
        qint64 anchor = 0;
        qint64 firstLine = 0;
        QByteArray undo = {}; ///< what led to the text, in the editor's words
    };
    enum class FileState {
        None,    ///< it has no file
        Same,    ///< as it is
        Differs, ///< saving would change it
        Outside, ///< somebody else has changed it since, and this text is another one too
        Gone,
    };

    /// Of a buffer that is there.
    SqlDocument(SqlBuffers &buffers, const QString &id, QObject *parent = nullptr);
    ~SqlDocument() override;

    /// As it was written down last.
    const workspace::Buffer &buffer() const { return m_buffer; }
    /// Who holds the text now; asked when it is to be written down, and never when it is gone.
    void setSource(std::function<Shown()> source) { m_source = std::move(source); }
    /// Something was typed.
    void touch();
    /// The caret or what is in sight has moved.
    void touchView();
    /// Writes down now what is not yet.
    void flush();
    void setParameters(const QByteArray &parameters);
    void rename(const QString &title);

    FileState fileState() const { return m_fileState; }
    bool isBusyWithFile() const { return m_reading.isRunning() || m_writing.isRunning(); }
    /// To its file; it must have one.
    void save() { saveAs(m_buffer.file); }
    void saveAs(const QString &path);
    /// Takes what the file holds now: `textLoaded` follows.
    void reload();
    /// What somebody else has put into the file is as good as seen.
    void keepMine();

signals:
    void titleChanged();
    void fileStateChanged();
    void textLoaded(const QString &text);
    void saved();
    void notice(const QString &text);
    void failed(const squall::Error &error);

private:
    void write();
    void setFileState(FileState state);
    void watchFile();
    void lookAtFile();
    void compare(const QByteArray &mark);
    void adoptFile(const QString &path, const SqlFile &file);

    SqlBuffers &m_buffers;
    workspace::Buffer m_buffer;
    std::function<Shown()> m_source;
    QTimer m_journaling;
    QTimer m_viewing;
    FileState m_fileState = FileState::None;
    bool m_modified = false; ///< the text is another one than the file's, as far as we have changed it
    QByteArray m_outside;    ///< the file's mark that nobody has decided about
    quint64 m_changes = 0;   ///< of the text
    QFileSystemWatcher m_watcher;
    QTimer m_looking;
    Latest<Result<SqlFile>> m_reading;
    Latest<Result<SqlFile>> m_writing;
    Latest<QByteArray> m_marking;
    Latest<bool> m_comparing;
};

} // namespace squall::models

#include "models/query/sqldocument.h"

#include "models/pooled.h"
#include "models/query/sqlbuffers.h"

#include <QFileInfo>

#include <utility>

namespace squall::models {

namespace {

constexpr int viewMs = 600;
/// Whoever saves a file may write it in several steps.
constexpr int lookMs = 200;

} // namespace

SqlDocument::SqlDocument(SqlBuffers &buffers, const QString &id, QObject *parent)
    : QObject(parent)
    , m_buffers(buffers)
{
    if (const auto *known = buffers.find(id))
        m_buffer = *known;
    for (auto *timer : {&m_journaling, &m_viewing, &m_looking})
        timer->setSingleShot(true);
    m_journaling.setInterval(journalMs);
    m_journaling.setTimerType(Qt::PreciseTimer);
    m_viewing.setInterval(viewMs);
    m_looking.setInterval(lookMs);
    m_journaling.callOnTimeout(this, &SqlDocument::write);
    m_viewing.callOnTimeout(this, &SqlDocument::write);
    m_looking.callOnTimeout(this, &SqlDocument::lookAtFile);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_looking.start(); });
    if (m_buffer.file.isEmpty())
        return;
    // The text may have been written on after it was saved, and the file while nobody watched.
    m_fileState = FileState::Same;
    m_comparing.run(pooled([text = m_buffer.text, encoding = m_buffer.encoding, mark = m_buffer.fileMark] {
                        return markOfText(text, encoding) != mark;
                    }),
                    [this](bool differs) {
                        m_modified |= differs;
                        lookAtFile();
                    });
}

SqlDocument::~SqlDocument()
{
    flush();
}

/// A text that is typed without a pause is written down all the same.
void SqlDocument::touch()
{
    ++m_changes;
    if (!m_journaling.isActive())
        m_journaling.start();
    m_modified = true;
    if (m_fileState == FileState::Same)
        setFileState(FileState::Differs);
}

void SqlDocument::touchView()
{
    if (!m_journaling.isActive())
        m_viewing.start();
}

void SqlDocument::flush()
{
    if (m_journaling.isActive() || m_viewing.isActive())
        write();
}

void SqlDocument::write()
{
    m_journaling.stop();
    m_viewing.stop();
    if (m_source) {
        auto shown = m_source();
        m_buffer.text = std::move(shown.text);
        m_buffer.caret = shown.caret;
        m_buffer.anchor = shown.anchor;
        m_buffer.firstLine = shown.firstLine;
        m_buffer.undo = std::move(shown.undo);
    }
    m_buffers.save(m_buffer);
}

void SqlDocument::setParameters(const QByteArray &parameters)
{
    if (parameters == m_buffer.parameters)
        return;
    m_buffer.parameters = parameters;
    write();
}

void SqlDocument::rename(const QString &title)
{
    if (title == m_buffer.title)
        return;
    m_buffer.title = title;
    write();
    emit titleChanged();
}

void SqlDocument::setFileState(FileState state)
{
    if (state == m_fileState)
        return;
    m_fileState = state;
    emit fileStateChanged();
}

void SqlDocument::saveAs(const QString &path)
{
    write();
    m_looking.stop();
    m_writing.run(pooled([path, text = m_buffer.text, encoding = m_buffer.encoding] {
                      return writeSqlFile(path, text, encoding);
                  }),
                  [this, path, changes = m_changes](const Result<SqlFile> &file) {
                      if (!file) {
                          emit failed(file.error());
                          return;
                      }
                      m_modified = changes != m_changes;
                      adoptFile(path, *file);
                      emit saved();
                  });
}

void SqlDocument::reload()
{
    const auto path = m_buffer.file;
    m_reading.run(pooled([path] { return readSqlFile(path); }), [this, path](const Result<SqlFile> &file) {
        if (!file) {
            emit failed(file.error());
            return;
        }
        emit textLoaded(file->text);
        write();
        m_modified = false;
        adoptFile(path, *file);
    });
}

void SqlDocument::adoptFile(const QString &path, const SqlFile &file)
{
    m_buffer.file = path;
    m_buffer.encoding = file.encoding;
    m_buffer.fileMark = file.mark;
    m_outside.clear();
    rename(QFileInfo(path).fileName());
    m_buffers.save(m_buffer);
    watchFile();
    setFileState(m_modified ? FileState::Differs : FileState::Same);
    if (!file.remark.isEmpty())
        emit notice(file.remark);
}

void SqlDocument::keepMine()
{
    m_buffer.fileMark = m_outside;
    m_outside.clear();
    write();
    setFileState(FileState::Differs);
}

/// A file that is replaced by another one of its name is not watched any more.
void SqlDocument::watchFile()
{
    if (!m_watcher.files().contains(m_buffer.file)) {
        if (!m_watcher.files().isEmpty())
            m_watcher.removePaths(m_watcher.files());
        m_watcher.addPath(m_buffer.file);
    }
}

void SqlDocument::lookAtFile()
{
    if (isBusyWithFile()) {
        m_looking.start();
        return;
    }
    m_marking.run(pooled([path = m_buffer.file] { return markOfFile(path); }),
                  [this](const QByteArray &mark) { compare(mark); });
}

void SqlDocument::compare(const QByteArray &mark)
{
    if (mark.isEmpty()) {
        setFileState(FileState::Gone);
        // It may be on its way back.
        m_looking.start(10 * lookMs);
        return;
    }
    watchFile();
    if (mark == m_buffer.fileMark) {
        setFileState(m_modified ? FileState::Differs : FileState::Same);
    } else if (!m_modified) {
        reload();
    } else {
        m_outside = mark;
        setFileState(FileState::Outside);
    }
}

} // namespace squall::models

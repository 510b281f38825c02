#include "models/diagram/diagramproject.h"

#include "models/diagram/diagramfile.h"
#include "models/pooled.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Whoever writes a file may do it in several steps.
constexpr int lookMs = 200;
constexpr int goneMs = 2000;

const auto encoding = u"UTF-8"_s;

} // namespace

DiagramProject::DiagramProject(QObject *parent)
    : QObject(parent)
{
    m_looking.setSingleShot(true);
    m_looking.callOnTimeout(this, &DiagramProject::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_looking.start(lookMs); });
}

void DiagramProject::restore(const QByteArray &kept)
{
    const auto object = QJsonDocument::fromJson(kept).object();
    m_path = object[u"path"_s].toString();
    m_mark = QByteArray::fromHex(object[u"mark"_s].toString().toLatin1());
    watch();
    look();
}

QByteArray DiagramProject::kept() const
{
    return QJsonDocument(QJsonObject{{u"path"_s, m_path}, {u"mark"_s, QString::fromLatin1(m_mark.toHex())}})
        .toJson(QJsonDocument::Compact);
}

void DiagramProject::write(const QString &path, const Diagrams &diagrams, bool whatever)
{
    if (path.isEmpty())
        return;
    m_looking.stop();
    m_writing.run(pooled([path, diagrams, whatever, mark = m_mark]() -> Result<QByteArray> {
                      const auto text = QString::fromUtf8(toDiagramFile(diagrams));
                      const auto there = markOfFile(path);
                      if (there == markOfText(text, encoding))
                          return there;
                      if (!whatever && QFileInfo::exists(path) && there != mark) {
                          const auto known = read(path);
                          return Error{.code = Error::Code::Conflict,
                                       .message = known ? tr("Somebody else has changed it.")
                                                        : known.error().message};
                      }
                      auto written = writeSqlFile(path, text, encoding);
                      if (!written)
                          return written.error();
                      return written->mark;
                  }),
                  [this, path, diagrams](const Result<QByteArray> &mark) {
                      if (mark) {
                          adopt(path, *mark);
                          emit saved();
                      } else if (mark.error().code == Error::Code::Conflict) {
                          emit conflicted(diagrams, mark.error().message);
                      } else {
                          emit failed(mark.error());
                      }
                  });
}

Result<DiagramProject::Read> DiagramProject::read(const QString &path)
{
    const auto file = readSqlFile(path);
    if (!file)
        return file.error();
    if (!file->encoding.startsWith(encoding))
        return Error{.code = Error::Code::Parse,
                     .message = tr("%1 is not UTF-8.").arg(QFileInfo(path).fileName())};
    auto diagrams = diagramsFromFile(file->text.toUtf8());
    if (!diagrams) {
        auto error = diagrams.error();
        error.message = tr("%1 cannot be read. %2").arg(QFileInfo(path).fileName(), error.message);
        return error;
    }
    return Read{std::move(*diagrams), file->mark};
}

void DiagramProject::load(const QString &path)
{
    if (path.isEmpty())
        return;
    m_looking.stop();
    m_reading.run(pooled([path] { return read(path); }), [this, path](const Result<Read> &file) {
        if (!file) {
            emit failed(file.error());
            return;
        }
        adopt(path, file->mark);
        emit loaded(file->diagrams);
    });
}

void DiagramProject::adopt(const QString &path, const QByteArray &mark)
{
    m_path = path;
    m_mark = mark;
    m_outside.clear();
    watch();
    emit keepRequested();
}

void DiagramProject::keepMine()
{
    if (m_outside.isEmpty())
        return;
    m_mark = std::exchange(m_outside, {});
    emit keepRequested();
}

/// A file that is replaced by another one of its name is not watched any more.
void DiagramProject::watch()
{
    if (m_path.isEmpty() || m_watcher.files().contains(m_path))
        return;
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    m_watcher.addPath(m_path);
}

void DiagramProject::look()
{
    if (m_path.isEmpty())
        return;
    if (isBusy()) {
        m_looking.start(lookMs);
        return;
    }
    m_marking.run(pooled([path = m_path] { return markOfFile(path); }),
                  [this](const QByteArray &mark) { compare(mark); });
}

void DiagramProject::compare(const QByteArray &mark)
{
    if (mark.isEmpty()) {
        // A branch may be without it; the next one may have it.
        m_looking.start(goneMs);
        return;
    }
    watch();
    if (mark == m_mark || mark == m_outside)
        return;
    m_outside = mark;
    emit changedOutside();
}

} // namespace squall::models

#pragma once

#include "core/base/result.h"
#include "core/drizzle/filetrace.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace squall::drizzle {

/// The files that a project's evaluation may read: those whose real place is below the repository, or the
/// workspace, that the project is part of. What was read is remembered.
class ProjectFiles
{
public:
    /// `directory` is the project's working directory.
    explicit ProjectFiles(const QString &directory);

    const QString &directory() const { return m_directory; }
    const QString &root() const { return m_root; }
    /// A path as a person reads it: from the working directory when it is below.
    QString shown(const QString &path) const;

    bool isFile(const QString &path);
    bool isFolder(const QString &path);

    /// Where the file really is; an error when that is outside.
    Result<QString> place(const QString &path);
    /// The text of a file that `place` gave: valid UTF-8 of bounded size.
    Result<QByteArray> read(const QString &place);
    const QStringList &filesRead() const { return m_read; }

    /// From here on what is asked is noted, and asked of the file system only once.
    void beginTrace();
    const FileTrace &trace() const { return m_trace; }
    QString ask(FileTrace::Question question, const QString &path);

private:
    Result<QByteArray> contents(const QString &place);

    QString m_directory;
    QString m_root;
    QStringList m_read;
    FileTrace m_trace;
    QHash<std::pair<int, QString>, QString> m_answers;
};

} // namespace squall::drizzle

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace squall::models {

/// A file of SQL as it was read.
struct SqlFile
{
    QString text = {};
    /// As `QStringConverter` names it, and `UTF-8 with BOM`.
    QString encoding = {};
    QByteArray mark = {}; ///< of its bytes, to see later whether they are others
    /// A sentence about what is unusual with it; empty for nothing.
    QString remark = {};
};

/// More than anybody edits by hand: such a file is run from the command line.
constexpr qint64 largestSqlFile = qint64(16) << 20;

/// Blocking. Text that is not UTF-8 is read as what its first bytes say, else as Latin-1; what is no text or
/// too large is refused.
Result<SqlFile> readSqlFile(const QString &path);

/// Blocking: the whole text or nothing. Writes in `encoding` where the text can be written in it, else in
/// UTF-8; the answer says in which, and has no text.
Result<SqlFile> writeSqlFile(const QString &path, const QString &text, const QString &encoding);

/// Of the bytes that the text would have in a file.
QByteArray markOfText(const QString &text, const QString &encoding);

/// Of the bytes that a file has now; nothing when it cannot be read.
QByteArray markOfFile(const QString &path);

} // namespace squall::models

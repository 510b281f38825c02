#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Files in a folder of migrations, which other programs may read at any moment.
namespace squall::drizzle {

const auto journalName = QStringLiteral("meta/_journal.json");

/// Nothing when it cannot be read.
std::optional<QByteArray> contentsOf(const QString &path);
/// Writes a file, below `folder`, whole or not at all; what is there is replaced. What a kill leaves behind
/// lies in `folder` under a hidden name: in `meta` drizzle-kit would take it for a snapshot.
Result<Done> writeWhole(const QString &folder, const QString &name, const QByteArray &contents);
/// A folder below `folder` that is never seen without that file. Where it is already it gets the file.
Result<Done> makeFolderWith(const QString &folder, const QString &name, const QString &file,
                            const QByteArray &contents);
Result<Done> removeFile(const QString &folder, const QString &name);
/// Takes away what earlier kills have left.
void removeLeftovers(const QString &folder);

} // namespace squall::drizzle

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

/// Files in a folder of migrations, which other programs may read at any moment.
namespace squall::drizzle {

/// Writes a file, below `folder`, whole or not at all; what is there is replaced. What a kill leaves behind
/// lies in `folder` under a hidden name: in `meta` drizzle-kit would take it for a snapshot.
Result<Done> writeWhole(const QString &folder, const QString &name, const QByteArray &contents);
Result<Done> removeFile(const QString &folder, const QString &name);
Result<Done> renameFile(const QString &folder, const QString &from, const QString &to);
/// Takes away what earlier kills have left.
void removeLeftovers(const QString &folder);

} // namespace squall::drizzle

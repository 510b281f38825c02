#pragma once

#include <QString>
#include <QStringList>

namespace squall::drizzle {

/// The files that a configuration's `schema` names, whole paths in the order in which drizzle-kit reads them:
/// pattern by pattern, each one's matches sorted as English sorts, a folder's direct files in place of it.
/// Relative patterns count from `directory`.
QStringList schemaFiles(const QStringList &patterns, const QString &directory);

} // namespace squall::drizzle

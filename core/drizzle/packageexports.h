#pragma once

#include "core/base/jsontree.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace squall::drizzle {

/// What the `exports` (or `imports`) of a package.json say about a name such as `.`, `./table` or `#db`: a
/// path within the package. Conditions are taken in the order of the file.
std::optional<QString> packageTarget(const JsonTree &package, int exports, const QString &name,
                                     const QStringList &conditions);

} // namespace squall::drizzle

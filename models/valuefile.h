#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QString>

namespace squall::models {

/// Reads a whole file on a thread of the pool; refuses one larger than a value of PostgreSQL can be.
QFuture<Result<QByteArray>> readValueFile(const QString &path);
/// Writes the whole file or leaves it as it was; answers with its size.
QFuture<Result<qint64>> writeValueFile(const QString &path, const QByteArray &bytes);

} // namespace squall::models

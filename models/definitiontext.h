#pragma once

#include "core/base/objectid.h"
#include "core/catalog/snapshot.h"

#include <QFuture>

namespace squall::models {

/// The statements that make one object and what hangs on it, written on another thread.
QFuture<QString> definitionText(const catalog::SnapshotPtr &snapshot, const ObjectId &id);

} // namespace squall::models

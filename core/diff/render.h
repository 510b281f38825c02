#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"

namespace squall::diff {

/// DDL that recreates the schema in an empty database (cluster-wide roles aside), in an order that works.
Result<QString> render(const catalog::Snapshot &snapshot);

} // namespace squall::diff

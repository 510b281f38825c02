#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"

namespace squall::pg {
class Connection;
}

namespace squall::catalog {

/// Reads the whole schema of the connected database: bulk queries, one pipeline, one snapshot of the
/// catalogs.
Result<Snapshot> introspect(pg::Connection &connection);

/// A short text that changes whenever something that introspect reads has moved. Cheap; a hint, not a proof.
Result<QString> fingerprint(pg::Connection &connection);

} // namespace squall::catalog

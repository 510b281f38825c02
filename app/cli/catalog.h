#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/pg/connectionoptions.h"

namespace squall::cli {

/// What the database of a command consists of (see `pg::chooseDatabase`). Asks for a password where one is
/// wanted, says what takes long, and can be interrupted. For one command: the snapshot stays as long as the
/// process.
Result<catalog::SnapshotPtr> readCatalog(const QString &url);
/// The same of a database that was chosen already; it has the password then.
Result<catalog::SnapshotPtr> readCatalog(pg::ConnectionOptions &database);

} // namespace squall::cli

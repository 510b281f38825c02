#pragma once

#include "core/drizzle/history.h"

namespace squall::drizzle {

/// The migrations of drizzle 1.0 in a folder, each in one of its own: `<time>_<name>/migration.sql`, by name.
std::vector<RecordedMigration> readNewerMigrations(const QString &folder);

} // namespace squall::drizzle

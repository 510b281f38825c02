#pragma once

#include "core/drizzle/config.h"
#include "core/pg/connectionoptions.h"

namespace squall::migrate {

/// The database that a project's configuration names, for libpq.
Result<pg::ConnectionOptions> databaseOf(const drizzle::Config &config);

} // namespace squall::migrate

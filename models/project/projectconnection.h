#pragma once

#include "core/drizzle/config.h"
#include "models/connectionform.h"

namespace squall::models {

/// Where the project's `dbCredentials` lead, with the password for this run alone. An error says why there is
/// nothing to connect to.
Result<ConnectionForm> connectionOf(const drizzle::Config &config);

} // namespace squall::models

#pragma once

#include "core/base/result.h"
#include "core/pg/connectionoptions.h"

namespace squall::cli {

/// The database a command works on: `--url` when given, else DATABASE_URL, else what the PG* variables say.
Result<pg::ConnectionOptions> chooseDatabase(const QString &url);

} // namespace squall::cli

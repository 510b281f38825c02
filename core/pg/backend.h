#pragma once

#include "core/base/result.h"

#include <QString>

namespace squall::pg {

class Connection;

/// Ends another server process of ours, as long as it still runs `statement`: behind a pooler its number may
/// be somebody else's. False when there is none.
Result<bool> terminateBackend(Connection &connection, int pid, const QString &statement);

} // namespace squall::pg

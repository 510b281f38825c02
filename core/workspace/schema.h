#pragma once

#include <QStringList>

#include <vector>

namespace squall::workspace {

/// Steps from an empty file to today's schema; a file has taken the first `PRAGMA user_version` of them.
/// Steps that were released are never changed, only followed by others.
const std::vector<QStringList> &schemaSteps();

} // namespace squall::workspace

#pragma once

#include "core/drizzle/config.h"

#include <QJsonObject>

namespace squall::drizzle {

/// A configuration from its values as JSON; the first that is not what its key takes is named.
Result<Config> configOf(const QJsonObject &values);

} // namespace squall::drizzle

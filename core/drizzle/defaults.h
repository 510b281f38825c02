#pragma once

#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// What a default is in SQL: drizzle-kit keeps numbers and booleans as such, anything else as SQL, in which
/// it forgets to double the quotes of JSON and of arrays.
QString defaultSql(const Json &value);

} // namespace squall::drizzle

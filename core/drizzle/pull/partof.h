#pragma once

#include "core/drizzle/pull/snapshotof.h"

namespace squall::drizzle {

/// These tables of a database alone (`schema.name`), with the enums and sequences that they use. What they
/// refer to besides stands outside.
Pulled partOf(const Pulled &whole, const QStringList &tables);

} // namespace squall::drizzle

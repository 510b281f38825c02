#pragma once

#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// In which order drizzle-kit writes the members of an object.
enum class WrittenAs {
    Made,   ///< from a schema
    Copied, ///< from a snapshot that it has read
};

/// The bytes that drizzle-kit writes: two blanks a level, no line break at the end.
QByteArray writeSnapshot(const Snapshot &snapshot, WrittenAs written = WrittenAs::Made);

} // namespace squall::drizzle

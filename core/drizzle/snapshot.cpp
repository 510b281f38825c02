#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

Snapshot emptySnapshot()
{
    return {.id = QStringLiteral("00000000-0000-0000-0000-000000000000"), .prevId = {}};
}

} // namespace squall::drizzle

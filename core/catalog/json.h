#pragma once

#include "core/catalog/snapshot.h"

namespace squall {
class JsonWriter;
}

namespace squall::catalog {

/// The Snapshot for programs: one object with a list for each kind; what has its usual value is left out.
void writeJson(const Snapshot &snapshot, JsonWriter &writer);

} // namespace squall::catalog

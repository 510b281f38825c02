#pragma once

#include "core/catalog/snapshot.h"

namespace squall::catalog {

/// The database for a person at a terminal: one line per object that holds or shapes data, then what else
/// there is.
QString summary(const Snapshot &snapshot);

} // namespace squall::catalog

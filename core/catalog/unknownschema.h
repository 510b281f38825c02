#pragma once

#include "core/base/error.h"
#include "core/catalog/snapshot.h"

#include <QStringList>

#include <optional>

namespace squall::catalog {

/// What to say of a schema that somebody asked for and that is not there: a slip of the hand, not an empty
/// database.
std::optional<Error> unknownSchema(const Snapshot &snapshot, const QStringList &wanted);

} // namespace squall::catalog

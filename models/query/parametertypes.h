#pragma once

#include "core/base/result.h"
#include "models/query/queryscript.h"

#include <QHash>
#include <QStringList>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// What the server takes parameters for, as SQL: by name, or by number (`1`). One that it cannot tell yet is
/// missing; one that several statements take for different things has several.
using ParameterTypes = QHash<QString, QStringList>;

/// Blocking, on a session of its own: has the server look at the statements without running them. A statement
/// that it does not understand says nothing.
Result<ParameterTypes> readParameterTypes(pg::Connection &connection, const QueryScript &script,
                                          const QStringList &names);

} // namespace squall::models

#pragma once

#include "core/base/objectid.h"

#include <QHash>

namespace squall::diff {

/// What lives on under another name or in another schema: how the old Snapshot calls it, to how the new one
/// does. Columns and policies are parts of their relation, each with the relation's name of its own Snapshot.
/// What follows from another's rename is not listed: the tables of a renamed schema, the columns of a
/// renamed table.
using Renames = QHash<ObjectId, ObjectId>;

} // namespace squall::diff

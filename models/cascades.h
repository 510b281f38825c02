#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/edit/stagededits.h"

#include <map>
#include <optional>
#include <vector>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// What deleting rows does to the rows that reference them through one foreign key.
struct Cascade
{
    ObjectId relation; ///< the referencing table
    QString constraint = {};
    QStringList columns = {};
    catalog::Constraint::Action action = catalog::Constraint::Action::NoAction;
    /// Rows affected; nothing when counting would read the whole table, for lack of an index on `columns`.
    std::optional<qint64> rows = {};
    bool more = false;              ///< `rows` is a lower bound
    bool slow = false;              ///< `rows` is missing because counting took too long
    std::vector<Cascade> then = {}; ///< what deleting these does in turn

    /// Rows stand in the way: the server will refuse the delete.
    bool blocks() const
    {
        return (action == catalog::Constraint::Action::NoAction ||
                action == catalog::Constraint::Action::Restrict) &&
               rows.value_or(0) > 0;
    }

    bool operator==(const Cascade &) const = default;
};

/// Counted exactly up to so many, then `more`.
constexpr int cascadeCountLimit = 1000;

/// By the relation that rows are removed from.
using Cascades = std::map<ObjectId, std::vector<Cascade>>;

/// What the rows that `edits` remove take along, table by table; keys without referencing rows are left out.
/// Rows that the edits remove themselves, or make point elsewhere, do not count. Of a view nothing is told.
/// Reads only, only through indexes, and no longer than a second for each key. Blocking, to be run on a
/// Session.
Result<Cascades> readCascades(pg::Connection &connection, const catalog::Snapshot &snapshot,
                              const std::vector<edit::StagedEdits> &edits);

} // namespace squall::models

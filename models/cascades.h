#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/edit/stagededits.h"

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
    std::vector<Cascade> then = {}; ///< what deleting these does in turn

    /// Rows stand in the way: the server will refuse the delete.
    bool blocks() const
    {
        return (action == catalog::Constraint::Action::NoAction ||
                action == catalog::Constraint::Action::Restrict) &&
               rows.value_or(0) > 0;
    }
};

/// Counted exactly up to so many rows, then `more`.
constexpr int cascadeCountLimit = 1000;

/// What removing these rows of a relation takes along, table by table; keys without referencing rows are left
/// out. Reads only, and only through indexes. Blocking, to be run on a Session.
Result<std::vector<Cascade>> readCascades(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                          const ObjectId &relation,
                                          const std::vector<edit::RowValues> &removed);

/// The same for everything that the edits remove; rows that the edits remove themselves are not taken out.
Result<std::vector<Cascade>> readCascades(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                          const edit::StagedEdits &edits);

} // namespace squall::models

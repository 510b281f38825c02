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

/// One column of a row that was refused, three times.
struct ColumnVersions
{
    QString column;
    bool known = true; ///< what it was when it was read
    Query::Parameter original = {};
    Query::Parameter theirs = {};             ///< what the server has now
    std::optional<edit::NewValue> yours = {}; ///< nothing where you changed nothing

    bool movedThere() const { return known && original != theirs; }
    /// Both wrote the same.
    bool agrees() const
    {
        return yours &&
               (theirs ? *yours == edit::NewValue::of(*theirs) : yours->kind == edit::NewValue::Kind::Null);
    }
    /// Both changed it, to different values.
    bool clashes() const { return movedThere() && yours && !agrees(); }
};

/// A row that changed underneath.
struct RowConflict
{
    bool gone = false;                        ///< nothing is called that any more
    edit::RowValues theirs = {};              ///< what the staged change starts from once it is merged
    std::vector<ColumnVersions> columns = {}; ///< in the table's order; what was read originally
};

/// Reads the row as it is now. Blocking, to be run on a Session.
Result<RowConflict> readConflict(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                 const edit::StagedEdits &edits, const edit::RowIdentity &row);

} // namespace squall::models

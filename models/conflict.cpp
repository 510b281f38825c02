#include "models/conflict.h"

#include "core/pg/connection.h"
#include "models/wholerow.h"

namespace squall::models {

Result<RowConflict> readConflict(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                 const edit::StagedEdits &edits, const edit::RowIdentity &row)
{
    const auto source = rowSource(snapshot, edits.relation());
    const auto *edit = edits.find(row);
    RowConflict conflict;
    if (!source || !edit) {
        conflict.gone = true;
        return conflict;
    }
    auto theirs = readWholeRow(connection, *source, row);
    if (!theirs && theirs.error().code != Error::Code::NotFound)
        return theirs.error();
    conflict.gone = !theirs;
    if (theirs)
        conflict.theirs = *std::move(theirs);
    for (const auto &column : source->columns) {
        const bool mine = edit->values.contains(column.name);
        if (!edit->original.contains(column.name) && !mine)
            continue;
        conflict.columns.push_back(
            {.column = column.name,
             .known = edit->original.contains(column.name),
             .original = edit->original.value(column.name),
             .theirs = conflict.theirs.value(column.name),
             .yours = mine ? std::optional(edit->values.value(column.name)) : std::nullopt});
    }
    return conflict;
}

} // namespace squall::models

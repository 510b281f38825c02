#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/edit/stagededits.h"

#include <vector>

namespace squall::edit {

/// One statement of a batch. It must touch exactly one row; anything else is a conflict and undoes the batch.
/// It returns the row as it is afterwards, a deleted one as it was: every column, in the table's order, then
/// the identity columns. A setting comes before all others, touches no row and returns none.
struct Statement
{
    enum class Verb { Delete, Update, Insert, Setting };

    Verb verb = Verb::Update;
    ObjectId relation = {};
    RowIdentity row = {};     ///< of an update or delete
    qint64 newRow = 0;        ///< of an insert: NewRow::id
    QStringList columns = {}; ///< that it sets
    Query query = {};
    QStringList key = {};              ///< the identity columns that end what it returns
    QStringList parameterColumns = {}; ///< the column that each parameter is for

    bool operator==(const Statement &) const = default;
};

/// The statements that carry out all these edits, in the order in which they can run: deletes from the
/// referencing to the referenced, then updates, then inserts from the referenced to the referencing; an
/// update that frees a key goes before what takes it. Each asserts the original values of what it touches,
/// byte for byte. Fails where a relation or column is gone, or a new value can never be written.
Result<std::vector<Statement>> toStatements(const std::vector<StagedEdits> &edits,
                                            const catalog::Snapshot &snapshot);

} // namespace squall::edit

#pragma once

#include "core/edit/statements.h"

#include <map>
#include <optional>

namespace squall::edit {

/// A statement, as far as its place among the others depends on it.
struct RowChange
{
    Statement::Verb verb = Statement::Verb::Update;
    ObjectId relation = {};
    /// What is known of the row; a value that only the server knows is missing.
    RowValues before = {};
    RowValues after = {};
};

struct StatementOrder
{
    std::vector<int> order = {};
    /// Constraints that hold again only at the end, as SQL names them; they have to be deferred.
    QStringList deferred = {};
};

/// An order in which the changes can be made one by one. Where there is none without breaking a constraint
/// for a while, that one is deferred; an error when it cannot be.
Result<StatementOrder> orderOf(const std::vector<RowChange> &changes, const catalog::Snapshot &snapshot);

} // namespace squall::edit

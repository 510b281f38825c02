#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace squall::sql {

/// The relations that the columns of a statement's result can come from, by their names without a schema, and
/// how often each of them is read: once, or more than once (2). A common table counts wherever it is read; a
/// subquery inside an expression gives no columns. Nothing where nobody can tell.
std::optional<QHash<QString, int>> relationReads(QStringView statement);

} // namespace squall::sql

#pragma once

#include "core/sql/statement.h"

#include <vector>

namespace squall::sql {

/// Cuts a script into statements where psql would, in the order in which it would run them. Never fails;
/// blanks and comments of a line between statements belong to none. It is stricter than psql in one thing:
/// the words BEGIN and END of a function count only where they begin and end a BEGIN ATOMIC.
std::vector<Statement> splitStatements(QStringView script);

/// As they begin in the text: a command may stand in the middle of the statement that runs after it.
std::vector<const Statement *> inTextOrder(const std::vector<Statement> &statements);

/// The one to run when somebody stands at `position`: the one there, else the one that ends on this line
/// before it, else the next one. Null when there is none.
const Statement *statementAt(const std::vector<Statement> &statements, QStringView script,
                             qsizetype position);

} // namespace squall::sql

#pragma once

#include "core/base/result.h"

#include <QString>

namespace squall::sql {

/// A condition somebody wrote, checked so far that between parentheses it stays one expression: it closes
/// what it opens and nothing else, holds no `;` and no parameter, and every quote and comment ends. Answers
/// the text to put there, with a line of its own for a comment at its end, or an empty one when nothing is
/// said. An error's `position` is in characters of `text`, from 1.
Result<QString> checkedCondition(const QString &text);

} // namespace squall::sql

#pragma once

#include "core/sql/completioncatalog.h"
#include "core/sql/suggestion.h"

#include <optional>

namespace squall::sql {

/// What a name in a statement means.
struct Description
{
    qsizetype start = 0; ///< of the name in the text
    qsizetype length = 0;
    Suggestion::Type kind = Suggestion::Type::Name;
    QString name;
    QString type = {}; ///< of a column, or a function's result
    QString comment = {};
    QString definition = {};             ///< arguments, labels, or a view's or common table's query
    std::optional<ObjectId> object = {}; ///< what can be opened
    qsizetype declared = -1; ///< where this text itself says what it is, for aliases and common tables
};

/// What the name at `position` means to the statement it stands in; nothing for keywords and unknown names.
std::optional<Description> describeAt(QStringView text, qsizetype position, const CompletionCatalog &catalog);

} // namespace squall::sql

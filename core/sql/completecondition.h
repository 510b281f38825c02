#pragma once

#include "core/catalog/snapshot.h"

#include <QString>

#include <vector>

namespace squall::sql {

/// What could stand where somebody is writing.
struct Suggestion
{
    enum class Type : unsigned char { Value, Column, Operator, Keyword, Function };

    Type type = Type::Keyword;
    QString text; ///< as it is to be inserted
    QString note = {};
    /// How many characters the cursor stands before the end once it is inserted.
    int back = 0;

    bool operator==(const Suggestion &) const = default;
};

struct Completion
{
    qsizetype start = 0; ///< what is replaced
    qsizetype length = 0;
    std::vector<Suggestion> suggestions = {}; ///< best first
};

/// What could follow at `cursor` in a condition on a relation with these columns: columns, functions and
/// values of enums where an operand is due, operators after one. Nothing inside comments and strings, except
/// values of an enum in a string that is compared with one.
Completion completeCondition(QStringView text, qsizetype cursor, const std::vector<catalog::Column> &columns,
                             const catalog::Snapshot &snapshot);

} // namespace squall::sql

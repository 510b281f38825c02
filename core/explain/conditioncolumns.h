#pragma once

#include <QString>
#include <QStringList>

namespace squall::explain {

/// The columns of one table that a condition, as the server writes it in a plan, compares with something.
struct ConditionColumns
{
    QStringList equal = {};  ///< by `=`, in the order of the condition
    QStringList ranged = {}; ///< by `<`, `>`, …
    /// There is more to the condition than such comparisons joined by AND.
    bool partly = false;

    /// As an index would have them: what is equal first, then one range.
    QStringList forIndex() const;
    bool isEmpty() const { return equal.isEmpty() && ranged.isEmpty(); }
};

/// `columns`: those that the table has; `alias`: by which the plan calls it.
ConditionColumns columnsOf(const QString &condition, const QStringList &columns, const QString &alias);

} // namespace squall::explain

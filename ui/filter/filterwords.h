#pragma once

#include "models/filtersql.h"

namespace squall::ui {

/// How an operator is written between a column and its values: `≥`, `is any of`.
QString operatorText(models::FilterOperator op);

/// A condition as people read it, in three parts of different weight.
struct ConditionWords
{
    QString column;
    QString op;
    QString values;
};
ConditionWords conditionWords(const models::FilterCondition &condition);

/// A condition or a whole group as one line.
QString filterText(const models::FilterNode &node);

/// What a fault says, in the server's words with what it added.
QString faultText(const models::FilterFault &fault);

} // namespace squall::ui

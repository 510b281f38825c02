#pragma once

#include "core/catalog/table.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

/// `CONSTRAINT name …`, as it stands in CREATE TABLE and after ALTER TABLE … ADD.
QString constraintClause(const catalog::Table &table, const catalog::Constraint &constraint);

/// What else belongs to a constraint that is there: its comment, and what its index is used for.
QStringList afterConstraint(const catalog::Table &table, const catalog::Constraint &constraint);

QStringList addConstraint(const catalog::Table &table, const catalog::Constraint &constraint);

} // namespace squall::diff

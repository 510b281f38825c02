#pragma once

#include "core/catalog/snapshot.h"

#include <QStringList>

namespace squall::drizzle {

// What stands within a statement and has no words in a schema in TypeScript, in PostgreSQL's own words.

QStringList unsaidOf(const catalog::Table &table);
QStringList unsaidOf(const catalog::Constraint &constraint);
QStringList unsaidOf(const catalog::Index &index);
QStringList unsaidOf(const catalog::Sequence &sequence);

} // namespace squall::drizzle

#pragma once

#include "core/base/objectid.h"
#include "core/catalog/function.h"
#include "core/catalog/table.h"

namespace squall::catalog {

// Enumerations in PostgreSQL's words, the same in every language; an empty word is the usual value.

QString word(Column::Generated generated);
QString word(Constraint::Type type);
QString word(Constraint::Action action);
QString word(Constraint::Match match);
QString word(Firing firing);
QString word(Policy::Command command);
QString word(ReplicaIdentity identity);
QString word(Function::Type type);
/// For example `materialized view`.
QString word(Kind kind);

} // namespace squall::catalog

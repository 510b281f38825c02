#pragma once

#include "core/drizzle/pull/columntypes.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// A column's default as a schema in TypeScript would have it: `'a'::text` is `'a'`, `'-1'::integer` is the
/// number. Whatever cannot be said plainly stays the server's SQL. Nothing for a mere NULL.
std::optional<Json> columnDefault(const QString &sql, const QString &sqlType, const ColumnType &type);

} // namespace squall::drizzle

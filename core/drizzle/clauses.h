#pragma once

#include "core/drizzle/snapshot.h"

/// Parts of statements in drizzle-kit's spelling.
namespace squall::drizzle {

/// `("a","b")`
QString quotedList(const QStringList &names);
/// `"public"."t"`: with the schema always.
QString qualified(const QString &schema, const QString &name);
/// In quotes, as drizzle-kit writes it: never as an escape string, which its users have never met.
QString literal(QString text);

/// ` INCREMENT BY 1 …`
QString numbersOf(const Sequence &sequence);
/// `GENERATED ALWAYS AS IDENTITY (…)`
QString identityClause(const Table &table, const Identity &identity);

/// `CONSTRAINT "n" …`
QString clauseOf(const CompositeKey &key);
QString clauseOf(const Unique &unique);
QString clauseOf(const Check &check);

/// Roles that are no names.
bool isRoleWord(const QString &role);

} // namespace squall::drizzle

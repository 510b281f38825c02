#pragma once

#include "core/drizzle/projectschema.h"
#include "core/transfer/rowset.h"

namespace squall::models {

/// nullptr when the project declares no table or view that is called so.
const drizzle::Declaration *declarationOf(const drizzle::ProjectSchema &schema, const ObjectId &relation);

/// Gives columns the keys that the project's program has for them. The name under which it exports the
/// relation; empty when it does not know it.
QString nameByProgram(const drizzle::ProjectSchema &schema, const ObjectId &relation,
                      std::vector<transfer::Column> &columns);

/// `workouts.ts:12`, as far as it is known.
QString declaredAt(const drizzle::Declaration &declaration);

/// What of a column's values the app fills in, and the database does not: `app-side default`. Empty for
/// nothing.
QString appSideInShort(const drizzle::DeclaredColumn &column);
/// The same in sentences, and what the program calls the column, for whoever asks about it.
QStringList programWords(const drizzle::ProjectSchema &schema, const ObjectId &relation,
                         const QString &column);

} // namespace squall::models

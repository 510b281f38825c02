#pragma once

#include "core/catalog/snapshot.h"
#include "core/drizzle/snapshot.h"

namespace squall::drizzle {

/// The schema that a project describes, in the terms of a database. Types, defaults and expressions stay as
/// the project writes them: the server has not read them yet. What exists outside of the project (existing
/// views, policies on others' tables) is not in it. `current_user` and its like stand among a policy's roles
/// under these names. Dependencies are what can be read from it.
catalog::Snapshot catalogOf(const Snapshot &snapshot);

/// A snapshot leaves `public` out in places.
QString schemaOf(const QString &schema);

/// `autovacuumVacuumScaleFactor` is `autovacuum_vacuum_scale_factor` in SQL.
QString optionSql(const QString &name);

/// How SQL names the type of a column.
QString typeSql(const Column &column);

} // namespace squall::drizzle

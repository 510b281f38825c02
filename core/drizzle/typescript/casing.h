#pragma once

#include <QString>

namespace squall::drizzle {

/// `userName` for `user_name`, `User Name` and `UserName`; what is neither letter nor digit falls out. Empty
/// when nothing is left.
QString camelCase(const QString &name);
/// `UserName`.
QString capitalised(const QString &name);

/// What drizzle-orm makes of a column's key under a configuration's `casing` (`snake_case`, `camelCase` or
/// nothing).
QString casedName(const QString &key, const QString &casing);

} // namespace squall::drizzle

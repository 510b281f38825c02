#pragma once

#include <QString>

namespace squall::drizzle {

/// The last word of a camel-case name in English: `blogPosts` for `blogPost`.
QString plural(const QString &name);
QString singular(const QString &name);

} // namespace squall::drizzle

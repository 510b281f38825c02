#pragma once

#include <QString>

namespace squall::drizzle {

/// `a > 0` for `(a > 0)`: without brackets around all of it.
QString withoutOuterBrackets(const QString &sql);

/// Whether it is a function's call and nothing more, which an index takes without brackets.
bool isCall(const QString &sql);

/// A query as a view keeps it: without blanks around it and the final semicolon.
QString queryText(const QString &definition);

} // namespace squall::drizzle

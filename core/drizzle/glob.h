#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace squall::drizzle {

/// What there is that fits a pattern of files: `*` and `?` within a name, `**` for any folders, `[a-z]`,
/// `{a,b}`. Names that begin with a dot must be named. Matches are written as the pattern is, from
/// `directory`.
QStringList globMatches(const QString &pattern, const QString &directory);

/// `{a,b}` written out: the patterns without braces.
QStringList expandBraces(const QString &pattern);
/// A name's pattern as a regular expression.
QRegularExpression namePattern(const QString &pattern);

} // namespace squall::drizzle

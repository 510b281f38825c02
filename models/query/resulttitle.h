#pragma once

#include <QString>
#include <QStringView>

namespace squall::models {

/// The name of what a statement reads from or writes to, as far as one word says it; else `otherwise`.
QString relationIn(const QString &statement, const QString &otherwise = {});

/// What a result is called: the comment that stands right before its statement in `script`, or what the
/// statement reads from, or its first words.
QString resultTitle(QStringView script, qsizetype statementStart, const QString &statement);

} // namespace squall::models

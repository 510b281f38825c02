#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace squall::sql {

// What PostgreSQL's own parser, that of version 15, makes of SQL. Newer servers know syntax that it does not:
// its objection is advice, never a reason not to send something. Thread-safe. psql's commands and variables
// are no SQL to it; of a script, give it the statements.

/// The first mistake: Error::Code::Parse with its `position` in characters from 1.
Result<Done> checkSyntax(QStringView sql);

/// The same for statements that differ only in their constants, their names for things, blanks and comments.
Result<QString> fingerprint(QStringView sql);

/// The statements as written from what the parser understood: on one line, without comments. For comparing
/// what two texts mean. Error::Code::Unsupported when they are nested too deeply for it.
Result<QString> deparsed(QStringView sql);

/// The statements as the library's tree, in its own names of nodes and fields; places are bytes of UTF-8.
/// Error::Code::Unsupported as above.
Result<QJsonObject> parseTree(QStringView sql);

} // namespace squall::sql

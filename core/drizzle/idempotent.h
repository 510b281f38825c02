#pragma once

#include <QStringList>

namespace squall::drizzle {

/// The statements of a migration in forms that do no harm where their work is done already: IF (NOT) EXISTS,
/// and blocks that pass over what is there where SQL has no such words. What renames or changes something is
/// as it was.
QStringList idempotent(const QStringList &statements);

} // namespace squall::drizzle

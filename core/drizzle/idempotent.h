#pragma once

#include <QStringList>

namespace squall::drizzle {

/// The statements of a migration in forms that do no harm where their work is done already: IF (NOT) EXISTS,
/// and blocks that pass over what is there where SQL has no such words. What changes something to a value is
/// as it was: that does no harm.
QStringList idempotent(const QStringList &statements);

} // namespace squall::drizzle

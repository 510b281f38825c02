#pragma once

#include "core/base/result.h"
#include "core/pg/connection.h"

#include <QString>

namespace squall::test {

/// All that the catalogs say of what was made in the database, as sorted lines without OIDs. Shares no code
/// with `catalog::introspect`: what one forgets, the other sees.
Result<QString> observe(pg::Connection &connection);

/// What pg_dump makes of the schema, without comments, blank lines and session guards, and with an object's
/// grants sorted: the order in which rights were given means nothing. Debian's pg_dump refuses servers newer
/// than itself.
Result<QString> dumpSchema(const pg::ConnectionOptions &database);

/// The lines that only one of the texts has, the first few, marked - and +; empty when the texts are equal.
QString difference(const QString &before, const QString &after);

} // namespace squall::test

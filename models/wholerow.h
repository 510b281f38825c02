#pragma once

#include "core/base/result.h"
#include "core/edit/stagededits.h"
#include "models/rowsource.h"

namespace squall::pg {
class Connection;
}

namespace squall::models {

// Blocking reads, to be run on a Session; inside an open transaction they see what it sees. A row that is not
// there any more is Error::Code::NotFound.

/// Every column of one row, uncut, as the server's text.
Result<edit::RowValues> readWholeRow(pg::Connection &connection, const RowSource &source,
                                     const edit::RowIdentity &identity);

/// One value of it, uncut; a missing one is NULL.
Result<Query::Parameter> readWholeValue(pg::Connection &connection, const RowSource &source,
                                        const edit::RowIdentity &identity, const QString &column);

} // namespace squall::models

#pragma once

#include "core/base/result.h"
#include "core/pg/connectionoptions.h"
#include "core/pg/interrupter.h"

#include <libpq-fe.h>

#include <memory>
#include <vector>

namespace squall::pg {

using HandlePtr = std::unique_ptr<PGconn, decltype(&PQfinish)>;

/// A fresh connection and what the server remarked while it was made.
struct Connected
{
    HandlePtr handle;
    std::vector<Error> notices;
};

/// Connects on a thread of its own: libpq blocks while it resolves names and reads files. An interrupt or the
/// end of `connect_timeout` (10 s unless given) returns at once and leaves that thread to clean up.
Result<Connected> connect(const ConnectionOptions &options, Interrupter &interrupter);

} // namespace squall::pg

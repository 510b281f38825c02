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
/// `clientEncoding` is a matter of the startup packet: nothing is set for the session.
Result<Connected> connect(ConnectionOptions options, const QByteArray &clientEncoding,
                          Interrupter &interrupter);

} // namespace squall::pg

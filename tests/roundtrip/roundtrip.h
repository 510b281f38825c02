#pragma once

#include "core/base/result.h"
#include "core/pg/connectionoptions.h"
#include "tests/support/testserver.h"

#include <functional>

namespace squall::test {

/// Fills an empty database.
using Loader = std::function<Result<Done>(const pg::ConnectionOptions &database)>;

struct RoundTrip
{
    /// The first comparison that failed, with what differed; empty when nothing did.
    QString failure;
};

/// What `source` makes, read, written out, loaded elsewhere and read again, must be the same to every
/// observer: snapshots, the catalogs as `observe` shows them, and pg_dump where it can look. The server's own
/// texts settle only after one reload, so what is compared is the second generation; unless `settles` is
/// false: then the first one counts too. pg_dump makes the second generation; on servers that it refuses
/// `render` does, and what there is in the first must be in the second.
RoundTrip runRoundTrip(TestServer &server, const Loader &source, bool settles);

} // namespace squall::test

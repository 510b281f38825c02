#pragma once

#include "core/pg/connection.h"
#include "core/transfer/rowstream.h"

#include <functional>
#include <utility>
#include <vector>

namespace squall::transfer {

struct ScriptOptions
{
    RowFormat format = RowFormat::Aligned;
    std::vector<QByteArray> numbered = {};                  ///< for `$1` and so on
    std::vector<std::pair<QString, QByteArray>> named = {}; ///< for `:name`
    /// Rows for a COPY FROM STDIN that the script does not hold: the next piece, empty at the end.
    std::function<Result<QByteArray>()> input = {};
};

/// Runs the statements of a script one after the other, up to the first error, and writes what comes back. Of
/// psql's commands it knows `\g`, `\gx`, `\x`, `\r` and `\q`; a script with another one, with a statement
/// that does not end or with a parameter without a value is refused before anything runs. The detail of an
/// error begins with the place in the script.
Result<Done> runScript(pg::Connection &connection, QStringView script, const ScriptOptions &options,
                       const RowStream::Sink &sink);

} // namespace squall::transfer

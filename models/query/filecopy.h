#pragma once

#include "core/base/result.h"

#include <QString>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// What `\copy` asks for: a COPY whose rows are read from, or written to, a file on this machine.
struct FileCopy
{
    QString statement = {}; ///< as the server gets it
    QString path = {};
    bool reads = false; ///< the file; else it is written

    /// `arguments` is what stands after `\copy`.
    static Result<FileCopy> parse(const QString &arguments);

    /// Blocking; answers with the number of rows. A file that is written is replaced whole, or not at all.
    Result<qint64> run(pg::Connection &connection) const;
};

} // namespace squall::models

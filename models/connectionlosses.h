#pragma once

#include <qglobal.h>

namespace squall::workspace {
struct JournalContents;
}

namespace squall::models {

/// What would go with a connection if it was removed now.
struct ConnectionLosses
{
    qsizetype changes = 0; ///< staged
    qsizetype filters = 0; ///< that have a name
    qsizetype texts = 0;   ///< in SQL tabs, open ones and closed ones
    qsizetype queries = 0; ///< that were saved for it alone
    bool open = false;     ///< it is the one in use
    /// A batch was sent and its answer is not here: what the journal holds is needed to ask the server.
    bool unresolved = false;

    bool elsewhere = false; ///< another program that runs has something staged here, too

    bool isAny() const
    {
        return changes > 0 || filters > 0 || queries > 0 || texts > 0 || open || unresolved || elsewhere;
    }
    bool operator==(const ConnectionLosses &) const = default;
};

/// Staged changes and batches without an answer.
ConnectionLosses lossesIn(const workspace::JournalContents &journal);

} // namespace squall::models

#pragma once

#include "core/pg/connection.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace squall::models {

/// A lock that a transaction holds or waits for.
struct HeldLock
{
    QString relation = {}; ///< as SQL names it; empty for locks on other things
    QString mode = {};     ///< in the server's words: `RowExclusiveLock`
    bool granted = true;
    int blockedBy = 0; ///< of one that waits: the server process that has it

    bool operator==(const HeldLock &) const = default;
};

/// The transaction of one editor, as the server reported it last.
struct QueryTransaction
{
    pg::TransactionStatus status = pg::TransactionStatus::Idle;
    QDateTime since = {};        ///< when it began; invalid without one
    bool idleTooLong = false;    ///< open, nothing runs in it, and that for a minute
    QStringList savepoints = {}; ///< that it can go back to, the oldest first
    std::vector<HeldLock> locks = {};

    bool isOpen() const
    {
        return status == pg::TransactionStatus::InTransaction || status == pg::TransactionStatus::Failed;
    }
    bool hasFailed() const { return status == pg::TransactionStatus::Failed; }
};

} // namespace squall::models

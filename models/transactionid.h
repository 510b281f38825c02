#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// Names a transaction among those of all servers: `origin:number`. The number alone is given out again by
/// another cluster, after a promotion, and after a backup was restored.
struct TransactionId
{
    QByteArray origin = {}; ///< empty when it is not known
    QByteArray number = {};

    QByteArray text() const { return origin.isEmpty() ? number : origin + ':' + number; }
    static TransactionId parse(const QByteArray &text);

    bool operator==(const TransactionId &) const = default;
};

/// `7345…/00000001/16384`: cluster, timeline and database that a connection leads to; what somebody may not
/// know is left out. Blocking, outside a transaction.
Result<QByteArray> transactionOrigin(pg::Connection &connection);

} // namespace squall::models

#include "core/pg/connection.h"
#include "models/commit.h"
#include "models/transactionid.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <thread>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::Commit)
};

constexpr std::chrono::milliseconds askAgainAfter{100};

Result<BatchOutcome> askOnce(pg::Connection &connection, const TransactionId &transaction)
{
    if (auto opened = connection.open(); !opened)
        return opened.error();
    if (!transaction.origin.isEmpty()) {
        const auto origin = transactionOrigin(connection);
        if (!origin)
            return origin.error();
        if (*origin != transaction.origin)
            return BatchOutcome::Forgotten;
    }
    const auto reply = connection.fetchReadOnly(
        {connection.serverVersion() >= 130000 ? u"select pg_catalog.pg_xact_status($1::pg_catalog.xid8)"_s
                                              : u"select pg_catalog.txid_status($1::bigint)"_s,
         {transaction.number}});
    // A number that this server has not come to yet: it is another one, or was restored from a backup.
    if (!reply && reply.error().sqlState == u"22023")
        return BatchOutcome::Forgotten;
    if (!reply)
        return reply.error();
    const auto status = reply->text(0, 0);
    if (status == u"committed")
        return BatchOutcome::Committed;
    if (status == u"aborted")
        return BatchOutcome::RolledBack;
    return status == u"in progress" ? BatchOutcome::InProgress : BatchOutcome::Forgotten;
}

} // namespace

Result<BatchOutcome> batchOutcome(pg::Connection &connection, const QByteArray &transaction,
                                  std::chrono::milliseconds patience)
{
    if (transaction.isEmpty())
        return Error{.code = Error::Code::Usage, .message = Text::tr("The transaction has no number.")};
    const QDeadlineTimer deadline(patience);
    for (;;) {
        auto outcome = askOnce(connection, TransactionId::parse(transaction));
        const bool mayChange =
            outcome ? *outcome == BatchOutcome::InProgress : outcome.error().code == Error::Code::Connection;
        if (!mayChange || deadline.hasExpired())
            return outcome;
        std::this_thread::sleep_for(askAgainAfter);
    }
}

} // namespace squall::models

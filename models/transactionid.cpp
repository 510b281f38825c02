#include "models/transactionid.h"

#include "core/pg/connection.h"

#include <QStringList>

namespace squall::models {

using namespace Qt::StringLiterals;

TransactionId TransactionId::parse(const QByteArray &text)
{
    const auto colon = text.lastIndexOf(':');
    return colon < 0 ? TransactionId{{}, text} : TransactionId{text.left(colon), text.mid(colon + 1)};
}

Result<QByteArray> transactionOrigin(pg::Connection &connection)
{
    const auto database =
        u"(select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())"_s;
    const auto ask = [&](const QString &list) -> Result<QByteArray> {
        const auto reply =
            connection.fetchReadOnly({u"select pg_catalog.concat_ws('/', %1, %2)"_s.arg(list, database)});
        if (!reply)
            return reply.error();
        return reply->text(0, 0).toUtf8();
    };
    const auto whole =
        ask(u"(select system_identifier from pg_catalog.pg_control_system()),"
            " pg_catalog.left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 8)"_s);
    // Not everybody may ask, and what only resembles PostgreSQL does not know.
    static const QStringList unanswered{u"42501"_s, u"42883"_s, u"0A000"_s};
    return whole || !unanswered.contains(whole.error().sqlState) ? whole : ask(u"'?'"_s);
}

} // namespace squall::models

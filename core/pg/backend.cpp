#include "core/pg/backend.h"

#include "core/pg/connection.h"

namespace squall::pg {

using namespace Qt::StringLiterals;

Result<bool> terminateBackend(Connection &connection, int pid, const QString &statement)
{
    // The server shows only the beginning of a long statement, and nothing where it keeps no track.
    const auto reply =
        connection.fetch({u"select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity"
                          " where pid = $1 and datname = current_database() and usename = session_user"
                          " and state = 'active' and query <> '' and left($2, length(query)) = query"_s,
                          {QByteArray::number(pid), statement.toUtf8()}});
    if (!reply)
        return reply.error();
    return reply->rowCount() == 1 && reply->text(0, 0) == u"t";
}

} // namespace squall::pg

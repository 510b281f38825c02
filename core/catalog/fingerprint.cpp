#include "core/catalog/introspect.h"

#include "core/catalog/queries.h"
#include "core/catalog/serverversion.h"
#include "core/pg/connection.h"

namespace squall::catalog {

Result<QString> fingerprint(pg::Connection &connection)
{
    if (const auto open = connection.open(); !open)
        return open.error();
    const int version = connection.serverVersion();
    const auto reply = connection.fetch({queryForServer(queries::fingerprint, version / 10000)});
    if (!reply)
        return reply.error();
    return QString::number(version) + u' ' + reply->text(0, 0);
}

} // namespace squall::catalog

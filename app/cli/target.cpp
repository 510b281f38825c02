#include "app/cli/target.h"

namespace squall::cli {

Result<pg::ConnectionOptions> chooseDatabase(const QString &url)
{
    const QString chosen = url.isEmpty() ? qEnvironmentVariable("DATABASE_URL") : url;
    if (chosen.isEmpty())
        return pg::ConnectionOptions{};
    return pg::parseConnectionString(chosen);
}

} // namespace squall::cli

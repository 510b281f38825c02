#include "models/project/projectconnection.h"

#include "core/migrate/credentials.h"

namespace squall::models {

Result<ConnectionForm> connectionOf(const drizzle::Config &config)
{
    const auto options = migrate::databaseOf(config);
    if (!options)
        return options.error();
    return formFromSaved({.keywords = options->keywords});
}

} // namespace squall::models

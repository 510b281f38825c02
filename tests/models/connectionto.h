#pragma once

#include "core/pg/connectionoptions.h"
#include "models/connectionform.h"

namespace squall::test {

/// What somebody would have filled in to get to a test's database.
inline models::ConnectionForm connectionTo(const pg::ConnectionOptions &options)
{
    return {.host = QString::fromUtf8(options.value("host")),
            .port = QString::fromUtf8(options.value("port")),
            .database = QString::fromUtf8(options.value("dbname")),
            .user = QString::fromUtf8(options.value("user"))};
}

} // namespace squall::test

#pragma once

#include "core/catalog/object.h"

namespace squall::catalog {

/// The database that was read, and its server.
struct Database : Object
{
    int serverVersion = 0; ///< as libpq says it, for example 150020
    QString serverVersionText;
    QString encoding;
    QString collate;
    QString ctype;
    QStringList configuration; ///< `ALTER DATABASE … SET`
    QString user;              ///< who read it
    bool superuser = false;

    bool operator==(const Database &) const = default;
};

} // namespace squall::catalog

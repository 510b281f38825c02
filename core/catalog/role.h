#pragma once

#include "core/catalog/informative.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace squall::catalog {

struct Membership
{
    QString role; ///< the one it is a member of
    QString grantor;
    bool admin = false;
    bool inherit = true; ///< since 16, as is `set`
    bool set = true;

    bool operator==(const Membership &) const = default;
};

/// A role of the cluster. Shown and compared, never created by `render`: it belongs to more than one
/// database.
struct Role
{
    QString name;
    bool superuser = false;
    bool inherit = true;
    bool createRole = false;
    bool createDatabase = false;
    bool canLogin = false;
    bool replication = false;
    bool bypassRowSecurity = false;
    int connectionLimit = -1;
    QString validUntil = {};
    QStringList configuration = {}; ///< `ALTER ROLE … SET`, also those for this database
    std::vector<Membership> memberOf = {};
    QString comment = {};

    bool operator==(const Role &) const = default;
};

} // namespace squall::catalog

#pragma once

#include "core/catalog/privileges.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

/// COMMENT ON, or nothing when there is no comment. `address` is kind and name: `TABLE public.users`.
QStringList commentOn(const QString &address, const QString &comment);

/// ALTER … OWNER TO, unless it belongs to who will run the script, the owner of the database.
QStringList ownerOf(const QString &address, const QString &owner, const QString &databaseOwner);

/// GRANT and REVOKE that turn the rights an object is born with into those it should have.
/// `column` restricts them to one column of the table at `address`.
QStringList rightsOn(const QString &address, const catalog::Privileges &privileges,
                     const QString &column = {});

/// The same for ALTER DEFAULT PRIVILEGES; `prefix` is all up to GRANT or REVOKE, `on` what follows ON.
QStringList defaultRights(const QString &prefix, const QString &on, const catalog::Privileges &privileges);

} // namespace squall::diff

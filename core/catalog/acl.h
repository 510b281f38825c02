#pragma once

#include "core/catalog/privileges.h"

#include <QByteArrayView>

namespace squall::catalog {

/// How `acl` differs from `byDefault`, both an aclitem[] in the server's text form, for an object of `owner`.
/// What the owner granted has no grantor in the answer.
Privileges differenceOfAcls(QByteArrayView acl, QByteArrayView byDefault, const QString &owner);

} // namespace squall::catalog

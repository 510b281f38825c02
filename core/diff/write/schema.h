#pragma once

#include "core/catalog/definition.h"
#include "core/catalog/function.h"
#include "core/catalog/object.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

/// Every new database has a `public` schema; of that one only what differs is written.
QStringList createSchema(const catalog::Schema &schema, const QString &databaseOwner, int serverVersion);
QStringList createExtension(const catalog::Extension &extension);
QStringList createFunction(const catalog::Function &function, const QString &databaseOwner);
QStringList functionRights(const catalog::Function &function);
QStringList createDefinition(const catalog::Definition &definition, const QString &databaseOwner);
QStringList alterDefaultPrivileges(const catalog::DefaultPrivileges &privileges);

} // namespace squall::diff

#pragma once

#include "core/catalog/type.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

QStringList createEnum(const catalog::Enum &type, const QString &databaseOwner);
QStringList createDomain(const catalog::Domain &type, const QString &databaseOwner);
QStringList createComposite(const catalog::Composite &type, const QString &databaseOwner);
QStringList createRange(const catalog::Range &type, const QString &databaseOwner);

} // namespace squall::diff

#pragma once

#include "core/catalog/object.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

QString quoted(const catalog::QualifiedName &name);

/// `(a, "B")`
QString columnList(const QStringList &columns);

/// Storage parameters as `fillfactor=70, toast.autovacuum_enabled=false`.
QString storageParameters(const catalog::Options &options);

/// Options of foreign objects as `host 'a b', port '1'`.
QString foreignOptions(const catalog::Options &options);

} // namespace squall::diff

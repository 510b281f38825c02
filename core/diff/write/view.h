#pragma once

#include "core/catalog/view.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

/// A materialized view is made empty: filling it is a matter of data.
QStringList createView(const catalog::View &view, const QString &databaseOwner);

} // namespace squall::diff

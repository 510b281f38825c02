#pragma once

#include "core/catalog/relation.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

/// `relation` is the quoted name of the table or materialized view. A partitioned table's index is made ON
/// ONLY, its parts are attached by name.
QStringList createIndex(const QString &relation, const QString &schema, const catalog::Index &index,
                        bool only);
QStringList attachIndex(const QString &schema, const catalog::Index &index);

/// Clustering, replica identity, statistics targets and comment of an index that is there.
QStringList afterIndex(const QString &relation, const QString &schema, const catalog::Index &index);

} // namespace squall::diff

#pragma once

#include "core/catalog/snapshot.h"
#include "core/diff/change.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

/// CREATE TABLE with what is folded into it, and all that is the table's own: settings, notes, rights.
QStringList createTable(const catalog::Table &table, const std::vector<Change> &folded,
                        const catalog::Snapshot &snapshot);

QStringList attachPartition(const catalog::Table &partition);
QStringList setDefault(const QString &relation, const catalog::Column &column);
QStringList createTrigger(const QString &relation, const catalog::Trigger &trigger,
                          catalog::Firing parentFiring);
QStringList createRule(const QString &relation, const catalog::Rule &rule);
QStringList createPolicy(const catalog::Table &table, const catalog::Policy &policy);

} // namespace squall::diff

#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/diff/plan.h"

#include <QStringList>

#include <functional>

namespace squall::diff {

/// DDL that recreates the schema in an empty database (cluster-wide roles aside), in an order that works.
/// What belongs to the database's owner is left to whoever runs it.
Result<QString> render(const catalog::SnapshotPtr &snapshot);

/// The plan as one script: settings it needs, then every statement ended by a semicolon.
QString renderSql(const Plan &plan);
/// The same, handed over piece by piece, so that a large script never stands in memory whole.
void writeSql(const Plan &plan, const std::function<void(const QString &statements)> &sink);

/// The statements of one step to `snapshot`, without final semicolons; `from` is what there was, under its
/// new names.
QStringList statementsOf(const Step &step, const catalog::Snapshot &snapshot,
                         const catalog::Snapshot *from = nullptr);

/// The statements that make one relation or other object and what hangs on it, for people who look at it.
QString describe(const catalog::Snapshot &snapshot, const ObjectId &id);

} // namespace squall::diff

#pragma once

#include "core/diff/change.h"

#include <QStringList>

namespace squall::diff {

/// As DROP and ALTER call it: `MATERIALIZED VIEW`.
QString sqlWord(Kind kind);

// Statements that change what is there.

QStringList rename(const ObjectId &from, const ObjectId &to);
QStringList move(const ObjectId &from, const ObjectId &to);
QStringList drop(const ObjectId &id);
QStringList addColumn(const catalog::Table &table, const catalog::Column &column);
/// In every column of `now` that has it, what was there is kept as text meanwhile.
QStringList replaceEnum(const catalog::Enum &from, const catalog::Enum &to, const catalog::Snapshot &was,
                        const catalog::Snapshot &now);
QStringList alterSequence(const catalog::Sequence &to);
QStringList setType(const SetType &change);
QStringList addIdentity(const catalog::Table &table, const catalog::Column &column);
QStringList alterIdentity(const AlterIdentity &change);
QStringList alterView(const AlterView &change);
QStringList alterPolicy(const AlterPolicy &change);
QStringList createRole(const catalog::Role &role);
QStringList alterRole(const catalog::Role &role);

/// `ALTER TABLE … ALTER COLUMN …`
QString alterColumn(const catalog::Table &table, const catalog::Column &column, const QString &what);

} // namespace squall::diff

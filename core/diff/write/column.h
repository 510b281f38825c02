#pragma once

#include "core/catalog/table.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

/// A column as it stands in CREATE TABLE. Defaults are written only when `withDefault`; they may need things
/// that come later. `notNull` is how its NOT NULL is called, null when it has none to write here.
QString columnClause(const catalog::Table &table, const catalog::Column &column, bool withDefault,
                     const QString &notNull);

/// What CREATE TABLE cannot say of a column, for all server versions: storage, compression, statistics,
/// options.
QStringList columnSettings(const QString &relation, const catalog::Column &column);

/// Comment and rights of a column, and of the sequence that an identity counts with.
QStringList columnNotes(const QString &relation, const catalog::Column &column);

} // namespace squall::diff

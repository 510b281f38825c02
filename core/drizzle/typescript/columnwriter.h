#pragma once

#include "core/drizzle/typescript/context.h"

namespace squall::drizzle {

/// `id: serial().primaryKey()`; `table` is nullptr for a view's column, `owner` the key of either.
QString writeColumn(WritingContext &context, const QString &owner, const Column &column, const Table *table);

/// The members of a sequence's options that differ from what goes without saying; `type` of the column that
/// counts, empty for a sequence of its own.
QStringList sequenceOptions(const Sequence &sequence, const QString &type);

} // namespace squall::drizzle

#pragma once

#include "core/drizzle/typescript/context.h"

namespace squall::drizzle {

/// `const users = pgTable(…);`
QString writeTable(WritingContext &context, const QString &key, const Table &table);
QString writeView(WritingContext &context, const QString &key, const View &view);

} // namespace squall::drizzle

#pragma once

#include "core/drizzle/typescript/writeschema.h"

#include <QSet>

namespace squall::drizzle {

/// What the writers of one file share.
struct WritingContext
{
    const SchemaToWrite &schema;
    SchemaNames names;
    /// Tables that stand above the one that is written.
    QSet<QString> written = {};
    QSet<QString> imports = {}; ///< of drizzle-orm/pg-core
    bool usesSql = false;

    QString use(const QString &function)
    {
        imports.insert(function);
        return function;
    }
    QString sql(const QString &text);
};

/// `unique(…)` in a column instead of beside the columns: nullptr when there is none.
const Unique *columnUnique(const Table &table, const QString &column);
/// Whether a key is `.references(…)` of its column.
bool isColumnReference(const ForeignKey &key);

} // namespace squall::drizzle

#pragma once

#include "core/catalog/snapshot.h"

#include <memory>

namespace squall::test {

inline catalog::Table table(const QString &schema, const QString &name, qint64 rows = -1)
{
    catalog::Table table;
    table.schema = schema;
    table.name = name;
    table.size.value = {rows, rows * 100};
    return table;
}

inline catalog::Table partition(const QString &schema, const QString &name, const QString &of, qint64 rows)
{
    auto part = table(schema, name, rows);
    part.partitionOf = {schema, of};
    part.partitionBound = QStringLiteral("DEFAULT");
    return part;
}

/// `count` tables named like a large application's.
inline catalog::SnapshotPtr manyTables(int count)
{
    auto snapshot = std::make_shared<catalog::Snapshot>();
    catalog::Schema schema;
    schema.name = QStringLiteral("public");
    snapshot->schemas.push_back(schema);
    for (int i = 0; i < count; ++i)
        snapshot->tables.push_back(
            table(schema.name, QStringLiteral("customer_order_item_%1").arg(i, 5, 10, QLatin1Char('0')), i));
    return snapshot;
}

} // namespace squall::test

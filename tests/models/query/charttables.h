#pragma once

#include "models/query/charttable.h"

namespace squall::test {

/// A column as a result would bring it; a null QString is NULL.
inline models::ChartColumn chartColumn(const QString &name, models::TypeKind kind, const QStringList &values,
                                       const QString &type = {})
{
    models::ChartColumn column(name, kind, type);
    for (const auto &value : values)
        column.append(value.isNull() ? std::nullopt : std::optional(value));
    return column;
}

inline models::ChartTable chartTable(std::vector<models::ChartColumn> columns)
{
    models::ChartTable table;
    table.rows = columns.empty() ? 0 : columns.front().values().size();
    table.allRows = static_cast<qint64>(table.rows);
    table.columns = std::move(columns);
    return table;
}

} // namespace squall::test

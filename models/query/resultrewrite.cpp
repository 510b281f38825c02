#include "models/query/resultrewrite.h"

#include <QHash>

#include <map>
#include <optional>

namespace squall::models {

namespace {

/// Values one after the other, so that no two lists of them are alike.
QByteArray joined(const QByteArray &key, QByteArrayView value)
{
    return key + QByteArray::number(value.size()) + ' ' + value.toByteArray();
}

using ByKey = QHash<QByteArray, const WrittenRow *>;

std::optional<QByteArray> keyOf(const pg::RowBatch &batch, int row, const std::vector<int> &columns)
{
    QByteArray key;
    for (const int column : columns) {
        const auto value = batch.cell(row, column);
        if (!value)
            return std::nullopt;
        key = joined(key, *value);
    }
    return key;
}

/// Other values of a row's columns.
using Values = std::map<int, Query::Parameter>;

pg::RowBatch with(const pg::RowBatch &batch, const std::map<int, Values> &changes)
{
    pg::RowBatchBuilder builder(batch.fields());
    for (int row = 0; row < batch.rowCount(); ++row) {
        const auto changed = changes.find(row);
        for (int column = 0; column < batch.columnCount(); ++column) {
            std::optional<QByteArrayView> value = batch.cell(row, column);
            if (changed != changes.end()) {
                if (const auto other = changed->second.find(column); other != changed->second.end())
                    value = other->second ? std::optional(QByteArrayView(*other->second)) : std::nullopt;
            }
            if (value)
                builder.addCell(*value);
            else
                builder.addNull();
        }
    }
    return builder.take(batch.commandTag(), batch.isLast());
}

bool isSame(const std::optional<QByteArrayView> &value, const Query::Parameter &other)
{
    return value.has_value() == other.has_value() && (!value || *value == QByteArrayView(*other));
}

} // namespace

RewrittenRows rewritten(const ResultRows &rows, const std::vector<WrittenRow> &written)
{
    std::map<std::vector<int>, ByKey> tables;
    for (const auto &row : written) {
        QByteArray key;
        for (const auto &value : row.key)
            key = joined(key, value);
        tables[row.keyColumns].insert(key, &row);
    }
    RewrittenRows result{.rows = rows};
    for (size_t number = 0; number < rows.batches.size(); ++number) {
        const auto &batch = rows.batches[number];
        std::map<int, Values> changes;
        for (int row = 0; row < batch.rowCount(); ++row) {
            for (const auto &[columns, byKey] : tables) {
                const auto key = keyOf(batch, row, columns);
                const auto *found = key ? byKey.value(*key) : nullptr;
                if (!found)
                    continue;
                for (const auto &[column, value] : found->values) {
                    if (isSame(batch.cell(row, column), value))
                        continue;
                    changes[row][column] = value;
                    if (!found->own.contains(column))
                        result.moved.insert({rows.starts[number] + row, column});
                }
            }
        }
        if (!changes.empty())
            result.rows.batches[number] = with(batch, changes);
    }
    return result;
}

} // namespace squall::models

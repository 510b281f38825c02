#pragma once

#include <QString>

#include <optional>

namespace squall::drizzle {

/// The function of drizzle-orm that makes columns of a type.
struct ColumnBuilder
{
    /// What TypeScript takes for a value.
    enum class Value { Text, Number, Boolean, Json, Other };

    QString function;
    QString options = {}; ///< as TypeScript: `{ length: 20 }`
    Value value = Value::Text;
    bool isMoment = false; ///< has `.defaultNow()`
    bool ofExtension = false;
};

/// Of a type as snapshots write it, without dimensions; nothing when only a custom type says it.
std::optional<ColumnBuilder> builderOf(const QString &type);

} // namespace squall::drizzle

#pragma once

#include <QByteArrayView>
#include <QString>

namespace squall::transfer {

/// What a value is to other languages than SQL.
enum class ValueType : unsigned char {
    Text,
    Integer, ///< of at most 32 bits
    BigInt,
    Numeric,
    Float,
    Boolean,
    Json,
    Bytea,
    Timestamp,
    TimestampTz,
    Array,
};

/// `type` as in Column.
ValueType valueType(const QString &type);
/// `text[]` holds `text`.
QString elementType(const QString &type);

/// Whether SQL and JSON both read the text as that very number: not NaN, not `$1.00`.
bool isNumber(QByteArrayView text);

} // namespace squall::transfer

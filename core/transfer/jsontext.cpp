#include "core/transfer/jsontext.h"

#include "core/base/compactjson.h"
#include "core/transfer/arraytext.h"
#include "core/transfer/writers.h"

namespace squall::transfer {

namespace {

QByteArray jsonValue(const QByteArray &value, const QString &type)
{
    switch (valueType(type)) {
    case ValueType::Integer:
    case ValueType::BigInt:
    case ValueType::Numeric:
    case ValueType::Float: return jsonNumber(value);
    case ValueType::Boolean: return value == "t" ? "true" : "false";
    case ValueType::Json: return jsonLine(value);
    case ValueType::Array:
        return jsonList(value,
                        [&](const QByteArray &element) { return jsonValue(element, elementType(type)); });
    case ValueType::Text:
    case ValueType::Bytea:
    case ValueType::Timestamp:
    case ValueType::TimestampTz: break;
    }
    return jsonString(value);
}

QByteArray listOf(const ArrayItem &item, const std::function<QByteArray(const QByteArray &)> &element)
{
    if (!item.array)
        return item.value ? element(*item.value) : "null";
    QByteArray list;
    for (const auto &each : item.items)
        list += (list.isEmpty() ? "" : ", ") + listOf(each, element);
    return '[' + list + ']';
}

} // namespace

QByteArray jsonNumber(const QByteArray &value)
{
    return isNumber(value) ? value : jsonString(value);
}

QByteArray jsonList(const QByteArray &array, const std::function<QByteArray(const QByteArray &)> &element)
{
    const auto items = readArray(array);
    return items ? listOf(*items, element) : jsonString(array);
}

QByteArray jsonString(QByteArrayView text)
{
    QByteArray string = "\"";
    for (const char letter : text) {
        switch (letter) {
        case '"': string += "\\\""; break;
        case '\\': string += "\\\\"; break;
        case '\n': string += "\\n"; break;
        case '\r': string += "\\r"; break;
        case '\t': string += "\\t"; break;
        default:
            if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f)
                string += "\\u" + QByteArray::number(letter, 16).rightJustified(4, '0');
            else
                string += letter;
        }
    }
    return string + '"';
}

QByteArray jsonLine(const QByteArray &json)
{
    return json.contains('\n') || json.contains('\r') ? compactJson(QString::fromUtf8(json)).toUtf8() : json;
}

QByteArray jsonObject(const RowSet &rows, size_t row)
{
    QByteArray object;
    for (size_t column = 0; column < rows.columns.size(); ++column) {
        const auto &about = rows.columns[column];
        const auto &value = rows.rows[row][column];
        if (!about.wanted || rows.isDefault(row, column))
            continue;
        object += (object.isEmpty() ? "" : ", ") + jsonString(about.name.toUtf8()) + ": " +
                  (value ? jsonValue(*value, about.type) : "null");
    }
    return '{' + object + '}';
}

QByteArray writeJson(const RowSet &rows)
{
    QByteArray text = "[";
    for (size_t row = 0; row < rows.rows.size(); ++row)
        text += (row == 0 ? "\n  " : ",\n  ") + jsonObject(rows, row);
    return text + (rows.rows.empty() ? "]\n" : "\n]\n");
}

QByteArray writeJsonLines(const RowSet &rows)
{
    QByteArray text;
    for (size_t row = 0; row < rows.rows.size(); ++row)
        text += jsonObject(rows, row) + '\n';
    return text;
}

} // namespace squall::transfer

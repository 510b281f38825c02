// Rows as TypeScript for Drizzle, in the values that its columns take by default.
#include "core/transfer/arraytext.h"
#include "core/transfer/jsontext.h"
#include "core/transfer/writers.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace squall::transfer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestSafe = (qint64(1) << 53) - 1;

bool isSafe(const QByteArray &integer)
{
    bool fits = false;
    const auto number = integer.toLongLong(&fits);
    return fits && std::abs(number) <= largestSafe;
}

/// A Date holds milliseconds of a year of four digits; what it would not hold exactly stays text.
QByteArray dateLiteral(const QByteArray &value)
{
    static const QRegularExpression iso(
        u"^(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,3})0*)?(?:([+-])(\\d\\d)(?::(\\d\\d))?)?$"_s);
    const auto match = iso.match(QString::fromLatin1(value));
    if (!match.hasMatch())
        return jsonString(value);
    const auto fraction = match.captured(3).leftJustified(3, u'0');
    auto time = QDateTime::fromString(match.captured(1) + u'T' + match.captured(2), Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    const int offset = match.captured(5).toInt() * 3600 + match.captured(6).toInt() * 60;
    time = time.addSecs(match.captured(4) == u"-" ? offset : -offset);
    if (!time.isValid())
        return jsonString(value);
    return "new Date(\"" + time.toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + '.' + fraction.toLatin1() +
           "Z\")";
}

/// Of a column of the type date that the program takes for a Date: midnight in UTC.
QByteArray dayLiteral(const QByteArray &value)
{
    static const QRegularExpression iso(u"^\\d{4}-\\d\\d-\\d\\d$"_s);
    return iso.match(QString::fromLatin1(value)).hasMatch() ? "new Date(\"" + value + "\")"
                                                            : jsonString(value);
}

QByteArray floatLiteral(const QByteArray &value)
{
    const bool named = value == "NaN" || value == "Infinity" || value == "-Infinity";
    return named ? value : jsonNumber(value);
}

/// Of a type that Drizzle takes for something else in the mode that the program chose; nothing where it does
/// not.
std::optional<QByteArray> literalInMode(const QByteArray &value, ValueType type, ProgramValue mode)
{
    const bool isMoment = type == ValueType::Timestamp || type == ValueType::TimestampTz;
    const bool isWhole =
        type == ValueType::Integer || type == ValueType::BigInt || type == ValueType::Numeric;
    switch (mode) {
    case ProgramValue::Text: return isMoment || isWhole ? std::optional(jsonString(value)) : std::nullopt;
    case ProgramValue::Number:
        return isWhole && isNumber(value) ? std::optional(jsonNumber(value)) : std::nullopt;
    case ProgramValue::BigInt:
        return isWhole && isNumber(value) && !value.contains('.') ? std::optional(value + 'n') : std::nullopt;
    case ProgramValue::Date: return type == ValueType::Text ? std::optional(dayLiteral(value)) : std::nullopt;
    case ProgramValue::Usual: break;
    }
    return {};
}

QByteArray literal(const QByteArray &value, const QString &type, bool big, ProgramValue mode)
{
    if (auto other = literalInMode(value, valueType(type), mode))
        return *std::move(other);
    switch (valueType(type)) {
    case ValueType::Integer: return jsonNumber(value);
    case ValueType::BigInt: return big && isNumber(value) ? value + 'n' : jsonNumber(value);
    case ValueType::Float: return floatLiteral(value);
    case ValueType::Boolean: return value == "t" ? "true" : "false";
    case ValueType::Json:
        // As a literal this key would set the object's prototype.
        return value.contains("__proto__") ? "JSON.parse(" + jsonString(value) + ')' : jsonLine(value);
    case ValueType::Bytea:
        return value.startsWith("\\x") ? "Buffer.from(\"" + value.mid(2) + "\", \"hex\")" : jsonString(value);
    case ValueType::Timestamp:
    case ValueType::TimestampTz: return dateLiteral(value);
    case ValueType::Array:
        return jsonList(
            value, [&](const QByteArray &element) { return literal(element, elementType(type), big, mode); });
    // A numeric is text to Drizzle, so that nothing is rounded.
    case ValueType::Numeric:
    case ValueType::Text: break;
    }
    return jsonString(value);
}

QByteArray keyOf(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    if (name == u"__proto__")
        return "[\"__proto__\"]";
    return plain.match(name).hasMatch() ? name.toUtf8() : jsonString(name.toUtf8());
}

/// Numbers of one column are of one kind: all bigint as soon as one does not fit a number.
std::vector<bool> bigColumns(const RowSet &rows)
{
    std::vector<bool> big(rows.columns.size(), false);
    const auto isBig = [](const ArrayItem &item, const auto &self) -> bool {
        return item.array ? std::any_of(item.items.begin(), item.items.end(),
                                        [&](const ArrayItem &each) { return self(each, self); })
                          : item.value && !isSafe(*item.value);
    };
    for (size_t column = 0; column < rows.columns.size(); ++column) {
        const auto &type = rows.columns[column].type;
        if (valueType(elementType(type)) != ValueType::BigInt)
            continue;
        big[column] = std::any_of(rows.rows.begin(), rows.rows.end(), [&](const Cells &row) {
            if (!row[column])
                return false;
            const auto array = readArray(*row[column]);
            return array ? isBig(*array, isBig) : !isSafe(*row[column]);
        });
    }
    return big;
}

} // namespace

QByteArray writeDrizzle(const RowSet &rows)
{
    const auto big = bigColumns(rows);
    QByteArray text =
        rows.programName.isEmpty() ? QByteArray() : ".insert(" + rows.programName.toUtf8() + ')';
    text += ".values([\n";
    for (size_t row = 0; row < rows.rows.size(); ++row) {
        QByteArray object;
        for (size_t column = 0; column < rows.columns.size(); ++column) {
            const auto &about = rows.columns[column];
            const auto &value = rows.rows[row][column];
            if (!about.wanted || about.generated || rows.isDefault(row, column))
                continue;
            const auto &name = about.programKey.isEmpty() ? about.name : about.programKey;
            object += (object.isEmpty() ? "" : ", ") + keyOf(name) + ": " +
                      (!value ? "null"
                       : rows.isExpression(row, column)
                           ? "sql`" + *value + '`'
                           : literal(*value, about.type, big[column], about.programValue));
        }
        text += "  { " + object + " },\n";
    }
    return text + "])";
}

} // namespace squall::transfer

#include "core/drizzle/pull/columndefault.h"

#include "core/base/jsonstring.h"
#include "core/base/typemodifier.h"
#include "core/drizzle/typescript/arraytext.h"
#include "core/drizzle/typescript/builders.h"

#include <QLocale>
#include <QRegularExpression>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

using Value = ColumnBuilder::Value;

Json sqlText(const QString &sql)
{
    return {encodeJsonString(sql)};
}

/// A type's name without modifiers.
QString bareType(const QString &sqlType)
{
    const auto element = elementType(sqlType);
    const auto name = splitModifier(element).name;
    return (name == u"bpchar" ? u"character"_s : name) + sqlType.mid(element.size());
}

struct Literal
{
    QString quoted; ///< with its quotes
    QString type;
};

/// `'a'::text` and nothing more.
std::optional<Literal> literalOf(const QString &sql)
{
    static const QRegularExpression form(u"^('(?:[^']|'')*')::(.+)$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(sql);
    if (!match.hasMatch())
        return std::nullopt;
    return Literal{match.captured(1), match.captured(2)};
}

/// A number, however the server makes sure that its sign is read as part of it.
QString numberOf(const QString &sql)
{
    static const QRegularExpression form(
        u"^(?:(-?\\d+(?:\\.\\d+)?)|\\((-?\\d+(?:\\.\\d+)?)\\)|'(-?\\d+(?:\\.\\d+)?)')"
        "(?:::(?:smallint|integer|bigint|numeric(?:\\([^)]*\\))?|real|double precision))?$"_s);
    const auto match = form.match(sql);
    return match.captured(1) + match.captured(2) + match.captured(3);
}

/// Whether JavaScript writes the number just so.
bool isJavaScriptNumber(const QString &text)
{
    constexpr double largestSafe = 9007199254740991.0;
    bool ok = false;
    const auto value = text.toDouble(&ok);
    if (!ok || text.startsWith(u"-0") || (value == 0 && text != u"0") || qAbs(value) > largestSafe)
        return false;
    constexpr double smallestPlain = 1e-6;
    if (value != 0 && qAbs(value) < smallestPlain)
        return false;
    return QString::number(value, 'f', QLocale::FloatingPointShortest) == text;
}

std::optional<Json> arrayDefault(const Literal &literal, Value value)
{
    const auto elements = plainArray(literal.quoted.mid(1, literal.quoted.size() - 2));
    if (!elements)
        return std::nullopt;
    auto values = *elements;
    for (auto &each : values) {
        if (value == Value::Boolean)
            each = each == u"t" ? u"true"_s : u"false"_s;
        else if (value == Value::Number && !isJavaScriptNumber(each))
            return std::nullopt;
    }
    const bool plain = value == Value::Text || value == Value::Number || value == Value::Boolean;
    if (!plain && !values.isEmpty())
        return std::nullopt;
    return sqlText(u'\'' + arrayText(values, value == Value::Text && !values.isEmpty()) + u'\'');
}

bool isNull(const QString &sql)
{
    return sql == u"NULL" || sql.startsWith(u"NULL::");
}

} // namespace

std::optional<Json> columnDefault(const QString &sql, const QString &sqlType, const ColumnType &type)
{
    const auto element = elementType(type.type);
    const auto builder = type.typeSchema ? ColumnBuilder{.function = u"enum"_s} : builderOf(element);
    if (!builder)
        return sqlText(sql);
    if (isNull(sql))
        return std::nullopt;
    const bool isArray = elementType(sqlType) != sqlType;
    const auto number = isArray ? QString() : numberOf(sql);
    if (!number.isEmpty() && builder->value == Value::Number && isJavaScriptNumber(number))
        return Json{number.toUtf8()};
    if (!number.isEmpty() && builder->function == u"numeric")
        return sqlText(u'\'' + number + u'\'');
    if (!isArray && builder->value == Value::Boolean && (sql == u"true" || sql == u"false"))
        return Json{sql.toUtf8()};
    const auto literal = literalOf(sql);
    if (literal && bareType(literal->type) == bareType(sqlType)) {
        if (const auto array = isArray ? arrayDefault(*literal, builder->value) : std::nullopt)
            return array;
        if (!isArray && builder->value == Value::Text)
            return sqlText(literal->quoted);
    }
    return sqlText(sql);
}

} // namespace squall::drizzle

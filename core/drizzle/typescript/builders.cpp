#include "core/drizzle/typescript/builders.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

using Value = ColumnBuilder::Value;

struct PlainType
{
    const char *type;
    const char *function;
    Value value;
    const char *options = "";
};

constexpr std::array plainTypes = {
    PlainType{"smallint", "smallint", Value::Number},
    PlainType{"integer", "integer", Value::Number},
    PlainType{"bigint", "bigint", Value::Number, "{ mode: \"number\" }"},
    PlainType{"smallserial", "smallserial", Value::Number},
    PlainType{"serial", "serial", Value::Number},
    PlainType{"bigserial", "bigserial", Value::Number, "{ mode: \"number\" }"},
    PlainType{"real", "real", Value::Number},
    PlainType{"double precision", "doublePrecision", Value::Number},
    PlainType{"boolean", "boolean", Value::Boolean},
    PlainType{"text", "text", Value::Text},
    PlainType{"uuid", "uuid", Value::Text},
    PlainType{"json", "json", Value::Json},
    PlainType{"jsonb", "jsonb", Value::Json},
    PlainType{"inet", "inet", Value::Text},
    PlainType{"cidr", "cidr", Value::Text},
    PlainType{"macaddr", "macaddr", Value::Text},
    PlainType{"macaddr8", "macaddr8", Value::Text},
    PlainType{"point", "point", Value::Other},
    PlainType{"line", "line", Value::Other},
};

QString braces(const QStringList &options)
{
    return options.isEmpty() ? QString() : u"{ "_s + options.join(u", "_s) + u" }"_s;
}

std::optional<ColumnBuilder> sizedText(const QString &type)
{
    static const QRegularExpression form(u"^(varchar|char)(?:\\((\\d+)\\))?$"_s);
    const auto match = form.match(type);
    if (!match.hasMatch())
        return std::nullopt;
    const auto length = match.captured(2);
    return ColumnBuilder{match.captured(1), length.isEmpty() ? QString() : braces({u"length: "_s + length})};
}

std::optional<ColumnBuilder> numeric(const QString &type)
{
    static const QRegularExpression form(u"^numeric(?:\\((\\d+)(?:, (-?\\d+))?\\))?$"_s);
    const auto match = form.match(type);
    if (!match.hasMatch())
        return std::nullopt;
    QStringList options;
    if (const auto precision = match.captured(1); !precision.isEmpty())
        options << u"precision: "_s + precision;
    if (const auto scale = match.captured(2); !scale.isEmpty())
        options << u"scale: "_s + scale;
    return ColumnBuilder{u"numeric"_s, braces(options)};
}

/// A timestamp whose precision stands apart is one that JavaScript's Date stands for.
std::optional<ColumnBuilder> moment(const QString &type)
{
    if (type == u"date")
        return ColumnBuilder{.function = type, .isMoment = true};
    static const QRegularExpression form(
        u"^(?:(time)|(timestamp))(?:( ?)\\(([0-6])\\))?( with time zone)?$"_s);
    const auto match = form.match(type);
    const bool isTimestamp = !match.captured(2).isEmpty();
    const bool isDate = isTimestamp && !match.captured(3).isEmpty();
    if (!match.hasMatch() || (!isTimestamp && !match.captured(3).isEmpty()))
        return std::nullopt;
    QStringList options;
    if (const auto precision = match.captured(4); !precision.isEmpty())
        options << u"precision: "_s + precision;
    if (!match.captured(5).isEmpty())
        options << u"withTimezone: true"_s;
    if (isTimestamp && !isDate)
        options << u"mode: \"string\""_s;
    return ColumnBuilder{.function = isTimestamp ? u"timestamp"_s : u"time"_s,
                         .options = braces(options),
                         .value = isDate ? Value::Other : Value::Text,
                         .isMoment = true};
}

std::optional<ColumnBuilder> interval(const QString &type)
{
    static const QRegularExpression form(
        u"^interval(?: (year|month|day|hour|minute|second|year to month|day to (?:hour|minute|second)|"
        "hour to (?:minute|second)|minute to second))?(?:\\(([1-6])\\))?$"_s);
    const auto match = form.match(type);
    if (!match.hasMatch())
        return std::nullopt;
    QStringList options;
    if (const auto fields = match.captured(1); !fields.isEmpty())
        options << u"fields: \""_s + fields + u'"';
    if (const auto precision = match.captured(2); !precision.isEmpty())
        options << u"precision: "_s + precision;
    return ColumnBuilder{u"interval"_s, braces(options)};
}

std::optional<ColumnBuilder> vectorLike(const QString &type)
{
    if (type == u"geometry(point)")
        return ColumnBuilder{u"geometry"_s, u"{ type: \"point\" }"_s, Value::Other, false, true};
    static const QRegularExpression form(u"^(vector|halfvec|sparsevec|bit)\\((\\d+)\\)$"_s);
    const auto match = form.match(type);
    if (!match.hasMatch())
        return std::nullopt;
    const auto function = match.captured(1);
    const bool isBit = function == u"bit";
    return ColumnBuilder{function, braces({u"dimensions: "_s + match.captured(2)}),
                         isBit ? Value::Text : Value::Other, false, !isBit};
}

} // namespace

std::optional<ColumnBuilder> builderOf(const QString &type)
{
    for (const auto &plain : plainTypes) {
        if (type == QLatin1StringView(plain.type))
            return ColumnBuilder{QString::fromLatin1(plain.function), QString::fromLatin1(plain.options),
                                 plain.value};
    }
    for (const auto &kind : {sizedText, numeric, moment, interval, vectorLike}) {
        if (auto builder = kind(type))
            return builder;
    }
    return std::nullopt;
}

} // namespace squall::drizzle

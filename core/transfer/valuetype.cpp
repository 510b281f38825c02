#include "core/transfer/valuetype.h"

#include <QHash>

namespace squall::transfer {

using namespace Qt::StringLiterals;

ValueType valueType(const QString &type)
{
    static const QHash<QString, ValueType> types = {
        {u"smallint"_s, ValueType::Integer},
        {u"integer"_s, ValueType::Integer},
        {u"bigint"_s, ValueType::BigInt},
        {u"oid"_s, ValueType::BigInt},
        {u"numeric"_s, ValueType::Numeric},
        {u"real"_s, ValueType::Float},
        {u"double precision"_s, ValueType::Float},
        {u"boolean"_s, ValueType::Boolean},
        {u"json"_s, ValueType::Json},
        {u"jsonb"_s, ValueType::Json},
        {u"bytea"_s, ValueType::Bytea},
        {u"timestamp without time zone"_s, ValueType::Timestamp},
        {u"timestamp with time zone"_s, ValueType::TimestampTz},
    };
    return type.endsWith(u"[]") ? ValueType::Array : types.value(type, ValueType::Text);
}

QString elementType(const QString &type)
{
    return type.endsWith(u"[]") ? elementType(type.chopped(2)) : type;
}

bool isNumber(QByteArrayView text)
{
    const auto digits = [&text](qsizetype at) {
        const auto from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - from;
    };
    qsizetype at = text.startsWith('-') ? 1 : 0;
    const auto whole = digits(at);
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const auto fraction = digits(at + 1);
        if (fraction == 0)
            return false;
        at += 1 + fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1 : 0;
        const auto exponent = digits(at);
        if (exponent == 0)
            return false;
        at += exponent;
    }
    return at == text.size();
}

} // namespace squall::transfer

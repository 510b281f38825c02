#include "core/edit/values/valuetype.h"

#include "core/base/quote.h"
#include "core/base/typemodifier.h"
#include "core/catalog/written.h"

#include <QHash>

#include <algorithm>

namespace squall::edit {

using namespace Qt::StringLiterals;
using Kind = ValueType::Kind;

namespace {

/// Deeper nesting of types than anybody has; what lies below is edited as text.
constexpr int maxDepth = 32;

const QHash<QString, Kind> &builtinKinds()
{
    static const QHash<QString, Kind> kinds = [] {
        QHash<QString, Kind> all;
        const auto add = [&all](Kind kind, const QStringList &names) {
            for (const auto &name : names)
                all.insert(name, kind);
        };
        add(Kind::Text,
            {u"text"_s, u"character varying"_s, u"character"_s, u"bpchar"_s, u"\"char\""_s, u"name"_s});
        add(Kind::Integer, {u"smallint"_s, u"integer"_s, u"bigint"_s, u"oid"_s});
        add(Kind::Numeric, {u"numeric"_s, u"real"_s, u"double precision"_s});
        add(Kind::Boolean, {u"boolean"_s});
        add(Kind::Date, {u"date"_s});
        add(Kind::Time, {u"time without time zone"_s, u"time with time zone"_s});
        add(Kind::Timestamp, {u"timestamp without time zone"_s, u"timestamp with time zone"_s});
        add(Kind::Uuid, {u"uuid"_s});
        add(Kind::Json, {u"json"_s});
        add(Kind::Jsonb, {u"jsonb"_s});
        add(Kind::Xml, {u"xml"_s});
        add(Kind::Bytea, {u"bytea"_s});
        add(Kind::Bit, {u"bit"_s, u"\"bit\""_s, u"bit varying"_s});
        return all;
    }();
    return kinds;
}

/// What the bounds of a built-in range are; the range of a built-in multirange.
const QHash<QString, QString> &builtinElements()
{
    static const QHash<QString, QString> elements = {
        {u"int4range"_s, u"integer"_s},
        {u"int8range"_s, u"bigint"_s},
        {u"numrange"_s, u"numeric"_s},
        {u"daterange"_s, u"date"_s},
        {u"tsrange"_s, u"timestamp without time zone"_s},
        {u"tstzrange"_s, u"timestamp with time zone"_s},
        {u"int4multirange"_s, u"int4range"_s},
        {u"int8multirange"_s, u"int8range"_s},
        {u"nummultirange"_s, u"numrange"_s},
        {u"datemultirange"_s, u"daterange"_s},
        {u"tsmultirange"_s, u"tsrange"_s},
        {u"tstzmultirange"_s, u"tstzrange"_s},
    };
    return elements;
}

class Resolver
{
public:
    explicit Resolver(const catalog::Snapshot &snapshot)
        : m_snapshot(snapshot)
    {
    }

    ValueType resolve(const QString &type, int depth) const
    {
        ValueType value;
        value.name = type;
        value.base = splitModifier(type).name;
        if (depth == maxDepth)
            return value;
        if (type.endsWith(u"[]"))
            return of(value, Kind::Array, type.chopped(2), depth);
        if (const auto kind = builtinKinds().constFind(value.base); kind != builtinKinds().cend()) {
            value.kind = *kind;
            value.zoned = value.base.endsWith(u" with time zone");
            return value;
        }
        if (const auto element = builtinElements().constFind(value.base); element != builtinElements().cend())
            return of(value, value.base.endsWith(u"multirange") ? Kind::Multirange : Kind::Range, *element,
                      depth);
        value.delimiter = value.base == u"box" ? ';' : ',';
        return declared(value, depth);
    }

private:
    ValueType of(ValueType value, Kind kind, const QString &element, int depth) const
    {
        value.kind = kind;
        value.element = std::make_shared<const ValueType>(resolve(element, depth + 1));
        return value;
    }

    ValueType declared(ValueType value, int depth) const
    {
        const auto &type = value.name;
        if (const auto *labels = catalog::findWritten(m_snapshot.enums, type)) {
            value.kind = Kind::Enum;
            value.labels = labels->labels;
        } else if (const auto *domain = catalog::findWritten(m_snapshot.domains, type)) {
            auto base = resolve(domain->baseType, depth + 1);
            base.name = type;
            return base;
        } else if (const auto *composite = catalog::findWritten(m_snapshot.composites, type)) {
            return withAttributes(value, composite->attributes, depth);
        } else if (const auto *table = catalog::findWritten(m_snapshot.tables, type)) {
            return withAttributes(value, table->columns, depth);
        } else if (const auto *range = catalog::findWritten(m_snapshot.ranges, type)) {
            return of(value, Kind::Range, range->subtype, depth);
        } else if (const auto rangeOfIt = multirangeOf(type)) {
            return of(value, Kind::Multirange, *rangeOfIt, depth);
        } else if (value.base.endsWith(u".citext")) {
            value.kind = Kind::Text;
        }
        return value;
    }

    ValueType withAttributes(ValueType value, const std::vector<catalog::Column> &columns, int depth) const
    {
        value.kind = Kind::Composite;
        for (const auto &column : columns)
            value.attributes.push_back({column.name, resolve(column.type, depth + 1)});
        return value;
    }

    std::optional<QString> multirangeOf(const QString &type) const
    {
        for (const auto &range : m_snapshot.ranges) {
            if (catalog::isWritten(range.multirange, type))
                return quote(range.schema, range.name);
        }
        return std::nullopt;
    }

    const catalog::Snapshot &m_snapshot;
};

} // namespace

ValueType valueType(const catalog::Snapshot &snapshot, const QString &type)
{
    return Resolver(snapshot).resolve(type, 0);
}

bool acceptsNow(const ValueType &type)
{
    // All of these are cast to when they are assigned a timestamp; text is too, and nobody means that.
    return type.kind == Kind::Date || type.kind == Kind::Time || type.kind == Kind::Timestamp;
}

bool acceptsEmpty(const ValueType &type)
{
    static const QStringList others{u"tsvector"_s,  u"tsquery"_s,    u"bit varying"_s, u"xml"_s,
                                    u"oidvector"_s, u"int2vector"_s, u"refcursor"_s};
    return type.kind == Kind::Text || type.kind == Kind::Bytea || type.kind == Kind::Xml ||
           others.contains(type.base) || type.base.endsWith(u".hstore") || type.base.endsWith(u".ltree");
}

QByteArray blankValue(const ValueType &type)
{
    switch (type.kind) {
    case Kind::Array:
    case Kind::Multirange: return "{}";
    case Kind::Range: return "empty";
    case Kind::Json:
    case Kind::Jsonb: return "{}";
    case Kind::Bytea: return "\\x";
    case Kind::Boolean: return "false";
    case Kind::Integer:
    case Kind::Numeric: return "0";
    case Kind::Enum: return type.labels.isEmpty() ? QByteArray() : type.labels.front().toUtf8();
    case Kind::Composite:
        return '(' + QByteArray(qMax<qsizetype>(0, qsizetype(type.attributes.size()) - 1), ',') + ')';
    default: return {};
    }
}

} // namespace squall::edit

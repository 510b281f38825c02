#include "core/drizzle/pull/columntypes.h"

#include "core/base/quote.h"
#include "core/base/typemodifier.h"
#include "core/drizzle/typescript/builders.h"

#include <QRegularExpression>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// Types whose words differ, and where their modifier goes.
QString builtinType(const ModifiedType &type)
{
    const auto modifiers = type.modifiers.isEmpty() ? QString() : u'(' + type.modifiers.join(u", "_s) + u')';
    if (type.name == u"character varying")
        return u"varchar"_s + modifiers;
    if (type.name == u"character")
        return u"char"_s + modifiers;
    if (type.name == u"numeric")
        return u"numeric"_s + modifiers;
    for (const auto *word : {"timestamp", "time"}) {
        const auto name = QString::fromLatin1(word);
        if (type.name == name + u" without time zone"_s)
            return name + modifiers;
        if (type.name == name + u" with time zone"_s)
            return name + modifiers + u" with time zone"_s;
    }
    return {};
}

/// A type of `public` goes by its bare name, unless that would be another's.
QString withoutPublic(const QString &type)
{
    constexpr QStringView prefix = u"public.";
    if (!type.startsWith(prefix))
        return type;
    const auto bare = type.mid(prefix.size());
    if (bare.compare(u"geometry(Point)", Qt::CaseInsensitive) == 0)
        return bare.toLower();
    const auto builder = builderOf(bare);
    return builder && !builder->ofExtension ? type : bare;
}

} // namespace

ColumnTypes::ColumnTypes(const catalog::Snapshot &catalog)
{
    for (const auto &type : catalog.enums)
        m_enums.insert(quote(type.schema, type.name), &type);
}

ColumnType ColumnTypes::of(const QString &sql) const
{
    const auto element = elementType(sql);
    const auto brackets = sql.mid(element.size());
    if (const auto *type = m_enums.value(element))
        return {type->name + brackets, type->schema};
    const auto known = builtinType(splitModifier(element));
    return {(known.isEmpty() ? withoutPublic(element) : known) + brackets};
}

const catalog::Enum *ColumnTypes::enumOf(const QString &sql) const
{
    return m_enums.value(elementType(sql));
}

QString elementType(const QString &type)
{
    static const QRegularExpression dimensions(u"(\\[\\d*\\])+$"_s);
    const auto at = type.indexOf(dimensions);
    return at < 0 ? type : type.left(at);
}

} // namespace squall::drizzle

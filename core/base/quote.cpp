#include "core/base/quote.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace squall {

using namespace Qt::StringLiterals;

namespace {

/// Every word that some server from 12 to 18 does not take as a plain name everywhere, sorted.
/// From pg_get_keywords() where catcode <> 'U'; tst_quote compares it with each server.
constexpr auto reservedWords = std::to_array<std::u16string_view>({
    u"all",
    u"analyse",
    u"analyze",
    u"and",
    u"any",
    u"array",
    u"as",
    u"asc",
    u"asymmetric",
    u"authorization",
    u"between",
    u"bigint",
    u"binary",
    u"bit",
    u"boolean",
    u"both",
    u"case",
    u"cast",
    u"char",
    u"character",
    u"check",
    u"coalesce",
    u"collate",
    u"collation",
    u"column",
    u"concurrently",
    u"constraint",
    u"create",
    u"cross",
    u"current_catalog",
    u"current_date",
    u"current_role",
    u"current_schema",
    u"current_time",
    u"current_timestamp",
    u"current_user",
    u"dec",
    u"decimal",
    u"default",
    u"deferrable",
    u"desc",
    u"distinct",
    u"do",
    u"else",
    u"end",
    u"except",
    u"exists",
    u"extract",
    u"false",
    u"fetch",
    u"float",
    u"for",
    u"foreign",
    u"freeze",
    u"from",
    u"full",
    u"grant",
    u"greatest",
    u"group",
    u"grouping",
    u"having",
    u"ilike",
    u"in",
    u"initially",
    u"inner",
    u"inout",
    u"int",
    u"integer",
    u"intersect",
    u"interval",
    u"into",
    u"is",
    u"isnull",
    u"join",
    u"json",
    u"json_array",
    u"json_arrayagg",
    u"json_exists",
    u"json_object",
    u"json_objectagg",
    u"json_query",
    u"json_scalar",
    u"json_serialize",
    u"json_table",
    u"json_value",
    u"lateral",
    u"leading",
    u"least",
    u"left",
    u"like",
    u"limit",
    u"localtime",
    u"localtimestamp",
    u"merge_action",
    u"national",
    u"natural",
    u"nchar",
    u"none",
    u"normalize",
    u"not",
    u"notnull",
    u"null",
    u"nullif",
    u"numeric",
    u"offset",
    u"on",
    u"only",
    u"or",
    u"order",
    u"out",
    u"outer",
    u"overlaps",
    u"overlay",
    u"placing",
    u"position",
    u"precision",
    u"primary",
    u"real",
    u"references",
    u"returning",
    u"right",
    u"row",
    u"select",
    u"session_user",
    u"setof",
    u"similar",
    u"smallint",
    u"some",
    u"substring",
    u"symmetric",
    u"system_user",
    u"table",
    u"tablesample",
    u"then",
    u"time",
    u"timestamp",
    u"to",
    u"trailing",
    u"treat",
    u"trim",
    u"true",
    u"union",
    u"unique",
    u"user",
    u"using",
    u"values",
    u"varchar",
    u"variadic",
    u"verbose",
    u"when",
    u"where",
    u"window",
    u"with",
    u"xmlattributes",
    u"xmlconcat",
    u"xmlelement",
    u"xmlexists",
    u"xmlforest",
    u"xmlnamespaces",
    u"xmlparse",
    u"xmlpi",
    u"xmlroot",
    u"xmlserialize",
    u"xmltable",
});

/// Where the words that begin with one letter stand among the others, so that most names meet one or two.
constexpr auto firstOfLetter = [] {
    std::array<size_t, u'z' - u'a' + 2> first{};
    for (size_t letter = 0; letter < first.size(); ++letter) {
        while (first[letter] < reservedWords.size() &&
               reservedWords[first[letter]].front() < static_cast<char16_t>(u'a' + letter))
            ++first[letter];
    }
    return first;
}();

bool isReserved(std::u16string_view word)
{
    if (word.front() < u'a' || word.front() > u'z')
        return false;
    const size_t letter = word.front() - u'a';
    const auto *const words = reservedWords.data();
    return std::binary_search(words + firstOfLetter[letter], words + firstOfLetter[letter + 1], word);
}

bool isPlain(QStringView identifier)
{
    const auto small = [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; };
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (identifier.isEmpty() || !small(identifier.front()))
        return false;
    if (!std::all_of(identifier.begin(), identifier.end(), [&](QChar c) { return small(c) || digit(c); }))
        return false;
    return !isReserved({identifier.utf16(), static_cast<size_t>(identifier.size())});
}

} // namespace

QString quote(QStringView identifier)
{
    if (isPlain(identifier))
        return identifier.toString();
    return quoteAlways(identifier);
}

QString quoteAlways(QStringView identifier)
{
    return u'"' + identifier.toString().replace(u'"', u"\"\""_s) + u'"';
}

QString quote(QStringView schema, QStringView name)
{
    return schema.isEmpty() ? quote(name) : quote(schema) + u'.' + quote(name);
}

QString quoteLiteral(QStringView value)
{
    QString text = value.toString().replace(u'\'', u"''"_s);
    if (!text.contains(u'\\'))
        return u'\'' + text + u'\'';
    return u"E'"_s + text.replace(u'\\', u"\\\\"_s) + u'\'';
}

} // namespace squall

#include "core/sql/scope/scope.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestExpression = 60;

/// What a type is called once its length, its spelling and what it is made of are put aside.
QStringView family(QStringView type)
{
    struct Spelling
    {
        QStringView begin;
        QStringView family;
    };
    static constexpr Spelling spellings[] = {
        {u"int", u"number"},        {u"bigint", u"number"},  {u"smallint", u"number"},
        {u"numeric", u"number"},    {u"decimal", u"number"}, {u"real", u"number"},
        {u"double", u"number"},     {u"float", u"number"},   {u"serial", u"number"},
        {u"bigserial", u"number"},  {u"oid", u"number"},     {u"char", u"text"},
        {u"varchar", u"text"},      {u"text", u"text"},      {u"name", u"text"},
        {u"timestamp", u"instant"}, {u"date", u"instant"},   {u"bool", u"boolean"},
    };
    if (type.startsWith(u"interval") || type.endsWith(u"]") || type.startsWith(u"daterange") ||
        type.startsWith(u"int4range") || type.startsWith(u"int8range"))
        return type;
    for (const auto &[begin, name] : spellings) {
        if (type.startsWith(begin))
            return name;
    }
    return type;
}

} // namespace

bool comparesWith(const QString &left, const QString &right)
{
    return !left.isEmpty() && !right.isEmpty() && family(left) == family(right);
}

QStringList argumentsOf(const QString &arguments)
{
    QStringList parts;
    int depth = 0;
    qsizetype start = 0;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto c = arguments[i];
        depth += c == u'(' || c == u'[' ? 1 : c == u')' || c == u']' ? -1 : 0;
        if (c != u',' || depth != 0)
            continue;
        parts << arguments.mid(start, i - start).trimmed();
        start = i + 1;
    }
    const auto rest = arguments.mid(start).trimmed();
    if (!rest.isEmpty())
        parts << rest;
    return parts;
}

QStringList Scope::pathIn(Range range) const
{
    QStringList path;
    for (auto i = range.first; i < range.last; ++i) {
        const bool name = (i - range.first) % 2 == 0;
        if (name ? !(m_outline.isName(i) || (i > range.first && m_outline.isWord(i)))
                 : !m_outline.is(i, u"."))
            return {};
        if (name)
            path << m_outline.at(i).word;
    }
    return (range.last - range.first) % 2 == 1 ? path : QStringList();
}

/// Whether the name at the end of an entry is an alias without AS.
bool Scope::endsWithAlias(Range range) const
{
    const auto last = range.last;
    if (last - range.first < 2 || !m_outline.isName(last - 1))
        return false;
    const auto before = m_outline.at(last - 2).token.type;
    return before == Token::Type::Number || before == Token::Type::String ||
           before == Token::Type::QuotedIdentifier ||
           (before == Token::Type::Word && !needsQuotes(m_outline.at(last - 2).word)) ||
           m_outline.isAny(last - 2, {u")", u"]", u"end", u"null", u"true", u"false"});
}

/// The name that the server gives an expression: that of its column, of its function, …
QString Scope::givenName(Range range) const
{
    // A cast keeps the name of what it casts.
    auto end = range.first;
    while (end < range.last && !m_outline.is(end, u"::"))
        end = m_outline.after(end);
    const auto path = pathIn({range.first, std::min(end, range.last)});
    if (!path.isEmpty())
        return path.back();
    if (m_outline.is(range.first, u"case"))
        return u"case"_s;
    const bool called = m_outline.isWord(range.first) && m_outline.isOpening(range.first + 1);
    if (!called || m_outline.is(range.first, u"cast"))
        return {};
    const auto after = m_outline.after(range.first + 1);
    const bool whole = after == range.last || m_outline.isAny(after, {u"over", u"filter", u"within", u"::"});
    return whole ? m_outline.at(range.first).word : QString();
}

/// Cuts an alias off.
SelectItem Scope::item(Range range) const
{
    SelectItem item{.expression = range};
    if (range.isEmpty())
        return item;
    const auto last = range.last;
    const auto count = last - range.first;
    item.star = m_outline.is(last - 1, u"*") && (count == 1 || m_outline.is(last - 2, u"."));
    if (item.star) {
        item.starOf = count >= 3 ? m_outline.at(last - 3).word : QString();
        return item;
    }
    const bool named = m_outline.isName(last - 1) || m_outline.isWord(last - 1);
    const bool spelled = count >= 3 && m_outline.is(last - 2, u"as") && named;
    item.aliased = spelled || endsWithAlias(range);
    if (item.aliased)
        item.expression.last = last - (spelled ? 2 : 1);
    item.name = item.aliased ? m_outline.at(last - 1).word : givenName(range);
    return item;
}

std::vector<ScopeColumn> Scope::outputs(const Operand &operand, Range range)
{
    const auto entry = item(range);
    const auto visible = visibleAt(operand);
    if (!entry.star) {
        const auto path = pathIn(entry.expression);
        if (const auto *column = path.isEmpty() ? nullptr : find(path, visible))
            return {{entry.name, column->type, column->column, column->relation}};
        return {{entry.name, typeOf(entry.expression, visible)}};
    }
    std::vector<ScopeColumn> found;
    for (const auto &source : visible) {
        if (source.depth > 0 || (!entry.starOf.isEmpty() && source.name != entry.starOf))
            continue;
        for (const auto &column : source.columns) {
            const bool again = entry.starOf.isEmpty() && source.source->usingColumns.contains(column.name);
            if (!again)
                found.push_back(column);
        }
    }
    return found;
}

QString Scope::typeOf(Range range, const std::vector<ScopeSource> &sources)
{
    if (range.isEmpty() || m_depth > deepestExpression)
        return {};
    if (m_outline.isAny(range.first, {u"not", u"exists"}))
        return u"boolean"_s;
    auto sign = range.last;
    for (auto i = range.first; i < range.last && !m_outline.is(range.first, u"case");
         i = m_outline.after(i)) {
        if (m_outline.isAny(i, {u"=",   u"<>", u"<",  u">",    u"<=",    u">=", u"!=",
                                u"and", u"or", u"is", u"like", u"ilike", u"in", u"between",
                                u"@>",  u"<@", u"&&", u"@@",   u"~",     u"~*"}))
            return u"boolean"_s;
        if (m_outline.isAny(i, {u"||", u"->>", u"#>>"}))
            return u"text"_s;
        if (sign == range.last && i > range.first && m_outline.at(i).token.type == Token::Type::Operator &&
            !m_outline.is(i, u"::"))
            sign = i;
    }
    ++m_depth;
    const auto type = typeOfOperand({range.first, sign}, sources);
    --m_depth;
    return type;
}

QString Scope::typeOfOperand(Range range, const std::vector<ScopeSource> &sources)
{
    const auto first = range.first;
    for (auto i = range.last; i-- > first;) {
        if (m_outline.is(i, u"::"))
            return m_outline.text(i + 1, range.last).toString().toLower();
    }
    const auto path = pathIn(range);
    if (const auto *column = path.isEmpty() ? nullptr : find(path, sources))
        return column->type;
    if (m_outline.is(first, u"case"))
        return typeOfCase(range, sources);
    if (range.last - first == 1) {
        const auto &piece = m_outline.at(first);
        if (piece.token.type == Token::Type::String)
            return u"text"_s;
        if (piece.token.type == Token::Type::Number)
            return piece.token.in(m_outline.source()).contains(u'.') ? u"numeric"_s : u"integer"_s;
        if (m_outline.isAny(first, {u"true", u"false"}))
            return u"boolean"_s;
        if (m_outline.is(first, u"current_date"))
            return u"date"_s;
        if (m_outline.is(first, u"current_timestamp"))
            return u"timestamptz"_s;
    }
    if (m_outline.is(first, u"array") && m_outline.is(first + 1, u"["))
        return typeOf({first + 2, m_outline.at(first + 1).end}, sources) + u"[]"_s;
    if (m_outline.opensQuery(first)) {
        const auto query = std::find_if(m_syntax.queries.begin(), m_syntax.queries.end(),
                                        [&](const Query &each) { return each.range.first == first + 1; });
        const auto found = query == m_syntax.queries.end() ? std::vector<ScopeColumn>() : columns(*query);
        return found.empty() ? QString() : found.front().type;
    }
    if (m_outline.is(first, u"("))
        return typeOf({first + 1, m_outline.at(first).end}, sources);
    return typeOfCall(range, sources);
}

QString Scope::typeOfCase(Range range, const std::vector<ScopeSource> &sources)
{
    for (auto i = range.first; i < range.last; i = m_outline.after(i)) {
        if (!m_outline.is(i, u"then"))
            continue;
        auto end = i + 1;
        while (end < range.last && !m_outline.isAny(end, {u"when", u"else", u"end"}))
            end = m_outline.after(end);
        return typeOf({i + 1, end}, sources);
    }
    return {};
}

/// The result of the overload that takes what the first argument is, or else of the first one.
QString Scope::typeOfCall(Range range, const std::vector<ScopeSource> &sources)
{
    auto open = range.first;
    while (open < range.last && !m_outline.is(open, u"("))
        ++open;
    if (open == range.first || open >= range.last)
        return {};
    const auto name = m_outline.at(open - 1).word;
    Range argument{open + 1, open + 1};
    while (argument.last < m_outline.at(open).end && !m_outline.is(argument.last, u","))
        argument.last = m_outline.after(argument.last);
    if (name == u"cast") {
        for (auto i = argument.first; i < argument.last; i = m_outline.after(i)) {
            if (m_outline.is(i, u"as"))
                return m_outline.text(i + 1, argument.last).toString().toLower();
        }
    }
    if (name == u"extract")
        return u"numeric"_s;
    const auto type = typeOf(argument, sources);
    const bool passesOn = QStringList{u"coalesce"_s, u"nullif"_s, u"greatest"_s, u"least"_s}.contains(name);
    if (passesOn)
        return type;
    const auto overloads = m_catalog.routines(name);
    const Routine *chosen = overloads.empty() ? nullptr : &overloads.front();
    for (const auto &routine : overloads) {
        const auto wanted = argumentsOf(routine.arguments).value(0);
        if (wanted == type || wanted.endsWith(u' ' + type))
            chosen = &routine;
    }
    if (!chosen)
        return {};
    return chosen->result == u"anyelement" || chosen->result == u"anycompatible" ? type
           : chosen->result == u"anyarray"                                       ? type + u"[]"_s
                                                                                 : chosen->result;
}

} // namespace squall::sql

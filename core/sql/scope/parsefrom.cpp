#include "core/sql/scope/parser_p.h"

#include <algorithm>
#include <utility>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

/// Whether the words there go on after a relation, and so are never its alias.
bool goesOn(const Outline &outline, size_t at)
{
    return outline.isAny(at, {u"join", u"left", u"right", u"full", u"inner", u"cross", u"natural", u"set",
                              u"tablesample", u"when", u"values", u"overriding"});
}

bool joins(const Outline &outline, size_t at)
{
    return outline.isAny(at, {u",", u"join", u"left", u"right", u"full", u"inner", u"cross", u"natural"});
}

} // namespace

/// Reads what a FROM or USING lists; sources go to the operand as they are met.
void Parser::from(Operand &operand, Range range)
{
    auto at = range.first;
    mark(at, place(Wanted::Relation, operand));
    while (at < range.last) {
        const auto before = at;
        Source next;
        at = joinWords(operand, at, range.last, next);
        at = source(operand, at, range.last, std::move(next));
        at = joinCondition(operand, at, range.last);
        if (at < range.last && m_outline.is(at, u","))
            mark(++at, place(Wanted::Relation, operand));
        at = std::max(at, before + 1);
    }
}

/// `[NATURAL] [LEFT …] JOIN`, and LATERAL and ONLY before what is joined.
size_t Parser::joinWords(Operand &operand, size_t at, size_t last, Source &source)
{
    while (at < last &&
           m_outline.isAny(at, {u"natural", u"left", u"right", u"full", u"inner", u"cross", u"outer"})) {
        source.natural = source.natural || m_outline.is(at, u"natural");
        source.cross = source.cross || m_outline.is(at, u"cross");
        mark(++at, place(Wanted::JoinWord, operand));
    }
    if (at < last && m_outline.is(at, u"join")) {
        source.joined = true;
        auto joined = place(Wanted::Joined, operand);
        joined.named = source.natural || source.cross;
        mark(++at, joined);
    }
    while (at < last && m_outline.isAny(at, {u"lateral", u"only"})) {
        source.lateral = source.lateral || m_outline.is(at, u"lateral");
        mark(++at, place(Wanted::Relation, operand));
    }
    return at;
}

size_t Parser::endOfSource(size_t at, size_t last) const
{
    while (at < last && !joins(m_outline, at) && !m_outline.isAny(at, {u"on", u"using"}))
        at = m_outline.after(at);
    return std::min(at, last);
}

size_t Parser::source(Operand &operand, size_t at, size_t last, Source source)
{
    if (at >= last)
        return at;
    if (m_outline.is(at, u"(") && !m_outline.opensQuery(at)) {
        // Joins in parentheses, or a query whose first word is still to come.
        const Range body{at + 1, m_outline.at(at).end};
        const auto outerLevel = std::exchange(m_level, body.first);
        from(operand, body);
        m_level = outerLevel;
        return endOfSource(m_outline.after(at), last);
    }
    const auto first = at;
    const bool unwritten = at == m_outline.cursor() && m_outline.written();
    if (m_outline.is(at, u"(")) {
        source.type = Source::Type::Subquery;
        source.query =
            query({at + 1, m_outline.at(at).end}, {.outer = &operand,
                                                   .visible = source.lateral ? operand.sources.size() : 0,
                                                   .outerQuery = operand.query});
        at = m_outline.after(at);
    } else if (!unwritten) {
        at = named(operand, at, last, source);
        if (at == first)
            return at;
    }
    source.range = {first, at};
    operand.sources.push_back(std::move(source));
    if (!unwritten)
        return alias(operand, at, last);
    // A name that is still being written has its alias behind it already.
    if (at < last && m_outline.isName(at) && !goesOn(m_outline, at))
        operand.sources.back().alias = m_outline.at(at).word;
    return endOfSource(at, last);
}

/// A relation, or a function's call.
size_t Parser::named(Operand &operand, size_t at, size_t last, Source &source)
{
    at = path(at, last, source.path);
    if (source.path.isEmpty() || at >= last)
        return at;
    if (m_outline.is(at, u"(")) {
        source.type = Source::Type::Function;
        expression(operand, {Clause::From, at, {at, m_outline.at(at).end}}, operand.sources.size());
        at = m_outline.after(at);
        return m_outline.is(at, u"with") && m_outline.is(at + 1, u"ordinality") ? at + 2 : at;
    }
    return m_outline.is(at, u"*") ? at + 1 : at;
}

Place Parser::afterSource(Operand &operand, bool named) const
{
    auto next = place(Wanted::AfterRelation, operand);
    next.clause = Clause::From;
    next.source = operand.sources.size() - 1;
    next.named = named;
    return next;
}

/// `[[AS] alias] [(columns)]`, and over what else belongs to the source.
size_t Parser::alias(Operand &operand, size_t at, size_t last)
{
    const auto index = operand.sources.size() - 1;
    mark(at, afterSource(operand, false));
    if (at < last && m_outline.is(at, u"as")) {
        auto naming = afterSource(operand, false);
        naming.wanted = Wanted::NewAlias;
        mark(++at, naming);
    }
    if (at < last && m_outline.isName(at) && !goesOn(m_outline, at)) {
        operand.sources[index].alias = m_outline.at(at).word;
        mark(++at, afterSource(operand, true));
    }
    if (at < last && m_outline.is(at, u"("))
        at = columnAliases(operand, at);
    operand.sources[index].range.last = at;
    if (at < last && m_outline.is(at, u"tablesample")) {
        mark(++at, words(&operand, operand.query, {u"system ()"_s, u"bernoulli ()"_s}));
        while (at < last && m_outline.isAny(at, {u"system", u"bernoulli", u"repeatable", u"("}))
            at = m_outline.after(at);
        mark(at, afterSource(operand, true));
    }
    return endOfSource(at, last);
}

/// `(a, b)`, or `(a integer, b text)` of a function.
size_t Parser::columnAliases(Operand &operand, size_t at)
{
    auto &source = operand.sources.back();
    const Range list{at + 1, m_outline.at(at).end};
    markAll(list, place(Wanted::Nothing, operand));
    source.columns = namesIn(at);
    for (auto i = list.first; i < list.last;) {
        const auto comma = find({i, list.last}, {u","});
        source.types << m_outline.text(i + 1, comma).toString();
        if (source.type == Source::Type::Function)
            markAll({i + 1, comma}, place(Wanted::DataType, operand));
        i = comma + 1;
    }
    at = m_outline.after(at);
    mark(at, afterSource(operand, true));
    return at;
}

/// `ON …` or `USING (…)`
size_t Parser::joinCondition(Operand &operand, size_t at, size_t last)
{
    if (at >= last || operand.sources.empty())
        return at;
    const auto index = operand.sources.size() - 1;
    if (m_outline.is(at, u"on")) {
        const auto first = ++at;
        while (at < last && !joins(m_outline, at))
            at = m_outline.after(at);
        expression(operand, {Clause::From, first - 1, {first, at}}, index + 1);
        if (Range{first, at}.touches(m_outline.cursor()) && m_syntax.place.operand == &operand)
            m_syntax.place.source = index;
        return at;
    }
    if (m_outline.is(at, u"using")) {
        mark(++at, words(&operand, operand.query, {u"("_s}));
        if (at < last && m_outline.is(at, u"(")) {
            operand.sources[index].usingColumns = namesIn(at);
            auto columns = place(Wanted::UsingColumn, operand);
            columns.source = index;
            columns.range = {at + 1, m_outline.at(at).end};
            markAll(columns.range, columns);
            at = m_outline.after(at);
            auto next = afterSource(operand, true);
            next.conditioned = true;
            mark(at, next);
        }
        return endOfSource(at, last);
    }
    return at;
}

} // namespace squall::sql

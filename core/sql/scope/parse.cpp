#include "core/sql/scope/parse.h"

#include "core/sql/scope/parser_p.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

const ClauseRange *Operand::find(Clause clause) const
{
    const auto found =
        std::find_if(clauses.begin(), clauses.end(), [&](const auto &each) { return each.clause == clause; });
    return found == clauses.end() ? nullptr : &*found;
}

Syntax parseQuery(const Outline &outline, Range range)
{
    Syntax syntax;
    syntax.root = Parser(outline, syntax).query(range, {});
    return syntax;
}

void Parser::mark(size_t at, Place place)
{
    // Otherwise it stands in a bracket that nobody closed and that ends there too.
    if (at == m_outline.cursor() && m_level == m_cursorLevel)
        m_syntax.place = std::move(place);
}

void Parser::markAll(Range range, Place place)
{
    if (range.touches(m_outline.cursor()))
        m_syntax.place = std::move(place);
}

Place Parser::place(Wanted wanted, Operand &operand) const
{
    return {.wanted = wanted, .query = operand.query, .operand = &operand, .range = operand.range};
}

Place Parser::words(Operand *operand, Query *query, QStringList keywords) const
{
    return {.wanted = Wanted::Keywords, .query = query, .operand = operand, .keywords = std::move(keywords)};
}

size_t Parser::path(size_t at, size_t last, QStringList &names) const
{
    if (at >= last || !m_outline.isName(at))
        return at;
    names << m_outline.at(at++).word;
    while (at < last && m_outline.is(at, u".")) {
        ++at;
        // What stands at the cursor comes after the part that is being written there.
        if (at == m_outline.cursor())
            break;
        if (at < last && (m_outline.isName(at) || m_outline.isWord(at)))
            names << m_outline.at(at++).word;
    }
    return at;
}

QStringList Parser::namesIn(size_t open) const
{
    QStringList names;
    for (auto i = open + 1; i < m_outline.at(open).end; i = m_outline.after(i)) {
        if (m_outline.isName(i) && (i == open + 1 || m_outline.follows(i, u",")))
            names << m_outline.at(i).word;
    }
    return names;
}

size_t Parser::find(Range range, std::initializer_list<QStringView> words) const
{
    for (auto i = range.first; i < range.last; i = m_outline.after(i)) {
        if (m_outline.isAny(i, words))
            return i;
    }
    return range.last;
}

Query *Parser::query(Range range, Query context)
{
    auto &query = m_syntax.queries.emplace_back(std::move(context));
    query.range = range;
    const auto outerLevel = m_level;
    if (range.first > 0 && m_outline.isOpening(range.first - 1))
        m_level = range.first;
    markAll(range, {.wanted = Wanted::QueryStart, .query = &query, .operand = query.outer});
    auto at = range.first;
    if (m_outline.is(at, u"with"))
        at = commonTables(query, at);
    while (at < range.last) {
        at = operand(query, at);
        if (m_outline.is(at, u"select"))
            continue;
        if (!m_outline.isAny(at, {u"union", u"intersect", u"except"}))
            break;
        mark(++at, {.wanted = Wanted::SetOperand, .query = &query});
        if (m_outline.isAny(at, {u"all", u"distinct"}))
            mark(++at, {.wanted = Wanted::QueryStart, .query = &query});
    }
    m_level = outerLevel;
    return &query;
}

size_t Parser::commonTables(Query &query, size_t at)
{
    mark(++at, {.wanted = Wanted::WithName, .query = &query});
    if (m_outline.is(at, u"recursive")) {
        query.recursive = true;
        mark(++at, {.wanted = Wanted::Nothing, .query = &query});
    }
    while (at < query.range.last) {
        at = commonTable(query, at);
        if (!m_outline.is(at, u","))
            break;
        mark(++at, {.wanted = Wanted::Nothing, .query = &query});
    }
    return at;
}

size_t Parser::commonTable(Query &query, size_t at)
{
    if (!m_outline.isName(at))
        return at;
    const auto index = query.tables.size();
    query.tables.push_back({.name = m_outline.at(at).word, .range = {at, at + 1}});
    mark(++at, {.wanted = Wanted::WithAs, .query = &query});
    if (m_outline.is(at, u"(")) {
        query.tables[index].columns = namesIn(at);
        markAll({at + 1, m_outline.at(at).end}, {.wanted = Wanted::Nothing, .query = &query});
        mark(at = m_outline.after(at), {.wanted = Wanted::WithAs, .query = &query});
    }
    if (!m_outline.is(at, u"as"))
        return at;
    mark(++at, {.wanted = Wanted::WithQuery, .query = &query});
    while (m_outline.isAny(at, {u"not", u"materialized"}))
        mark(++at, {.wanted = Wanted::Nothing, .query = &query});
    if (!m_outline.is(at, u"("))
        return at;
    const Range body{at + 1, m_outline.at(at).end};
    at = m_outline.after(at);
    query.tables[index].range.last = at;
    auto *inner = this->query(body, {.outer = query.outer,
                                     .visible = query.visible,
                                     .outerQuery = &query,
                                     .visibleTables = query.recursive ? everySource : index});
    query.tables[index].query = inner;
    if (m_outline.isAny(at, {u"search", u"cycle"}))
        at = find({at, query.range.last}, {u",", u"select", u"insert", u"update", u"delete", u"merge"});
    mark(at, {.wanted = Wanted::AfterWith, .query = &query});
    return at;
}

Operand &Parser::newOperand(Query &query, Operand::Type type, Range range)
{
    auto &operand = m_syntax.operands.emplace_back(Operand{.type = type, .query = &query, .range = range});
    query.operands.push_back(&operand);
    return operand;
}

size_t Parser::endOfOperand(size_t at, size_t last) const
{
    // A second SELECT belongs to something that is not finished before it.
    return find({at, last}, {u"union", u"intersect", u"except", u"select"});
}

size_t Parser::operand(Query &query, size_t at)
{
    using Type = Operand::Type;
    struct Known
    {
        QStringView word;
        Type type;
        void (Parser::*read)(Operand &);
    };
    static constexpr Known known[] = {
        {u"select", Type::Select, &Parser::select},     {u"values", Type::Values, &Parser::values},
        {u"table", Type::Table, &Parser::tableCommand}, {u"insert", Type::Insert, &Parser::insert},
        {u"update", Type::Update, &Parser::update},     {u"delete", Type::Delete, &Parser::remove},
        {u"merge", Type::Merge, &Parser::merge},        {u"(", Type::Nested, &Parser::nested},
    };
    const auto last = query.range.last;
    for (const auto &[word, type, read] : known) {
        if (!m_outline.is(at, word))
            continue;
        const bool reads =
            type == Type::Select || type == Type::Values || type == Type::Nested || type == Type::Table;
        const auto end = reads ? endOfOperand(m_outline.after(at), last) : last;
        auto &operand = newOperand(query, type, {at, end});
        (this->*read)(operand);
        return end;
    }
    return last;
}

} // namespace squall::sql

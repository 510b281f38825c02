#include "core/sql/scope/parser_p.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

struct ClauseWord
{
    QStringView word;
    Clause clause;
};

constexpr ClauseWord clauseWords[] = {
    {u"from", Clause::From},           {u"where", Clause::Where},
    {u"group", Clause::GroupBy},       {u"having", Clause::Having},
    {u"window", Clause::Window},       {u"order", Clause::OrderBy},
    {u"limit", Clause::Limit},         {u"offset", Clause::Offset},
    {u"fetch", Clause::Fetch},         {u"for", Clause::For},
    {u"into", Clause::Into},           {u"set", Clause::Set},
    {u"returning", Clause::Returning},
};

} // namespace

/// The clauses that begin in a range, in their order.
std::vector<ClauseRange> Parser::clausesIn(Range range) const
{
    std::vector<ClauseRange> clauses;
    for (auto i = range.first; i < range.last; i = m_outline.after(i)) {
        const auto found = std::find_if(std::begin(clauseWords), std::end(clauseWords),
                                        [&](const auto &known) { return m_outline.is(i, known.word); });
        if (found == std::end(clauseWords))
            continue;
        if ((found->clause == Clause::From && m_outline.follows(i, u"distinct")) ||
            (found->clause == Clause::GroupBy && m_outline.follows(i, u"within")))
            continue;
        if (!clauses.empty())
            clauses.back().range.last = i;
        const auto first = i + (m_outline.is(i + 1, u"by") ? 2 : 1);
        clauses.push_back({found->clause, i, {first, range.last}});
    }
    return clauses;
}

void Parser::select(Operand &operand)
{
    auto first = operand.range.first + 1;
    if (m_outline.isAny(first, {u"distinct", u"all"})) {
        ++first;
        if (m_outline.is(first, u"on") && m_outline.is(first + 1, u"("))
            first = m_outline.after(first + 1);
    }
    const Range rest{first, operand.range.last};
    const auto clauses = clausesIn(rest);
    const Range list{operand.range.first + 1, clauses.empty() ? rest.last : clauses.front().keyword};
    operand.clauses.push_back({Clause::Select, operand.range.first, list});
    operand.clauses.insert(operand.clauses.end(), clauses.begin(), clauses.end());
    items(operand, {first, list.last});
    readClauses(operand);
}

void Parser::items(Operand &operand, Range range)
{
    operand.items.clear();
    auto start = range.first;
    for (auto i = range.first; i < range.last; i = m_outline.after(i)) {
        if (!m_outline.is(i, u","))
            continue;
        operand.items.push_back({start, i});
        start = i + 1;
    }
    if (start < range.last)
        operand.items.push_back({start, range.last});
}

/// FROM before all others: what it names is known in them.
void Parser::readClauses(Operand &operand)
{
    for (const auto &clause : operand.clauses) {
        if (clause.clause == Clause::From)
            from(operand, clause.range);
    }
    for (const auto &clause : operand.clauses) {
        const bool grouped = clause.clause == Clause::GroupBy || clause.clause == Clause::OrderBy;
        if (grouped && clause.range.first == clause.keyword + 1)
            mark(clause.range.first, words(&operand, operand.query, {u"by"_s}));
        else if (clause.clause == Clause::Set)
            assignments(operand, clause.range);
        else if (clause.clause == Clause::Returning)
            returning(operand, clause.range);
        else if (clause.clause != Clause::From)
            expression(operand, clause);
    }
}

void Parser::expression(Operand &operand, const ClauseRange &clause, size_t visible)
{
    markAll(clause.range, {.wanted = Wanted::Expression,
                           .query = operand.query,
                           .operand = &operand,
                           .clause = clause.clause,
                           .range = clause.range,
                           .visible = visible});
    subqueries(operand, clause.range, visible);
}

/// Reads the queries in brackets, however deep they stand.
void Parser::subqueries(Operand &operand, Range range, size_t visible)
{
    for (auto i = range.first; i < range.last; ++i) {
        if (!m_outline.opensQuery(i))
            continue;
        query({i + 1, m_outline.at(i).end},
              {.outer = &operand, .visible = visible, .outerQuery = operand.query});
        i = m_outline.after(i) - 1;
    }
}

void Parser::values(Operand &operand)
{
    const Range rows{operand.range.first + 1, operand.range.last};
    const auto clauses = clausesIn(rows);
    operand.clauses.push_back({Clause::Values,
                               operand.range.first,
                               {rows.first, clauses.empty() ? rows.last : clauses.front().keyword}});
    operand.clauses.insert(operand.clauses.end(), clauses.begin(), clauses.end());
    readClauses(operand);
}

void Parser::nested(Operand &operand)
{
    const auto open = operand.range.first;
    const Range rest{m_outline.after(open), operand.range.last};
    operand.clauses = clausesIn(rest);
    markAll(rest, {.wanted = Wanted::Expression,
                   .query = operand.query,
                   .operand = &operand,
                   .clause = Clause::Values,
                   .range = {open, rest.first}});
    readClauses(operand);
    operand.nested = query(
        {open + 1, m_outline.at(open).end},
        {.outer = operand.query->outer, .visible = operand.query->visible, .outerQuery = operand.query});
}

void Parser::tableCommand(Operand &operand)
{
    Source source;
    const auto first = operand.range.first + 1;
    const auto end = path(first, operand.range.last, source.path);
    markAll({first, operand.range.last}, place(Wanted::Relation, operand));
    source.range = {first, end};
    if (!source.path.isEmpty())
        operand.sources.push_back(source);
}

void Parser::returning(Operand &operand, Range range)
{
    items(operand, range);
    expression(operand, {Clause::Returning, range.first - 1, range});
}

} // namespace squall::sql

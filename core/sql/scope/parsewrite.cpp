#include "core/sql/scope/parser_p.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

/// `[ONLY] name [*] [[AS] alias]`
size_t Parser::target(Operand &operand, size_t at, Wanted after)
{
    const auto last = operand.range.last;
    mark(at, place(Wanted::Target, operand));
    if (m_outline.is(at, u"only"))
        mark(++at, place(Wanted::Target, operand));
    if (at == m_outline.cursor() && m_outline.written())
        return at;
    Source source;
    const auto first = at;
    at = path(at, last, source.path);
    if (source.path.isEmpty())
        return at;
    if (m_outline.is(at, u"*"))
        ++at;
    mark(at, place(after, operand));
    if (m_outline.is(at, u"as"))
        mark(++at, place(Wanted::Nothing, operand));
    if (m_outline.isName(at) &&
        !m_outline.isAny(at, {u"set", u"overriding", u"values", u"select", u"default"})) {
        source.alias = m_outline.at(at).word;
        mark(++at, place(after, operand));
    }
    source.range = {first, at};
    operand.sources.push_back(std::move(source));
    operand.hasTarget = true;
    return at;
}

size_t Parser::insertColumns(Operand &operand, size_t at, size_t last)
{
    const bool columns = at < last && m_outline.is(at, u"(") && !m_outline.opensQuery(at);
    if (!columns)
        return at;
    operand.insertColumns = namesIn(at);
    auto list = place(Wanted::InsertColumn, operand);
    list.range = {at + 1, m_outline.at(at).end};
    markAll(list.range, list);
    at = m_outline.after(at);
    mark(at, place(Wanted::AfterInsertColumns, operand));
    return at;
}

void Parser::insert(Operand &operand)
{
    auto at = operand.range.first + 1;
    const auto last = operand.range.last;
    mark(at, words(&operand, operand.query, {u"into"_s}));
    if (!m_outline.is(at, u"into"))
        return;
    at = target(operand, at + 1, Wanted::AfterInsertTarget);
    at = insertColumns(operand, at, last);
    if (m_outline.is(at, u"overriding")) {
        mark(at + 1, words(&operand, operand.query, {u"system value"_s, u"user value"_s}));
        mark(at + 2, words(&operand, operand.query, {u"value"_s}));
        at = std::min(at + 3, last);
        mark(at, words(&operand, operand.query, {u"values"_s, u"select"_s}));
    }
    const auto returns = find({at, last}, {u"returning"});
    const auto conflicts = find({at, returns}, {u"on"});
    if (m_outline.is(at, u"default")) {
        mark(at + 1, words(&operand, operand.query, {u"values"_s}));
        mark(at + 2, place(Wanted::AfterConflict, operand));
    } else if (at < conflicts) {
        operand.nested = query({at, conflicts}, {.outer = operand.query->outer,
                                                 .visible = operand.query->visible,
                                                 .outerQuery = operand.query,
                                                 .fills = &operand});
    }
    if (conflicts < returns)
        conflict(operand, {conflicts + 1, returns});
    if (returns < last)
        returning(operand, {returns + 1, last});
}

void Parser::conflict(Operand &operand, Range range)
{
    auto at = range.first;
    mark(at, words(&operand, operand.query, {u"conflict"_s}));
    if (!m_outline.is(at, u"conflict"))
        return;
    operand.clauses.push_back({Clause::Conflict, at, {at + 1, range.last}});
    mark(++at, place(Wanted::AfterConflict, operand));
    const auto action = find({at, range.last}, {u"do"});
    if (m_outline.is(at, u"(")) {
        auto columns = place(Wanted::ConflictTarget, operand);
        columns.range = {at + 1, m_outline.at(at).end};
        markAll(columns.range, columns);
        mark(at = m_outline.after(at),
             words(&operand, operand.query, {u"do update set"_s, u"do nothing"_s, u"where"_s}));
        if (m_outline.is(at, u"where"))
            expression(operand, {Clause::Where, at, {at + 1, action}}, 1);
    } else if (m_outline.is(at, u"on")) {
        mark(++at, words(&operand, operand.query, {u"constraint"_s}));
        mark(++at, place(Wanted::ConflictConstraint, operand));
        mark(++at, words(&operand, operand.query, {u"do update set"_s, u"do nothing"_s}));
    }
    if (action >= range.last)
        return;
    mark(action + 1, words(&operand, operand.query, {u"update set"_s, u"nothing"_s}));
    if (!m_outline.is(action + 1, u"update"))
        return mark(action + 2, words(&operand, operand.query, {u"returning"_s}));
    mark(action + 2, words(&operand, operand.query, {u"set"_s}));
    Source excluded;
    excluded.path = operand.sources.empty() ? QStringList() : operand.sources.front().path;
    excluded.alias = u"excluded"_s;
    operand.sources.push_back(excluded);
    const auto where = find({action, range.last}, {u"where"});
    if (m_outline.is(action + 2, u"set"))
        assignments(operand, {action + 3, where});
    if (where < range.last)
        expression(operand, {Clause::Where, where, {where + 1, range.last}});
}

void Parser::update(Operand &operand)
{
    const auto at = target(operand, operand.range.first + 1, Wanted::AfterTarget);
    operand.clauses = clausesIn({at, operand.range.last});
    readClauses(operand);
}

/// DELETE
void Parser::remove(Operand &operand)
{
    auto at = operand.range.first + 1;
    mark(at, words(&operand, operand.query, {u"from"_s}));
    if (!m_outline.is(at, u"from"))
        return;
    at = target(operand, at + 1, Wanted::AfterTarget);
    operand.clauses = clausesIn({at, operand.range.last});
    if (m_outline.is(at, u"using")) {
        const auto end = operand.clauses.empty() ? operand.range.last : operand.clauses.front().keyword;
        operand.clauses.insert(operand.clauses.begin(), {Clause::From, at, {at + 1, end}});
    }
    readClauses(operand);
}

/// `a = …, (b, c) = …`
void Parser::assignments(Operand &operand, Range range)
{
    expression(operand, {Clause::Set, range.first - 1, range});
    auto first = range.first;
    while (first <= range.last) {
        const auto comma = find({first, range.last}, {u","});
        const auto sign = find({first, comma}, {u"="});
        auto column = place(Wanted::SetColumn, operand);
        column.clause = Clause::Set;
        column.range = range;
        mark(first, column);
        if (m_outline.is(first, u"(") && m_outline.at(first).end >= m_outline.cursor())
            markAll({first + 1, m_outline.at(first).end}, column);
        else if (first < comma && m_outline.after(first) == sign)
            mark(sign, words(&operand, operand.query, {u"="_s}));
        first = comma + 1;
    }
}

void Parser::merge(Operand &operand)
{
    auto at = operand.range.first + 1;
    const auto last = operand.range.last;
    mark(at, words(&operand, operand.query, {u"into"_s}));
    if (!m_outline.is(at, u"into"))
        return;
    at = target(operand, at + 1, Wanted::AfterMergeTarget);
    if (!m_outline.is(at, u"using"))
        return;
    mark(++at, place(Wanted::Relation, operand));
    at = source(operand, at, last, {.joined = true});
    if (m_outline.is(at, u"on")) {
        const auto when = find({at, last}, {u"when"});
        expression(operand, {Clause::MergeOn, at, {at + 1, when}});
        if (Range{at + 1, when}.touches(m_outline.cursor()) && m_syntax.place.operand == &operand)
            m_syntax.place.source = 1;
        at = when;
    }
    const auto returns = find({at, last}, {u"returning"});
    while (at < returns && m_outline.is(at, u"when")) {
        // CASE has a WHEN too, but its THEN is not followed by an action.
        auto next = find({at + 1, returns}, {u"when"});
        mergeWhen(operand, {at + 1, next});
        at = next;
    }
    if (returns < last)
        returning(operand, {returns + 1, last});
}

/// `[NOT] MATCHED [BY …] [AND condition] THEN action`
void Parser::mergeWhen(Operand &operand, Range range)
{
    mark(range.first, words(&operand, operand.query,
                            {u"matched then"_s, u"not matched then"_s, u"matched and"_s, u"not matched and"_s,
                             u"not matched by source then"_s}));
    const auto matched = find(range, {u"matched"});
    if (matched == range.last)
        return mark(range.first + 1, words(&operand, operand.query, {u"matched then"_s, u"matched and"_s}));
    mark(matched + 1, words(&operand, operand.query, {u"then"_s, u"and"_s, u"by source"_s, u"by target"_s}));
    const auto then = find(range, {u"then"});
    const auto condition = find({matched, then}, {u"and"});
    if (condition < then)
        expression(operand, {Clause::Where, condition, {condition + 1, then}});
    if (then == range.last)
        return;
    auto at = then + 1;
    const bool isNew = m_outline.is(range.first, u"not");
    mark(at, words(&operand, operand.query,
                   isNew ? QStringList{u"insert"_s, u"do nothing"_s}
                         : QStringList{u"update set"_s, u"delete"_s, u"do nothing"_s}));
    if (m_outline.is(at, u"update")) {
        mark(at + 1, words(&operand, operand.query, {u"set"_s}));
        if (m_outline.is(at + 1, u"set"))
            assignments(operand, {at + 2, range.last});
    } else if (m_outline.is(at, u"insert")) {
        mark(++at, place(Wanted::AfterInsertTarget, operand));
        at = insertColumns(operand, at, range.last);
        if (m_outline.is(at, u"values"))
            expression(operand, {Clause::Values, at, {at + 1, range.last}});
    }
    if (at < range.last && m_outline.isAny(range.last - 1, {u"delete", u"nothing"}))
        mark(range.last, words(&operand, operand.query,
                               {u"when matched then"_s, u"when not matched then"_s, u"returning"_s}));
}

} // namespace squall::sql

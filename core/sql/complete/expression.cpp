#include "core/sql/complete/completer_p.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

constexpr int spelledOut = 100; ///< nothing else could follow

bool isCondition(Clause clause)
{
    return clause == Clause::Where || clause == Clause::Having || clause == Clause::From ||
           clause == Clause::MergeOn;
}

} // namespace

void Completer::offerExpression()
{
    auto place = expressionPlace();
    if (offerSpecial(place) || offerInBracket(place))
        return;
    if (place.operandDue)
        offerOperands(place);
    else
        offerOperators(place);
}

/// Where the word before leaves little choice.
bool Completer::offerSpecial(const ExpressionPlace &place)
{
    const auto before = [&](std::initializer_list<QStringView> words) {
        return m_at > place.first && m_outline.isAnyBefore(m_at, words);
    };
    const bool inCast = !place.brackets.empty() && place.brackets.back().name == u"cast";
    // `count(*`
    const bool whole = before({u"*"}) && m_at - 1 == place.first && !place.brackets.empty();
    if (whole)
        return true;
    if (before({u"::"}) || (inCast && before({u"as"}))) {
        offerTypes({});
    } else if (before({u"as"})) {
        if (m_place.clause == Clause::Window)
            m_offers.keywords({u"()"}, spelledOut);
    } else if (before({u"is"})) {
        m_offers.keywords({u"null", u"not null", u"true", u"false", u"not true", u"not false",
                           u"distinct from", u"not distinct from", u"unknown", u"json"},
                          spelledOut);
    } else if (before({u"not"}) && m_at - 1 > place.begin && m_outline.follows(m_at - 1, u"is")) {
        m_offers.keywords({u"null", u"true", u"false", u"distinct from", u"unknown"}, spelledOut);
    } else if (before({u"not"}) && m_at - 1 > place.begin && endsOperand(m_at - 2)) {
        m_offers.keywords({u"in ()", u"like", u"ilike", u"between", u"similar to"}, spelledOut);
    } else if (before({u"nulls"})) {
        m_offers.keywords({u"first", u"last"}, spelledOut);
    } else if (before({u"distinct"}) && m_at > 1 && m_outline.isAny(m_at - 2, {u"is", u"not"})) {
        m_offers.keywords({u"from"}, spelledOut);
    } else if (before({u"similar"})) {
        m_offers.keywords({u"to"}, spelledOut);
    } else if (before({u"at"}) && m_at > 1 && endsOperand(m_at - 2)) {
        m_offers.keywords({u"time zone"}, spelledOut);
    } else if (before({u"over"})) {
        m_offers.keywords({u"()"}, spelledOut);
    } else if (before({u"filter"})) {
        m_offers.keywords({u"(where )"}, spelledOut);
    } else if (before({u"within"})) {
        m_offers.keywords({u"group (order by )"}, spelledOut);
    } else if (before({u"current"}) && m_place.clause == Clause::Where) {
        m_offers.keywords({u"of"}, spelledOut);
    } else {
        return offerClauseWords(place);
    }
    return true;
}

void Completer::offerLimits(size_t count)
{
    const auto clause = m_place.clause;
    if (clause == Clause::Fetch && count > 0)
        m_offers.keywords({u"rows only", u"row only", u"rows with ties"}, 60);
    else if (clause == Clause::Fetch)
        m_offers.keywords({u"first", u"next", u"first row only"}, 60);
    else if (clause == Clause::Limit && count == 0)
        m_offers.keywords({u"all"}, 60);
    else if (clause == Clause::Offset && count > 0)
        m_offers.keywords({u"rows"}, 60);
    if (clause != Clause::Fetch && count > 0)
        offerFollowing(clause, 80);
}

/// Clauses that hold more words than expressions.
bool Completer::offerClauseWords(const ExpressionPlace &place)
{
    const auto count = m_at - std::min(m_at, m_place.range.first);
    switch (m_place.clause) {
    case Clause::Limit:
    case Clause::Offset:
    case Clause::Fetch: offerLimits(count); return true;
    case Clause::For:
        if (m_outline.follows(m_at, u"of")) {
            for (const auto &source : visible())
                m_offers.add(source.name, 60, {Type::Alias, quote(source.name)});
        } else if (count == 0) {
            m_offers.keywords({u"update", u"share", u"no key update", u"key share"}, 60);
        } else {
            m_offers.keywords({u"of", u"nowait", u"skip locked"}, 60);
        }
        return true;
    case Clause::Into:
        if (count > 0)
            offerFollowing(Clause::Select, 80);
        return true;
    case Clause::Values:
        if (!place.brackets.empty())
            return false;
        if (count == 0 || m_outline.follows(m_at, u","))
            m_offers.keywords({u"()"}, 60);
        else
            offerFollowing(m_place.clause, 80);
        return true;
    case Clause::Window:
        if (place.brackets.empty())
            m_offers.keywords(count == 1 ? std::initializer_list<QStringView>{u"as ()"}
                                         : std::initializer_list<QStringView>{},
                              60);
        if (place.brackets.empty() && count > 2)
            offerFollowing(Clause::Window, 80);
        return place.brackets.empty();
    default: return false;
    }
}

/// Brackets with a grammar of their own: windows, aggregates' conditions and orders, fields of dates.
bool Completer::offerInBracket(const ExpressionPlace &place)
{
    if (place.brackets.empty())
        return false;
    const auto &bracket = place.brackets.back();
    const bool first = m_at == place.first;
    if (bracket.name == u"filter" && first) {
        m_offers.keywords({u"where"}, spelledOut);
        return true;
    }
    if (bracket.name == u"extract" && first) {
        m_offers.keywords({u"year from", u"month from", u"day from", u"hour from", u"minute from",
                           u"second from", u"epoch from", u"dow from", u"isodow from", u"doy from",
                           u"week from", u"quarter from", u"decade from", u"century from", u"isoyear from",
                           u"timezone from"},
                          spelledOut);
        return true;
    }
    if (bracket.name == u"extract" && m_at == place.first + 1) {
        m_offers.keywords({u"from"}, spelledOut);
        return true;
    }
    const bool window = bracket.name == u"over" || m_place.clause == Clause::Window;
    return (window || bracket.name == u"group") && offerInWindow(place, window);
}

/// Between the brackets of OVER, of WITHIN GROUP, or of a named window.
bool Completer::offerInWindow(const ExpressionPlace &place, bool window)
{
    const bool first = m_at == place.first;
    if (m_outline.isAnyBefore(m_at, {u"partition", u"order"})) {
        m_offers.keywords({u"by"}, spelledOut);
        return true;
    }
    const bool frame = m_outline.isAnyBefore(m_at, {u"rows", u"range", u"groups", u"between"}) ||
                       (m_outline.follows(m_at, u"and") && place.operandDue);
    if (frame) {
        m_offers.keywords({u"between", u"unbounded preceding", u"current row", u"unbounded following"},
                          spelledOut);
        return true;
    }
    if (first && window) {
        m_offers.keywords({u"partition by", u"order by", u"rows between", u"range between"}, 60);
        return true;
    }
    if (first)
        m_offers.keywords({u"order by"}, spelledOut);
    else if (!place.operandDue)
        m_offers.keywords(
            {u"asc", u"desc", u"order by", u"nulls last", u"nulls first", u"rows between", u"range between"},
            90);
    return first;
}

/// What goes on after a value.
void Completer::offerOperators(const ExpressionPlace &place)
{
    const auto clause = m_place.clause;
    for (const auto &word : place.caseWords)
        m_offers.keyword(word, spelledOut);
    const auto *called = callBefore();
    const bool condition = isCondition(clause) || place.caseWords.contains(u"then"_s) ||
                           (!place.brackets.empty() && m_outline.is(place.first, u"where"));
    const int signs = place.compared ? 50 : condition ? 92 : 60;
    if (place.compared)
        m_offers.keywords({u"and", u"or"}, 95);
    for (int weight = signs; const QStringView sign : {u"=", u"<>", u"<", u"<=", u">", u">="})
        m_offers.add(sign.toString(), weight--, {Type::Operator, sign.toString()});
    m_offers.keywords({u"is null", u"in ()", u"is not null", u"like", u"ilike", u"between", u"not in ()",
                       u"is distinct from", u"not like", u"not ilike", u"not between", u"is true",
                       u"is false", u"is not distinct from"},
                      signs - 6);
    if (!place.compared)
        m_offers.keywords({u"and", u"or"}, condition ? 62 : 20);
    for (int weight = signs - 20; const QStringView sign : {u"||", u"+", u"-", u"*", u"/", u"::", u"->>",
                                                            u"->", u"@>", u"<@", u"&&", u"~", u"~*", u"%"})
        m_offers.add(sign.toString(), weight--, {Type::Operator, sign.toString()});
    m_offers.keywords({u"at time zone", u"collate", u"similar to"}, 25);
    if (called && called->type != Routine::Type::Function)
        m_offers.keywords({u"over ()", u"filter (where )", u"within group (order by )"}, 80);
    if (!place.brackets.empty()) {
        m_offers.keywords({u"as"}, place.brackets.back().name == u"cast" ? spelledOut : 0);
        if (!place.brackets.back().name.isEmpty())
            m_offers.keywords({u"order by"}, 30);
        return;
    }
    offerContinuation(clause, place.compared);
}

/// What goes on after an expression that nothing has to follow.
void Completer::offerContinuation(Clause clause, bool compared)
{
    switch (clause) {
    case Clause::Select:
    case Clause::Returning:
        m_offers.keywords({u"as"}, 85);
        offerFollowing(clause, 91);
        break;
    case Clause::OrderBy:
        m_offers.keywords({u"desc", u"asc", u"nulls last", u"nulls first"}, 95);
        offerFollowing(clause, 80);
        break;
    case Clause::From:
        m_offers.keywords({u"join", u"left join"}, compared ? 85 : 55);
        offerFollowing(clause, compared ? 83 : 53);
        m_offers.keywords({u"inner join", u"right join", u"full join", u"cross join"}, compared ? 55 : 40);
        break;
    default: offerFollowing(clause, compared || !isCondition(clause) ? 85 : 55);
    }
}

/// The function whose call ends before the cursor.
const Routine *Completer::callBefore() const
{
    if (!m_outline.follows(m_at, u")"))
        return nullptr;
    for (auto i = m_at - 1; i-- > 1;) {
        if (m_outline.is(i, u"(") && m_outline.at(i).closed && m_outline.at(i).end == m_at - 1) {
            const auto overloads = m_catalog.routines(m_outline.at(i - 1).word);
            return overloads.empty() ? nullptr : &overloads.front();
        }
    }
    return nullptr;
}

} // namespace squall::sql

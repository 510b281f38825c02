#include "core/sql/complete/completer_p.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

constexpr std::initializer_list<QStringView> comparisons = {
    u"=", u"<>", u"!=", u"<", u">", u"<=", u">=", u"like", u"ilike", u"~", u"~*", u"@>", u"<@", u"&&"};

/// Reserved words that are values, or end one.
bool isValueWord(const Outline &outline, size_t at)
{
    return outline.isAny(at, {u"null",
                              u"true",
                              u"false",
                              u"end",
                              u"current_date",
                              u"current_time",
                              u"current_timestamp",
                              u"current_user",
                              u"session_user",
                              u"user",
                              u"localtime",
                              u"localtimestamp",
                              u"default",
                              u"isnull",
                              u"notnull",
                              u"asc",
                              u"desc",
                              u"current_role",
                              u"current_schema",
                              u"current_catalog"});
}

} // namespace

/// Whether an expression could end with the piece there.
bool Completer::endsOperand(size_t at) const
{
    const auto &piece = m_outline.at(at);
    switch (piece.token.type) {
    case Token::Type::String:
    case Token::Type::Number:
    case Token::Type::Parameter:
    case Token::Type::QuotedIdentifier: return true;
    case Token::Type::Punctuation: break;
    case Token::Type::Operator:
        // `*` that stands for all columns
        return piece.word == u"*" && at > 0 &&
               m_outline.isAny(at - 1, {u"select", u".", u",", u"returning", u"distinct"});
    case Token::Type::Word:
        if (m_outline.isAny(at, {u"escape", u"zone", u"by", u"filter", u"over", u"within"}))
            return false;
        return isValueWord(m_outline, at) || m_outline.follows(at, u".") || !needsQuotes(piece.word);
    default: return false;
    }
    if (piece.word == u"]")
        return true;
    if (piece.word != u")")
        return false;
    for (size_t i = 0; i < at; ++i) {
        if (m_outline.isOpening(i) && m_outline.at(i).closed && m_outline.at(i).end == at)
            return !(m_outline.follows(i, u"on") && i > 1 && m_outline.is(i - 2, u"distinct"));
    }
    return true;
}

ExpressionPlace Completer::expressionPlace()
{
    ExpressionPlace place{.brackets = {}, .first = m_place.range.first, .begin = m_place.range.first};
    for (auto i = place.first; i < m_at;) {
        const bool inside = m_outline.isOpening(i) && m_at <= m_outline.at(i).end;
        if (inside) {
            place.brackets.push_back({i, i > 0 ? m_outline.at(i - 1).word : QString()});
            place.first = place.begin = i + 1;
        } else if (m_outline.is(i, u",")) {
            place.begin = i + 1;
            if (!place.brackets.empty())
                ++place.brackets.back().argument;
        }
        i = inside ? i + 1 : m_outline.after(i);
    }
    const bool listed = m_place.clause == Clause::Select && place.brackets.empty();
    if (listed && m_outline.isAny(place.begin, {u"distinct", u"all"}))
        ++place.begin;
    place.operandDue = m_at <= place.begin || !endsOperand(m_at - 1);
    findComparison(place);
    findCase(place);
    return place;
}

/// What stands on the other side of a comparison that goes on at the cursor.
void Completer::findComparison(ExpressionPlace &place)
{
    auto start = place.begin;
    size_t sign = 0;
    const auto scan = [&](size_t first, size_t last) {
        start = first;
        sign = 0;
        for (auto i = first; i < last; i = m_outline.after(i)) {
            if (m_outline.isAny(i, {u"and", u"or", u"when", u"then", u"else", u"where", u"on", u"having"}) &&
                !(m_outline.is(i, u"and") && sign > 0 && m_outline.is(sign, u"between"))) {
                start = i + 1;
                sign = 0;
            } else if (sign == 0 &&
                       (m_outline.isAny(i, comparisons) || m_outline.isAny(i, {u"between", u"in", u"is"}))) {
                sign = i;
            }
        }
    };
    scan(place.begin, m_at);
    place.compared = sign > 0 && !place.operandDue;
    if (sign == 0 && !place.brackets.empty()) {
        const auto &bracket = place.brackets.back();
        const bool outer = place.brackets.size() > 1;
        const auto outside = outer ? place.brackets[place.brackets.size() - 2].open + 1 : m_place.range.first;
        if (bracket.name == u"in" || bracket.name == u"any" || bracket.name == u"all")
            scan(outside, bracket.open);
    }
    if (sign == 0 || m_outline.is(sign, u"is"))
        return;
    auto end = sign;
    if (m_outline.follows(end, u"not"))
        --end;
    while (m_outline.is(start, u"not"))
        ++start;
    const auto path = m_scope.pathIn({start, end});
    place.other = m_scope.find(path, visible());
    place.otherType = place.other ? place.other->type : m_scope.typeOf({start, end}, visible());
}

/// The words that an open CASE goes on with.
void Completer::findCase(ExpressionPlace &place) const
{
    std::vector<size_t> open;
    QStringList states;
    for (auto i = place.begin; i < m_at; i = m_outline.after(i)) {
        if (m_outline.is(i, u"case")) {
            states << u"case"_s;
            open.push_back(i);
        } else if (!states.isEmpty() && m_outline.is(i, u"end")) {
            states.removeLast();
            open.pop_back();
        } else if (!states.isEmpty() && m_outline.isAny(i, {u"when", u"then", u"else"})) {
            states.last() = m_outline.at(i).word;
        }
    }
    if (states.isEmpty())
        return;
    place.caseAt = open.back();
    if (states.last() == u"case")
        place.caseWords = QStringList{u"when"_s};
    else if (states.last() == u"when")
        place.caseWords = QStringList{u"then"_s};
    else if (states.last() == u"then")
        place.caseWords = QStringList{u"when"_s, u"else"_s, u"end"_s};
    else
        place.caseWords = QStringList{u"end"_s};
}

} // namespace squall::sql

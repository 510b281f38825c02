#include "core/sql/scope/outline.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;
using Type = Token::Type;

namespace {

/// Whether somebody is still writing the token that ends at the cursor, or stands in it.
bool isBeingWritten(const Token &token, QStringView text, qsizetype cursor)
{
    if (cursor <= token.start || cursor > token.end())
        return false;
    switch (token.type) {
    case Type::Word:
    case Type::Number:
    case Type::Parameter: return true;
    case Type::Comment: return cursor < token.end() || !token.finished || token.in(text).startsWith(u"--");
    case Type::QuotedIdentifier:
    case Type::String: return cursor < token.end() || !token.finished;
    default: return false;
    }
}

} // namespace

bool needsQuotes(const QString &word)
{
    const bool plain = std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
    return plain && quote(word) != word;
}

QString foldedName(const Token &token, QStringView text)
{
    const auto raw = token.in(text);
    if (token.type == Type::Word)
        return raw.toString().toLower();
    if (token.type != Type::QuotedIdentifier || !raw.startsWith(u'"'))
        return {};
    return raw.mid(1, raw.size() - (token.finished ? 2 : 1)).toString().replace(u"\"\""_s, u"\""_s);
}

Outline::Outline(QStringView text, const std::vector<Token> &tokens, qsizetype cursor)
    : m_text(text)
{
    for (const auto &token : tokens) {
        if (isBeingWritten(token, text, cursor)) {
            m_written = token;
            m_cursor = m_pieces.size();
        } else if (token.isSignificant()) {
            add(token);
            if (token.end() <= cursor)
                m_cursor = m_pieces.size();
        }
    }
    matchBrackets();
}

void Outline::add(const Token &token)
{
    Piece piece{.token = token, .word = {}};
    switch (token.type) {
    case Type::Word:
    case Type::QuotedIdentifier: piece.word = foldedName(token, m_text); break;
    case Type::Operator:
    case Type::Punctuation: piece.word = token.in(m_text).toString(); break;
    default: break;
    }
    m_pieces.push_back(std::move(piece));
}

void Outline::close(size_t index)
{
    m_pieces[m_open.back()].end = index;
    m_open.pop_back();
}

/// Whether a clause begins there that a call, which is still open, cannot have inside.
bool Outline::endsCall(size_t index) const
{
    const auto open = m_open.back();
    if (!is(open, u"(") || opensQuery(open) || index == open + 1)
        return is(open, u"(") && !opensQuery(open) && is(index, u"from") && open > 0 &&
               !isAny(open - 1, {u"trim", u"extract", u"substring"});
    if (isAny(index, {u"having", u"limit", u"union", u"intersect", u"except", u"returning"}))
        return true;
    if (is(index, u"where"))
        return !follows(index, u"(");
    if (is(index, u"group"))
        return !follows(index, u"within");
    return is(index, u"from") && !follows(index, u"distinct") &&
           !(open > 0 && isAny(open - 1, {u"extract", u"substring", u"trim", u"overlay"}));
}

void Outline::matchBrackets()
{
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        while (!m_open.empty() && endsCall(i))
            close(i);
        if (is(i, u")") || is(i, u"]")) {
            // A bracket of the other kind in between was never closed.
            const auto opening = is(i, u")") ? u"("_s : u"["_s;
            const auto fits = [&](size_t open) { return m_pieces[open].word == opening; };
            if (std::any_of(m_open.begin(), m_open.end(), fits)) {
                while (!fits(m_open.back()))
                    close(i);
                m_pieces[m_open.back()].closed = true;
                close(i);
            }
        }
        if (isOpening(i))
            m_open.push_back(i);
    }
    while (!m_open.empty())
        close(m_pieces.size());
}

bool Outline::is(size_t index, QStringView word) const
{
    return index < m_pieces.size() && m_pieces[index].token.type != Type::QuotedIdentifier &&
           m_pieces[index].word == word;
}

bool Outline::isAny(size_t index, std::initializer_list<QStringView> words) const
{
    return std::any_of(words.begin(), words.end(), [&](QStringView word) { return is(index, word); });
}

bool Outline::isAnyBefore(size_t index, std::initializer_list<QStringView> words) const
{
    return index > 0 && isAny(index - 1, words);
}

bool Outline::isWord(size_t index) const
{
    return index < m_pieces.size() && m_pieces[index].token.type == Type::Word;
}

bool Outline::isName(size_t index) const
{
    if (index >= m_pieces.size())
        return false;
    const auto &piece = m_pieces[index];
    return piece.token.type == Type::QuotedIdentifier ||
           (piece.token.type == Type::Word && !needsQuotes(piece.word));
}

bool Outline::opensQuery(size_t index) const
{
    if (!is(index, u"("))
        return false;
    auto first = index + 1;
    while (is(first, u"("))
        ++first;
    return isAny(first, {u"select", u"with", u"values", u"insert", u"update", u"delete", u"merge", u"table"});
}

size_t Outline::after(size_t index) const
{
    if (!isOpening(index))
        return index + 1;
    const auto &bracket = m_pieces[index];
    return std::max(index + 1, bracket.end + (bracket.closed ? 1 : 0));
}

size_t Outline::level(size_t place) const
{
    size_t level = 0;
    for (size_t i = 0; i < place;) {
        const bool holds = isOpening(i) && place <= m_pieces[i].end;
        if (holds)
            level = i + 1;
        i = holds ? i + 1 : after(i);
    }
    return level;
}

QStringView Outline::text(size_t first, size_t last) const
{
    if (first >= last || first >= m_pieces.size())
        return {};
    const auto start = m_pieces[first].token.start;
    return m_text.mid(start, m_pieces[std::min(last, m_pieces.size()) - 1].token.end() - start);
}

} // namespace squall::sql

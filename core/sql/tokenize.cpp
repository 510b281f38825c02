#include "core/sql/tokenize.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;
using Type = Token::Type;

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f' || c == u'\v';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Every character beyond ASCII counts as a letter, whatever Unicode says about it.
bool startsWord(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c.unicode() >= 0x80;
}

bool continuesWord(QChar c)
{
    return startsWord(c) || isDigit(c) || c == u'$';
}

bool isOperator(QChar c)
{
    return QStringView(u"+-*/<>=~!@#%^&|`?").contains(c);
}

template<typename Test>
void skip(QStringView text, qsizetype &at, Test test)
{
    while (at < text.size() && test(text[at]))
        ++at;
}

} // namespace

Tokenizer::Tokenizer(QStringView text, qsizetype from)
    : m_text(text)
    , m_at(from)
{
}

QChar Tokenizer::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
}

Token Tokenizer::next()
{
    const auto start = m_at;
    m_finished = true;
    const auto type = cut();
    const Token token{type, start, m_at - start, m_finished};
    noteContinuation(token);
    return token;
}

/// Between the parts of a string there are only blanks and comments to the end of a line.
void Tokenizer::noteContinuation(const Token &token)
{
    const auto text = token.in(m_text);
    if (token.type == Type::String)
        m_continuation = text.front() == u'$' ? Continuation::None : Continuation::SameLine;
    else if (token.type == Type::Comment ? text.front() != u'-' : token.type != Type::Space)
        m_continuation = Continuation::None;
    else if (m_continuation == Continuation::SameLine && (text.contains(u'\n') || text.contains(u'\r')))
        m_continuation = Continuation::LaterLine;
}

Type Tokenizer::cut()
{
    const auto c = peek();
    if (isSpace(c)) {
        skip(m_text, m_at, isSpace);
        return Type::Space;
    }
    if (isNext(u"--")) {
        skip(m_text, m_at, [](QChar each) { return each != u'\n' && each != u'\r'; });
        return Type::Comment;
    }
    if (isNext(u"/*"))
        return blockComment();
    if (startsWord(c))
        return word();
    if (c == u'\'')
        return string(m_escapes && m_continuation == Continuation::LaterLine);
    if (c == u'"')
        return quoted(u'"', false, Type::QuotedIdentifier);
    if (c == u'$')
        return dollar();
    if (isDigit(c) || (c == u'.' && isDigit(peek(1))))
        return number();
    return symbol();
}

Type Tokenizer::blockComment()
{
    int depth = 0;
    while (m_at < m_text.size()) {
        if (isNext(u"/*")) {
            ++depth;
            m_at += 2;
        } else if (isNext(u"*/")) {
            m_at += 2;
            if (--depth == 0)
                return Type::Comment;
        } else {
            ++m_at;
        }
    }
    m_finished = false;
    return Type::Comment;
}

/// A word, unless its letters turn out to be the prefix of a string or an identifier.
Type Tokenizer::word()
{
    const auto c = peek().toLower();
    if (peek(1) == u'\'' && QStringView(u"ebxn").contains(c)) {
        ++m_at;
        return string(c == u'e');
    }
    if (c == u'u' && peek(1) == u'&' && (peek(2) == u'\'' || peek(2) == u'"')) {
        m_at += 2;
        return peek() == u'"' ? quoted(u'"', false, Type::QuotedIdentifier) : string(false);
    }
    skip(m_text, m_at, continuesWord);
    return Type::Word;
}

Type Tokenizer::string(bool escapes)
{
    m_escapes = escapes;
    return quoted(u'\'', escapes, Type::String);
}

Type Tokenizer::quoted(QChar mark, bool escapes, Type type)
{
    ++m_at;
    while (m_at < m_text.size()) {
        if (escapes && peek() == u'\\') {
            m_at = std::min(m_at + 2, m_text.size());
        } else if (peek() != mark) {
            ++m_at;
        } else if (peek(1) == mark) {
            m_at += 2;
        } else {
            ++m_at;
            return type;
        }
    }
    m_finished = false;
    return type;
}

/// `$1`, `$tag$…$tag$`, or a dollar that means nothing.
Type Tokenizer::dollar()
{
    if (isDigit(peek(1))) {
        ++m_at;
        skip(m_text, m_at, isDigit);
        return Type::Parameter;
    }
    auto end = m_at + 1;
    if (end < m_text.size() && startsWord(m_text[end])) {
        while (end < m_text.size() && continuesWord(m_text[end]) && m_text[end] != u'$')
            ++end;
    }
    if (end >= m_text.size() || m_text[end] != u'$') {
        ++m_at;
        return Type::Other;
    }
    const auto tag = m_text.mid(m_at, end + 1 - m_at);
    const auto close = m_text.indexOf(tag, end + 1);
    m_finished = close >= 0;
    m_at = m_finished ? close + tag.size() : m_text.size();
    return Type::String;
}

Type Tokenizer::number()
{
    if (peek() == u'0' && QStringView(u"xXoObB").contains(peek(1)) && peek(2).isLetterOrNumber()) {
        m_at += 2;
        skip(m_text, m_at, [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_'); });
        return Type::Number;
    }
    const auto digits = [this] { skip(m_text, m_at, [](QChar c) { return isDigit(c) || c == u'_'; }); };
    digits();
    // `1..10` is two numbers in PL/pgSQL's loops.
    if (peek() == u'.' && peek(1) != u'.') {
        ++m_at;
        digits();
    }
    if (peek().toLower() == u'e') {
        const bool sign = peek(1) == u'+' || peek(1) == u'-';
        if (isDigit(peek(sign ? 2 : 1))) {
            m_at += sign ? 2 : 1;
            digits();
        }
    }
    return Type::Number;
}

Type Tokenizer::symbol()
{
    if (isNext(u"::") || isNext(u":=") || (isNext(u"=>") && !isOperator(peek(2)))) {
        m_at += 2;
        return Type::Operator;
    }
    if (isOperator(peek()))
        return anOperator();
    const auto c = peek();
    m_at += isNext(u"..") ? 2 : 1;
    return QStringView(u"()[],;.:").contains(c) ? Type::Punctuation : Type::Other;
}

/// As long as it can be, but not into a comment; and no `+` or `-` at the end, unless a character is in
/// it that SQL's own operators do not have.
Type Tokenizer::anOperator()
{
    auto end = m_at;
    while (end < m_text.size() && isOperator(m_text[end])) {
        const auto two = m_text.mid(end, 2);
        if (end > m_at && (two == u"--" || two == u"/*"))
            break;
        ++end;
    }
    const auto all = m_text.mid(m_at, end - m_at);
    const bool foreign =
        std::any_of(all.begin(), all.end(), [](QChar c) { return QStringView(u"~!@#%^&|`?").contains(c); });
    while (!foreign && end - m_at > 1 && (m_text[end - 1] == u'+' || m_text[end - 1] == u'-'))
        --end;
    m_at = end;
    return Type::Operator;
}

std::vector<Token> tokenize(QStringView text)
{
    std::vector<Token> tokens;
    Tokenizer tokenizer(text);
    while (!tokenizer.atEnd())
        tokens.push_back(tokenizer.next());
    return tokens;
}

} // namespace squall::sql

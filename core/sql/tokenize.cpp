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

/// Cuts one text from its beginning to its end.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    std::vector<Token> tokens()
    {
        while (m_at < m_text.size()) {
            m_start = m_at;
            m_finished = true;
            const auto type = next();
            m_tokens.push_back({type, m_start, m_at - m_start, m_finished});
        }
        return std::move(m_tokens);
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    bool isNext(QStringView what) const { return m_text.mid(m_at, what.size()) == what; }
    template<typename Test>
    void skipWhile(Test test)
    {
        while (m_at < m_text.size() && test(m_text[m_at]))
            ++m_at;
    }

    Type next()
    {
        const auto c = peek();
        if (isSpace(c)) {
            skipWhile(isSpace);
            return Type::Space;
        }
        if (isNext(u"--")) {
            skipWhile([](QChar each) { return each != u'\n' && each != u'\r'; });
            return Type::Comment;
        }
        if (isNext(u"/*"))
            return blockComment();
        if (startsWord(c))
            return word();
        if (c == u'\'')
            return string(false);
        if (c == u'"')
            return quoted(u'"', false, Type::QuotedIdentifier);
        if (c == u'$')
            return dollar();
        if (isDigit(c) || (c == u'.' && isDigit(peek(1))))
            return number();
        return symbol();
    }

    Type blockComment()
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
    Type word()
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
        skipWhile(continuesWord);
        return Type::Word;
    }

    Type string(bool escapes) { return quoted(u'\'', escapes, Type::String); }

    Type quoted(QChar mark, bool escapes, Type type)
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
    Type dollar()
    {
        if (isDigit(peek(1))) {
            ++m_at;
            skipWhile(isDigit);
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

    Type number()
    {
        if (peek() == u'0' && QStringView(u"xXoObB").contains(peek(1)) && peek(2).isLetterOrNumber()) {
            m_at += 2;
            skipWhile([](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_'); });
            return Type::Number;
        }
        const auto digits = [this] { skipWhile([](QChar c) { return isDigit(c) || c == u'_'; }); };
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

    Type symbol()
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
    Type anOperator()
    {
        auto end = m_at;
        while (end < m_text.size() && isOperator(m_text[end])) {
            const auto two = m_text.mid(end, 2);
            if (end > m_at && (two == u"--" || two == u"/*"))
                break;
            ++end;
        }
        const auto all = m_text.mid(m_at, end - m_at);
        const bool foreign = std::any_of(all.begin(), all.end(),
                                         [](QChar c) { return QStringView(u"~!@#%^&|`?").contains(c); });
        while (!foreign && end - m_at > 1 && (m_text[end - 1] == u'+' || m_text[end - 1] == u'-'))
            --end;
        m_at = end;
        return Type::Operator;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    bool m_finished = true;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokenize(QStringView text)
{
    return Scanner(text).tokens();
}

} // namespace squall::sql

#include "app/evaluate/scripttokens.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace squall::evaluate {

namespace {

bool startsName(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$';
}

bool continuesName(QChar c)
{
    return startsName(c) || c.isDigit() || c.category() == QChar::Mark_NonSpacing;
}

/// Signs of more than one character, the longer first. `>` stays alone: it also ends lists of types.
constexpr std::array signs{u"===", u"!==", u"...", u"**=", u"?\?=", u"||=", u"&&=", u"=>", u"==",
                           u"!=",  u"<=",  u"?.",  u"??",  u"||",   u"&&",  u"**",  u"++", u"--",
                           u"+=",  u"-=",  u"*=",  u"%=",  u"|=",   u"&=",  u"^="};

class Tokenizer
{
public:
    explicit Tokenizer(QStringView text)
        : m_text(text)
    {
    }

    std::optional<std::vector<Token>> read()
    {
        while (!m_failed) {
            const bool lineBreak = skipBlanks();
            if (m_failed)
                break;
            m_tokens.push_back({.begin = m_at, .end = m_at, .afterLineBreak = lineBreak, .outer = m_open});
            if (m_at >= m_text.size())
                return m_open < 0 ? std::optional(std::move(m_tokens)) : std::nullopt;
            readToken(m_tokens.back());
            m_tokens.back().end = m_at;
        }
        return {};
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    int last() const { return static_cast<int>(m_tokens.size()) - 1; }

    bool skipBlanks()
    {
        bool lineBreak = m_tokens.empty();
        for (; m_at < m_text.size(); ++m_at) {
            const auto c = peek();
            if (c == u'/' && peek(1) == u'/') {
                const auto end = m_text.indexOf(u'\n', m_at);
                m_at = (end < 0 ? m_text.size() : end) - 1;
            } else if (c == u'/' && peek(1) == u'*') {
                const auto end = m_text.indexOf(u"*/", m_at + 2);
                m_failed = m_failed || end < 0;
                lineBreak = lineBreak || m_text.sliced(m_at, qMax(end, m_at) - m_at).contains(u'\n');
                m_at = end < 0 ? m_text.size() : end + 1;
            } else if (c == u'\n' || c == u'\r' || c == QChar::LineSeparator ||
                       c == QChar::ParagraphSeparator) {
                lineBreak = true;
            } else if (!c.isSpace()) {
                break;
            }
        }
        return lineBreak;
    }

    void readToken(Token &token)
    {
        const auto c = peek();
        if (startsName(c)) {
            token.kind = Token::Kind::Name;
            while (continuesName(peek()))
                ++m_at;
        } else if (c.isDigit() || (c == u'.' && peek(1).isDigit())) {
            token.kind = Token::Kind::Number;
            while (continuesName(peek()) || peek() == u'.')
                ++m_at;
        } else if (c == u'"' || c == u'\'') {
            token.kind = Token::Kind::String;
            readString(c);
        } else if (c == u'`' || (c == u'}' && m_open >= 0 && isTemplate(m_open))) {
            token.kind = Token::Kind::Template;
            readTemplate(token);
        } else {
            token.kind = Token::Kind::Sign;
            readSign(token);
        }
    }

    void readString(QChar quote)
    {
        for (++m_at; m_at < m_text.size() && peek() != quote && peek() != u'\n'; ++m_at)
            m_at += peek() == u'\\' ? 1 : 0;
        m_failed = m_failed || peek() != quote;
        ++m_at;
    }

    bool isTemplate(int token) const
    {
        return m_tokens[static_cast<size_t>(token)].kind == Token::Kind::Template;
    }

    void readTemplate(Token &token)
    {
        if (peek() == u'}')
            close(token);
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (peek() == u'\\') {
                ++m_at;
            } else if (peek() == u'`') {
                ++m_at;
                return;
            } else if (peek() == u'$' && peek(1) == u'{') {
                m_at += 2;
                m_open = last();
                return;
            }
        }
        m_failed = true;
    }

    void readSign(Token &token)
    {
        const auto c = peek();
        // A regular expression where no value stands before, or a division, which is rare enough.
        if (c == u'/' || c == u'@' || c == u'#' || c == u'\\') {
            m_failed = true;
            return;
        }
        if (c == u'(' || c == u'[' || c == u'{') {
            token.isBlock = c == u'{' && opensBlock();
            m_open = last();
            ++m_at;
            return;
        }
        if (c == u')' || c == u']' || c == u'}') {
            close(token);
            ++m_at;
            return;
        }
        for (const auto *sign : signs) {
            if (m_text.sliced(m_at).startsWith(QStringView(sign))) {
                m_at += QStringView(sign).size();
                return;
            }
        }
        ++m_at;
    }

    /// Whether a brace that follows what is there so far holds statements.
    bool opensBlock() const
    {
        if (m_tokens.size() < 2)
            return true;
        const auto &before = m_tokens[m_tokens.size() - 2];
        const auto word = m_text.sliced(before.begin, before.end - before.begin);
        if (before.kind == Token::Kind::Sign)
            return word == u")" || word == u"=>" || word == u";" || word == u"}" ||
                   (word == u"{" && before.isBlock);
        return word == u"else" || word == u"try" || word == u"finally" || word == u"do";
    }

    void close(Token &token)
    {
        const auto closing = peek();
        if (m_open < 0) {
            m_failed = true;
            return;
        }
        auto &opening = m_tokens[static_cast<size_t>(m_open)];
        const auto expected = opening.kind == Token::Kind::Template ? u'}'
                              : m_text[opening.begin] == u'('       ? u')'
                              : m_text[opening.begin] == u'['       ? u']'
                                                                    : u'}';
        m_failed = m_failed || closing != expected;
        opening.partner = last();
        token.partner = m_open;
        m_open = opening.outer;
        token.outer = m_open;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
    int m_open = -1;
    bool m_failed = false;
};

} // namespace

std::optional<std::vector<Token>> scriptTokens(QStringView text)
{
    return Tokenizer(text).read();
}

} // namespace squall::evaluate

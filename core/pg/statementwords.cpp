#include "core/pg/statementwords.h"

#include <algorithm>
#include <utility>

namespace squall::pg {

namespace {

/// For the server a digit and a blank are ASCII, and whatever is not ASCII is part of a name.
bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isBlank(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool startsName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c.unicode() >= 0x80;
}

bool continuesName(QChar c)
{
    return startsName(c) || isDigit(c) || c == u'$';
}

/// Where the server's encoding has one byte a letter, a Turkish locale folds İ to i.
QString folded(QStringView name)
{
    return name.toString().replace(u'\u0130', u'i').toLower();
}

class Reader
{
public:
    Reader(QString text, bool backslashes)
        : m_source(std::move(text))
        , m_text(m_source)
        , m_backslashes(backslashes)
    {
    }

    std::vector<StatementWord> words();

private:
    QChar at(qsizetype offset = 0) const
    {
        return m_here + offset < m_text.size() ? m_text[m_here + offset] : QChar(u'\0');
    }
    bool skipComment();
    void string(bool backslashes);
    bool continuesString();
    bool dollarString();
    void quotedName(bool unicodeEscapes);
    void name();
    void add(StatementWord word);

    const QString m_source;
    const QStringView m_text;
    bool m_backslashes;
    qsizetype m_here = 0;
    int m_depth = 0;
    bool m_afterUnicodeName = false;
    std::vector<StatementWord> m_words;
};

void Reader::add(StatementWord word)
{
    if (m_words.empty() && word.isSymbol(u";"))
        return;
    // Any character may be the escape.
    if (std::exchange(m_afterUnicodeName, false) && word.isKeyword(u"uescape"))
        m_words.back().isUnreadable = true;
    word.depth = m_depth;
    m_words.push_back(std::move(word));
}

bool Reader::skipComment()
{
    if (at() == u'-' && at(1) == u'-') {
        while (m_here < m_text.size() && !isLineEnd(at()))
            ++m_here;
        return true;
    }
    if (at() != u'/' || at(1) != u'*')
        return false;
    int open = 0;
    do {
        if (at() == u'/' && at(1) == u'*') {
            ++open;
            m_here += 2;
        } else if (at() == u'*' && at(1) == u'/') {
            --open;
            m_here += 2;
        } else {
            ++m_here;
        }
    } while (open > 0 && m_here < m_text.size());
    return true;
}

/// After a string: goes to the quote on a later line that continues it, if there is one.
bool Reader::continuesString()
{
    const auto before = m_here;
    bool otherLine = false;
    for (;;) {
        if (isBlank(at())) {
            otherLine |= isLineEnd(at());
            ++m_here;
        } else if (at() != u'-' || !skipComment()) {
            break;
        }
    }
    if (otherLine && at() == u'\'')
        return true;
    m_here = before;
    return false;
}

/// At the opening quote. What continues a string on another line is of its kind.
void Reader::string(bool backslashes)
{
    do {
        for (++m_here; m_here < m_text.size(); ++m_here) {
            if (backslashes && at() == u'\\') {
                ++m_here;
            } else if (at() == u'\'') {
                if (at(1) != u'\'')
                    break;
                ++m_here;
            }
        }
        ++m_here;
    } while (continuesString());
    add({.kind = StatementWord::Kind::Literal, .text = {}});
}

bool Reader::dollarString()
{
    qsizetype end = m_here + 1;
    while (end < m_text.size() && continuesName(m_text[end]) && m_text[end] != u'$')
        ++end;
    if (end >= m_text.size() || m_text[end] != u'$' || isDigit(at(1)))
        return false;
    const auto tag = m_text.sliced(m_here, end + 1 - m_here);
    const auto close = m_text.indexOf(tag, end + 1);
    m_here = close < 0 ? m_text.size() : close + tag.size();
    add({.kind = StatementWord::Kind::Literal, .text = {}});
    return true;
}

/// At the opening quote.
void Reader::quotedName(bool unicodeEscapes)
{
    StatementWord word{.kind = StatementWord::Kind::Name, .text = {}, .isQuoted = true};
    for (++m_here; m_here < m_text.size(); ++m_here) {
        if (at() == u'"') {
            if (at(1) != u'"')
                break;
            ++m_here;
        }
        word.isUnreadable |= unicodeEscapes && !at().isLetterOrNumber() && at() != u'_';
        word.text += at();
    }
    ++m_here;
    add(std::move(word));
    m_afterUnicodeName = unicodeEscapes;
}

void Reader::name()
{
    const auto begin = m_here;
    while (m_here < m_text.size() && continuesName(at()))
        ++m_here;
    const auto text = folded(m_text.sliced(begin, m_here - begin));
    // A prefix of a string or of a quoted name is not a name.
    if (at() == u'\'' && (text == u"e" || text == u"n"))
        return string(text == u"e" || m_backslashes);
    if (at() == u'\'' && (text == u"b" || text == u"x"))
        return string(false);
    if (text == u"u" && at() == u'&' && at(1) == u'\'') {
        ++m_here;
        return string(false);
    }
    if (text == u"u" && at() == u'&' && at(1) == u'"') {
        ++m_here;
        return quotedName(true);
    }
    add({.kind = StatementWord::Kind::Name, .text = text});
}

std::vector<StatementWord> Reader::words()
{
    while (m_here < m_text.size()) {
        if (isBlank(at())) {
            ++m_here;
        } else if (skipComment()) {
            continue;
        } else if (at() == u'\'') {
            string(m_backslashes);
        } else if (at() == u'"') {
            quotedName(false);
        } else if (at() == u'$' && dollarString()) {
            continue;
        } else if (startsName(at())) {
            name();
        } else {
            const QChar symbol = at();
            if (symbol == u'(' && !m_words.empty() && m_words.back().kind == StatementWord::Kind::Name)
                m_words.back().isCall = true;
            m_depth += symbol == u'(' ? 1 : symbol == u')' ? -1 : 0;
            add({.kind = StatementWord::Kind::Symbol, .text = QString(symbol)});
            ++m_here;
        }
    }
    return std::move(m_words);
}

} // namespace

std::vector<StatementWord> statementWords(QStringView statement, bool backslashes)
{
    // As it is sent: half a character becomes a question mark, which may be an operator.
    return Reader(QString::fromUtf8(statement.toUtf8()), backslashes).words();
}

bool startsWith(const std::vector<StatementWord> &words, std::initializer_list<const char16_t *> names)
{
    if (words.empty())
        return false;
    const auto &first = words.front();
    return std::any_of(names.begin(), names.end(),
                       [&](const char16_t *name) { return first.isKeyword(QStringView(name)); });
}

} // namespace squall::pg

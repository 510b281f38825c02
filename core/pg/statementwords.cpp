#include "core/pg/statementwords.h"

namespace squall::pg {

namespace {

bool startsName(QChar c)
{
    return c.isLetter() || c == u'_' || c.unicode() >= 0x80;
}

bool continuesName(QChar c)
{
    return startsName(c) || c.isDigit() || c == u'$';
}

class Reader
{
public:
    Reader(QStringView text, bool backslashes)
        : m_text(text)
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
    bool dollarString();
    void quotedName(bool unicodeEscapes);
    void name();
    void add(StatementWord word)
    {
        word.depth = m_depth;
        m_words.push_back(std::move(word));
    }

    QStringView m_text;
    bool m_backslashes;
    qsizetype m_here = 0;
    int m_depth = 0;
    std::vector<StatementWord> m_words;
};

bool Reader::skipComment()
{
    if (at() == u'-' && at(1) == u'-') {
        const auto end = m_text.indexOf(u'\n', m_here);
        m_here = end < 0 ? m_text.size() : end + 1;
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

/// At the opening quote.
void Reader::string(bool backslashes)
{
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
    add({.kind = StatementWord::Kind::Literal, .text = {}});
}

bool Reader::dollarString()
{
    qsizetype end = m_here + 1;
    while (end < m_text.size() && continuesName(m_text[end]) && m_text[end] != u'$')
        ++end;
    if (end >= m_text.size() || m_text[end] != u'$' || at(1).isDigit())
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
    StatementWord word{.kind = StatementWord::Kind::Name, .text = {}};
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
}

void Reader::name()
{
    const auto begin = m_here;
    while (m_here < m_text.size() && continuesName(at()))
        ++m_here;
    const auto text = m_text.sliced(begin, m_here - begin).toString().toLower();
    // A prefix of a string or of a quoted name is not a name.
    if (at() == u'\'' && (text == u"e" || text == u"b" || text == u"x" || text == u"n"))
        return string(text == u"e" || m_backslashes);
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
        if (at().isSpace()) {
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
    return Reader(statement, backslashes).words();
}

} // namespace squall::pg

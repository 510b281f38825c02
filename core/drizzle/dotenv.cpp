#include "core/drizzle/dotenv.h"

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

bool isSpace(QChar c)
{
    return c.isSpace() || c == QChar::ByteOrderMark;
}

bool isNameLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' ||
           c == u'.' || c == u'-';
}

class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    void nextLine()
    {
        const auto end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end + 1;
    }

    /// The assignment that begins here, behind blanks and empty lines.
    std::optional<std::pair<QString, QString>> assignment()
    {
        const auto start = skipSpace(m_at);
        auto name = nameAt(start);
        auto value = afterName(start + name.size());
        if (name == u"export"_s) {
            const auto next = skipSpace(start + name.size());
            const auto second = nameAt(next);
            if (const auto other = afterName(next + second.size());
                next > start + 6 && !second.isEmpty() && other) {
                name = second;
                value = other;
            }
        }
        if (name.isEmpty() || !value)
            return {};
        m_at = *value;
        return std::pair(name, takeValue());
    }

private:
    qsizetype skipSpace(qsizetype at) const
    {
        while (at < m_text.size() && isSpace(m_text[at]))
            ++at;
        return at;
    }

    QString nameAt(qsizetype at) const
    {
        auto end = at;
        while (end < m_text.size() && isNameLetter(m_text[end]))
            ++end;
        return m_text.mid(at, end - at);
    }

    /// Where a value begins: behind `=`, or behind a colon and a blank.
    std::optional<qsizetype> afterName(qsizetype at) const
    {
        const auto sign = skipSpace(at);
        if (sign < m_text.size() && m_text[sign] == u'=')
            return sign + 1;
        if (at + 1 < m_text.size() && m_text[at] == u':' && isSpace(m_text[at + 1]))
            return at + 2;
        return {};
    }

    QString takeValue()
    {
        // A quote may even stand on a later line; what is not quoted may not.
        const auto start = skipSpace(m_at);
        if (const auto end = start < m_text.size() ? closingQuote(start) : -1; end >= 0) {
            const auto value = m_text.mid(start, end + 1 - start);
            m_at = end + 1;
            return plain(value);
        }
        auto end = m_at;
        while (end < m_text.size() && m_text[end] != u'#' && m_text[end] != u'\n')
            ++end;
        const auto value = m_text.mid(m_at, end - m_at);
        m_at = end;
        return plain(value);
    }

    /// The quote that ends what the quote at `start` begins: the first that no backslash precedes, else the
    /// last of the others; behind it the line holds nothing but a comment. -1 when there is none.
    qsizetype closingQuote(qsizetype start) const
    {
        const auto quote = m_text[start];
        if (quote != u'\'' && quote != u'"' && quote != u'`')
            return -1;
        std::vector<qsizetype> candidates;
        for (auto at = m_text.indexOf(quote, start + 1); at >= 0; at = m_text.indexOf(quote, at + 1)) {
            candidates.push_back(at);
            if (m_text[at - 1] != u'\\' || at - 1 == start)
                break;
        }
        const auto found = std::find_if(candidates.rbegin(), candidates.rend(),
                                        [this](auto at) { return endsLine(at + 1); });
        return found == candidates.rend() ? -1 : *found;
    }

    bool endsLine(qsizetype at) const
    {
        while (at < m_text.size() && m_text[at] != u'\n' && isSpace(m_text[at]))
            ++at;
        return at >= m_text.size() || m_text[at] == u'\n' || m_text[at] == u'#';
    }

    static QString plain(const QString &raw)
    {
        auto value = raw.trimmed();
        if (value.isEmpty())
            return value;
        const auto first = value.front();
        const bool quotes = first == u'\'' || first == u'"' || first == u'`';
        if (quotes && value.size() > 1 && value.back() == first)
            value = value.mid(1, value.size() - 2);
        if (first == u'"')
            value.replace(u"\\n"_s, u"\n"_s).replace(u"\\r"_s, u"\r"_s);
        return value;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

}

std::vector<std::pair<QString, QString>> parseDotenv(const QString &text)
{
    auto lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    std::vector<std::pair<QString, QString>> values;
    for (Reader reader(lines); !reader.atEnd(); reader.nextLine()) {
        const auto found = reader.assignment();
        if (!found)
            continue;
        const auto known = std::find_if(values.begin(), values.end(),
                                        [&](const auto &each) { return each.first == found->first; });
        if (known == values.end())
            values.push_back(*found);
        else
            known->second = found->second;
    }
    return values;
}

} // namespace squall::drizzle

#include "core/explain/conditioncolumns.h"

#include "core/sql/scope/outline.h"
#include "core/sql/tokenize.h"

namespace squall::explain {

using namespace Qt::StringLiterals;

namespace {

/// Reads the conjuncts of a condition; the server puts each comparison into parentheses.
class Reader
{
public:
    Reader(const QString &condition, const QStringList &columns, const QString &alias)
        : m_text(condition)
        , m_outline(m_text, sql::tokenize(m_text), -1)
        , m_columns(columns)
        , m_alias(alias)
    {
    }

    ConditionColumns read()
    {
        conjunction(0, m_outline.size());
        m_found.equal.removeDuplicates();
        m_found.ranged.removeDuplicates();
        return m_found;
    }

private:
    void conjunction(size_t first, size_t last)
    {
        while (last - first >= 2 && m_outline.is(first, u"(") && m_outline.after(first) == last) {
            ++first;
            --last;
        }
        auto start = first;
        bool several = false;
        for (auto at = first; at < last; at = m_outline.after(at)) {
            if (m_outline.is(at, u"or") || m_outline.is(at, u"not")) {
                m_found.partly = true;
                return;
            }
            if (!m_outline.is(at, u"and"))
                continue;
            several = true;
            conjunction(start, at);
            start = at + 1;
        }
        if (several)
            conjunction(start, last);
        else
            comparison(first, last);
    }

    void comparison(size_t first, size_t last)
    {
        for (auto at = first; at < last; at = m_outline.after(at)) {
            const bool equal = m_outline.is(at, u"=");
            if (!equal && !m_outline.isAny(at, {u"<", u">", u"<=", u">="}))
                continue;
            const auto left = column(first, at);
            const auto right = column(at + 1, last);
            // Of two columns of this table none can be looked up by the other.
            const auto name = left.isEmpty() ? right : right.isEmpty() ? left : QString();
            if (name.isEmpty())
                break;
            (equal ? m_found.equal : m_found.ranged) << name;
            return;
        }
        m_found.partly = true;
    }

    /// `column`, `alias.column`, `(column)::text`; nothing for all else.
    QString column(size_t first, size_t last) const
    {
        auto end = last;
        for (auto at = first; at < last; at = m_outline.after(at)) {
            if (m_outline.is(at, u"::")) {
                end = at;
                break;
            }
        }
        // Only what compares as text does is the same column behind a cast.
        if (end < last && !m_outline.is(end + 1, u"text"))
            return {};
        while (end - first >= 2 && m_outline.is(first, u"(") && m_outline.after(first) == end) {
            ++first;
            --end;
        }
        if (end - first == 3 && m_outline.is(first + 1, u".") && m_outline.at(first).word == m_alias)
            first += 2;
        if (end - first != 1)
            return {};
        const auto &name = m_outline.at(first).word;
        return m_columns.contains(name) ? name : QString();
    }

    QString m_text;
    sql::Outline m_outline;
    const QStringList &m_columns;
    const QString &m_alias;
    ConditionColumns m_found;
};

} // namespace

QStringList ConditionColumns::forIndex() const
{
    auto columns = equal;
    if (!ranged.isEmpty() && !columns.contains(ranged.front()))
        columns << ranged.front();
    return columns;
}

ConditionColumns columnsOf(const QString &condition, const QStringList &columns, const QString &alias)
{
    return Reader(condition, columns, alias).read();
}

} // namespace squall::explain

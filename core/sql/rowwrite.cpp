#include "core/sql/rowwrite.h"

#include "core/sql/tokenize.h"

#include <array>
#include <utility>

namespace squall::sql {

using namespace Qt::Literals::StringLiterals;

namespace {

using Verb = RowWrite::Verb;

bool is(QStringView text, QStringView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

std::optional<Verb> verbOf(QStringView word)
{
    static constexpr std::array<std::pair<QStringView, Verb>, 4> verbs{{
        {u"insert", Verb::Insert},
        {u"update", Verb::Update},
        {u"delete", Verb::Delete},
        {u"merge", Verb::Merge},
    }};
    for (const auto &[name, verb] : verbs) {
        if (is(word, name))
            return verb;
    }
    return std::nullopt;
}

/// Finds the verb among what stands outside of parentheses.
class VerbFinder
{
public:
    void read(QStringView text)
    {
        const auto before = std::exchange(m_before, text);
        if (m_decided)
            return;
        // A common table may be called like a verb.
        const bool name = is(before, u"with") || is(before, u"recursive") || before == u",";
        const bool begins = before.isEmpty() || (m_with && !name);
        if (!begins)
            return;
        m_with |= is(text, u"with");
        m_verb = verbOf(text);
        m_decided = m_verb || is(text, u"select") || is(text, u"values") || is(text, u"table") || !m_with;
    }

    std::optional<Verb> verb() const { return m_verb; }

private:
    QStringView m_before;
    bool m_with = false;
    bool m_decided = false;
    std::optional<Verb> m_verb;
};

} // namespace

std::optional<RowWrite> rowWrite(QStringView statement)
{
    VerbFinder finder;
    qsizetype end = 0;
    int depth = 0;
    bool returns = false;
    for (const auto &token : tokenize(statement)) {
        const auto text = token.in(statement);
        if (!token.isSignificant() || text == u";")
            continue;
        end = token.end();
        if (text == u"(")
            ++depth;
        else if (text == u")")
            --depth;
        else if (depth == 0) {
            finder.read(text);
            returns |= is(text, u"returning");
        }
    }
    if (!finder.verb())
        return std::nullopt;
    QString text = statement.first(end).toString();
    if (!returns)
        text += u"\nRETURNING *"_s; // on a line of its own, below a comment
    return RowWrite{*finder.verb(), text};
}

} // namespace squall::sql

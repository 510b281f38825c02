#include "core/sql/rowwrite.h"

#include "core/sql/tokenize.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

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

/// Blanks and comments left out.
std::vector<QStringView> significant(QStringView statement)
{
    std::vector<QStringView> texts;
    for (const auto &token : tokenize(statement)) {
        if (token.isSignificant())
            texts.push_back(token.in(statement));
    }
    return texts;
}

using Texts = std::vector<QStringView>;

/// The first that stands behind EXPLAIN and its options; the last one's end where it executes nothing.
Texts::const_iterator explainedByRunning(const Texts &texts)
{
    const auto analyzes = [](QStringView text) { return is(text, u"analyze") || is(text, u"analyse"); };
    bool runs = false;
    auto at = texts.begin() + 1;
    if (at != texts.end() && *at == u"(") {
        const auto close = std::find(at, texts.end(), u")");
        runs = std::any_of(at, close, analyzes);
        at = close == texts.end() ? close : close + 1;
    }
    for (; at != texts.end() && (analyzes(*at) || is(*at, u"verbose")); ++at)
        runs |= analyzes(*at);
    return runs ? at : texts.end();
}

/// What can hold another statement that writes.
bool canEnclose(QStringView first)
{
    return is(first, u"with") || is(first, u"select") || is(first, u"insert") || is(first, u"values") ||
           is(first, u"copy") || first == u"(";
}

bool touchesOldRows(QStringView verb)
{
    return is(verb, u"update") || is(verb, u"delete") || is(verb, u"merge");
}

/// `AS (DELETE …`, `COPY (DELETE …`.
bool isEnclosed(Texts::const_iterator parenthesis, Texts::const_iterator end)
{
    const auto before = *(parenthesis - 1);
    return *parenthesis == u"(" && parenthesis + 1 != end && touchesOldRows(*(parenthesis + 1)) &&
           (is(before, u"as") || is(before, u"materialized") || is(before, u"copy"));
}

} // namespace

bool overwrites(QStringView statement)
{
    const auto texts = significant(statement);
    auto first = texts.begin();
    if (first != texts.end() && is(*first, u"explain"))
        first = explainedByRunning(texts);
    if (first == texts.end())
        return false;
    if (touchesOldRows(*first) || is(*first, u"truncate"))
        return true;
    if (!canEnclose(*first))
        return false;
    VerbFinder finder;
    finder.read(*first);
    int depth = *first == u"(" ? 1 : 0;
    bool conflict = false;
    for (auto at = first + 1; at != texts.end(); ++at) {
        const bool updates = is(*at, u"update") && is(*(at - 1), u"do");
        conflict |= is(*at, u"conflict");
        if ((conflict && updates) || isEnclosed(at, texts.end()))
            return true;
        if (*at == u"(")
            ++depth;
        else if (*at == u")")
            --depth;
        else if (depth == 0)
            finder.read(*at);
    }
    return finder.verb() && *finder.verb() != Verb::Insert;
}

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

#include "models/fuzzy.h"

#include <numeric>

namespace squall::models {

namespace {

bool isWordStart(QStringView name, qsizetype position)
{
    return position == 0 || (name[position].isLetterOrNumber() && !name[position - 1].isLetterOrNumber());
}

std::vector<int> run(qsizetype start, qsizetype length)
{
    std::vector<int> positions(static_cast<size_t>(length));
    std::iota(positions.begin(), positions.end(), static_cast<int>(start));
    return positions;
}

} // namespace

FuzzyPattern::FuzzyPattern(QStringView typed)
{
    typed = typed.trimmed();
    if (typed.startsWith(u'^')) {
        m_atStart = true;
        typed = typed.mid(1);
    }
    if (typed.endsWith(u'$')) {
        m_atEnd = true;
        typed = typed.chopped(1);
    }
    m_text = fold(typed);
}

QString FuzzyPattern::fold(QStringView name)
{
    QString folded;
    folded.reserve(name.size());
    for (const auto character : name)
        folded += character.toLower();
    return folded;
}

std::optional<FuzzyMatch> FuzzyPattern::match(QStringView name) const
{
    if (m_text.isEmpty())
        return FuzzyMatch{MatchQuality::Prefix, static_cast<int>(name.size())};
    if (const auto found = contiguous(name))
        return found;
    if (m_atStart || m_atEnd)
        return {};
    if (const auto found = wordStarts(name))
        return found;
    return scattered(name);
}

std::optional<FuzzyMatch> FuzzyPattern::contiguous(QStringView name) const
{
    qsizetype at = -1;
    if (m_atStart)
        at = name.startsWith(m_text) && (!m_atEnd || name.size() == m_text.size()) ? 0 : -1;
    else if (m_atEnd)
        at = name.endsWith(m_text) ? name.size() - m_text.size() : -1;
    else
        at = name.indexOf(m_text);
    if (at < 0)
        return {};
    // The first one may lie inside a word and a later one start one.
    for (auto next = at; !m_atStart && !m_atEnd && next >= 0; next = name.indexOf(m_text, next + 1)) {
        if (isWordStart(name, next)) {
            at = next;
            break;
        }
    }
    auto quality = MatchQuality::Inside;
    if (at == 0)
        quality = name.size() == m_text.size() ? MatchQuality::Exact : MatchQuality::Prefix;
    else if (isWordStart(name, at))
        quality = MatchQuality::WordStarts;
    return FuzzyMatch{quality, static_cast<int>(name.size() + at), run(at, m_text.size())};
}

/// Each typed character goes on in the word begun, or begins a later word. Going on is tried first and given
/// up for an earlier choice when the rest does not fit.
std::optional<FuzzyMatch> FuzzyPattern::wordStarts(QStringView name) const
{
    std::vector<int> positions;
    // One level a typed character: where its search goes on when it has to be taken back.
    std::vector<qsizetype> from{0};
    int steps = 0;
    constexpr int maxSteps = 500;
    while (static_cast<qsizetype>(positions.size()) < m_text.size()) {
        const auto wanted = m_text[static_cast<qsizetype>(positions.size())];
        const auto next = positions.empty() ? -1 : positions.back() + 1;
        auto at = from.back();
        while (at < name.size() && !(name[at] == wanted && (at == next || isWordStart(name, at))))
            ++at;
        if (++steps > maxSteps)
            return {};
        if (at < name.size()) {
            from.back() = at + 1;
            positions.push_back(static_cast<int>(at));
            from.push_back(at + 1);
            continue;
        }
        from.pop_back();
        if (positions.empty())
            return {};
        positions.pop_back();
    }
    return FuzzyMatch{MatchQuality::WordStarts, static_cast<int>(name.size()) + positions.front(), positions};
}

std::optional<FuzzyMatch> FuzzyPattern::scattered(QStringView name) const
{
    std::vector<int> positions;
    qsizetype at = 0;
    for (const auto wanted : m_text) {
        at = name.indexOf(wanted, at);
        if (at < 0)
            return {};
        positions.push_back(static_cast<int>(at));
        ++at;
    }
    const int spread = positions.back() - positions.front() + 1 - static_cast<int>(positions.size());
    return FuzzyMatch{MatchQuality::Scattered, spread * 8 + static_cast<int>(name.size()), positions};
}

} // namespace squall::models

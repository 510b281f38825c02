#include "core/sql/utf8offsets.h"

#include <algorithm>

namespace squall::sql {

namespace {

constexpr qsizetype step = 1024;

/// Two halves of a pair are one character; half a pair alone is written as a question mark.
bool isPair(QStringView text, qsizetype unit)
{
    return text[unit].isHighSurrogate() && unit + 1 < text.size() && text[unit + 1].isLowSurrogate();
}

/// How many bytes the character at `unit` has; `unit` goes on to the next one.
int takeCharacter(QStringView text, qsizetype &unit)
{
    if (isPair(text, unit)) {
        unit += 2;
        return 4;
    }
    const auto c = text[unit++];
    return c.unicode() < 0x80 || c.isSurrogate() ? 1 : c.unicode() < 0x800 ? 2 : 3;
}

} // namespace

Utf8Offsets::Utf8Offsets(QStringView text)
    : m_text(text)
{
    m_marks.reserve(static_cast<size_t>(text.size() / step + 1));
    m_marks.push_back(0);
    for (qsizetype unit = 0; unit < text.size();) {
        m_bytes += takeCharacter(text, unit);
        if (unit / step >= static_cast<qsizetype>(m_marks.size()))
            m_marks.push_back(m_bytes);
    }
}

qsizetype Utf8Offsets::byteAt(qsizetype unit) const
{
    const auto wanted = std::clamp<qsizetype>(unit, 0, m_text.size());
    auto at = std::min<qsizetype>(wanted / step, static_cast<qsizetype>(m_marks.size()) - 1);
    auto byte = m_marks[static_cast<size_t>(at)];
    at *= step;
    // A mark after a pair that crosses its unit belongs to the unit behind.
    if (at > 0 && isPair(m_text, at - 1))
        ++at;
    while (at < wanted)
        byte += takeCharacter(m_text, at);
    return byte;
}

qsizetype Utf8Offsets::unitAt(qsizetype byte) const
{
    const auto mark = std::upper_bound(m_marks.begin(), m_marks.end(), std::max<qsizetype>(byte, 0)) - 1;
    auto at = static_cast<qsizetype>(mark - m_marks.begin()) * step;
    if (at > 0 && isPair(m_text, at - 1))
        ++at;
    auto reached = *mark;
    while (at < m_text.size()) {
        auto next = at;
        reached += takeCharacter(m_text, next);
        if (reached > byte)
            break;
        at = next;
    }
    return at;
}

Span Utf8Offsets::bytes(const Span &units) const
{
    const auto start = byteAt(units.start);
    return {start, byteAt(units.end()) - start};
}

qsizetype charactersBefore(QStringView text, qsizetype unit)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < std::min(unit, text.size()); ++count)
        at += isPair(text, at) ? 2 : 1;
    return count;
}

qsizetype unitAfter(QStringView text, qsizetype characters)
{
    qsizetype at = 0;
    for (; characters > 0 && at < text.size(); --characters)
        at += isPair(text, at) ? 2 : 1;
    return at;
}

} // namespace squall::sql

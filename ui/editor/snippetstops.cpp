#include "ui/editor/snippetstops.h"

#include "ui/editor/sqleditor.h"

namespace squall::ui {

SnippetStops::SnippetStops(SqlEditor &editor)
    : m_editor(editor)
{
}

void SnippetStops::begin(qsizetype start, std::vector<sql::SnippetStop> stops)
{
    m_stops = std::move(stops);
    m_at = 0;
    for (auto &stop : m_stops)
        stop.start += start;
    go();
}

void SnippetStops::go()
{
    const auto &stop = m_stops[m_at];
    m_size = m_editor.script().size();
    m_editor.select(stop.start, stop.start + stop.length);
    // Behind the last one nothing is left to go to.
    if (m_at + 1 == m_stops.size())
        giveUp();
}

bool SnippetStops::next()
{
    if (!isGoing())
        return false;
    auto &stop = m_stops[m_at];
    const auto grown = m_editor.script().size() - m_size;
    const auto end = stop.start + stop.length + grown;
    if (m_editor.caret() < stop.start || m_editor.caret() > end) {
        giveUp();
        return false;
    }
    const auto before = stop.start + stop.length;
    stop.length += grown;
    for (auto &other : m_stops) {
        if (&other != &stop && other.start >= before)
            other.start += grown;
    }
    ++m_at;
    go();
    return true;
}

} // namespace squall::ui

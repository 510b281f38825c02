#pragma once

#include "core/sql/snippet.h"

#include <vector>

namespace squall::ui {

class SqlEditor;

/// The places of a snippet that are still to be filled in, gone through one after the other. They are given
/// up as soon as the caret is somewhere else.
class SnippetStops
{
public:
    explicit SnippetStops(SqlEditor &editor);

    /// The snippet was just inserted at `start`: its first place is selected.
    void begin(qsizetype start, std::vector<sql::SnippetStop> stops);
    /// To the next place; false when there is none, or what is written is not in the present one.
    bool next();
    void giveUp() { m_stops.clear(); }
    bool isGoing() const { return !m_stops.empty(); }

private:
    void go();

    SqlEditor &m_editor;
    std::vector<sql::SnippetStop> m_stops; ///< in the script as it was when the present one was gone to
    size_t m_at = 0;
    qsizetype m_size = 0; ///< of that script
};

} // namespace squall::ui

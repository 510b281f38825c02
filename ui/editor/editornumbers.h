#pragma once

#include "core/sql/mark.h"

#include <Qsci/qsciscintillabase.h>

/// What Scintilla knows by number only.
namespace squall::ui::editor {

/// QScintilla has many overloads that numbers fit equally well.
inline long send(const QsciScintillaBase &editor, unsigned message, qint64 first = 0, qint64 second = 0)
{
    return editor.SendScintilla(message, static_cast<unsigned long>(first), static_cast<long>(second));
}

constexpr int bandMarker = 4;

constexpr int errorIndicator = 8; ///< the first that lexers leave to others
constexpr int warningIndicator = 9;
constexpr int hintIndicator = 10;
constexpr int foundIndicator = 11;
constexpr int failureIndicator = 12;

constexpr int indicatorOf(sql::Mark::Severity severity)
{
    switch (severity) {
    case sql::Mark::Severity::Error: return errorIndicator;
    case sql::Mark::Severity::Warning: return warningIndicator;
    case sql::Mark::Severity::Hint: return hintIndicator;
    }
    return errorIndicator;
}

/// Looks like plain text; parts signs that a font would draw as one.
constexpr int partingStyle = 31;

} // namespace squall::ui::editor

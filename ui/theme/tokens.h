#pragma once

#include <QColor>

#include <utility>
#include <vector>

namespace squall::ui {

enum class Scheme { Light, Dark };

/// What a colour is for; the values stand in docs/DESIGN.md.
enum class Token {
    Window,  ///< chrome: header, navigator, status bar
    Surface, ///< content
    Raised,  ///< popups and cards
    Line,
    Text,
    Muted, ///< labels
    Faint, ///< types, NULL, hints; on surface and raised only
    Accent,
    AccentText, ///< text on accent
    Selection,
    Added,
    AddedGround,
    Changed,
    ChangedGround,
    Removed,
    RemovedGround,
    Keyword,
    String,
    Number,
    Comment,
};

QColor tokenColor(Token token, Scheme scheme);

/// Every foreground that views may put on a ground. What is not listed is not readable enough:
/// on `Window` and `Selection`, write `Muted` where `Faint` stands on a surface.
const std::vector<std::pair<Token, Token>> &readablePairs();

} // namespace squall::ui

#pragma once

#include <QFont>

namespace squall::ui {

/// The few sizes and weights that text comes in.
enum class TextStyle {
    Body,      ///< Inter 13: the interface and text values
    Strong,    ///< the same, semibold: names and headers
    Small,     ///< Inter 12: status bar, counts, chips
    Caption,   ///< Inter 11 semibold: group headers
    Title,     ///< Inter 15 bold: once a view
    Mono,      ///< JetBrains Mono 12.5: ids, numbers, times, JSON
    MonoSmall, ///< JetBrains Mono 11: types under headers, keys
    Code,      ///< JetBrains Mono 13: SQL
};

/// With fallbacks for machines without the two families.
QFont font(TextStyle style);

} // namespace squall::ui

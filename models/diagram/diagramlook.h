#pragma once

#include <QStringView>

#include <array>

namespace squall::models {

/// How much of a table its box tells.
enum class DiagramDetail { Names, Keys, Columns };

/// How wide the letters of a font are, for measuring thousands of names on any thread.
struct LetterWidths
{
    std::array<double, 128> ascii = {};
    double other = 0; ///< of letters beyond ASCII
    double wide = 0;  ///< of those that take the room of two

    double of(QStringView text) const;

    bool operator==(const LetterWidths &) const = default;
};

/// What the boxes of a diagram are made with; whoever draws them says so.
struct DiagramLook
{
    LetterWidths title;
    LetterWidths row;
    double header = 32;
    double line = 22; ///< the height of a row
    double padding = 12;
    double gap = 24;    ///< between a column and its type
    double badge = 22;  ///< one mark before a column
    double below = 6;   ///< the last row
    double least = 112; ///< width of a box
    double most = 440;

    bool operator==(const DiagramLook &) const = default;
};

} // namespace squall::models

#pragma once

#include "models/cellrole.h"
#include "models/windowmodel.h"
#include "ui/theme/tokens.h"

#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace squall::ui {

class Theme;

/// What a whole row is marked with.
struct GridRow
{
    models::EditMark mark = models::EditMark::None;
    bool dimmed = false;

    static GridRow of(const models::WindowModel &model, int row);
};

/// What one cell of it is marked with, and how that looks: a ground, an ink, and always a shape besides.
struct GridMarks
{
    GridRow row;
    models::EditMark cell = models::EditMark::None;
    bool computed = false; ///< its value comes from the server: `now()`
    bool faulty = false;   ///< the new value cannot be
    bool moved = false;    ///< the server's value is another one than it was

    static GridMarks of(const models::WindowModel &model, const GridRow &line, int row, int column);

    bool isRemoved() const { return row.mark == models::EditMark::Removed; }
    std::optional<Token> ground() const;
    Token ink(bool selected) const;
    /// Of what stands for a value: NULL, '', a default.
    Token dimInk(bool selected) const;
};

/// `+`, `~` or `−`, and its colour and ground.
QString signOf(models::EditMark mark);
Token inkOf(models::EditMark mark);
std::optional<Token> groundOf(models::EditMark mark);

/// What lies over the text in `text` of a cell in `cell`: the strike of a removed row, the wave and frame of
/// a value that cannot be, the corner of one that moved.
void paintMarks(QPainter &painter, const Theme &theme, const GridMarks &marks, const QRectF &text,
                const QRect &cell);

/// What there is to say about a cell besides its value, for a tooltip: what it was, why it cannot be, what
/// will fill it.
QString remarksOn(const models::WindowModel &model, int row, int column);
/// The same in few words, for a screen reader.
QString spokenMarks(const models::WindowModel &model, int row, int column);

} // namespace squall::ui

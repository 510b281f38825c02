#pragma once

#include "ui/grid/gridtext.h"
#include "ui/theme/theme.h"

#include <QRect>

class QPainter;

namespace squall::ui {

class GridLayout;
class GridMargin;

/// Draws what a grid's margin says, over the frame of its cells.
class GridMarginPainter
{
public:
    explicit GridMarginPainter(const Theme &theme);

    struct Scene
    {
        const GridLayout &layout;
        const GridMargin &margin;
        qint64 current = -1;
        qint64 hovered = -1;
    };
    void paint(QPainter &painter, const Scene &scene);
    /// At which a note's header shows whole, as far as it is not too long, and its values do.
    int widthOf(const GridMargin &margin, int note) const;
    /// In the gutter, where the sign stands that opens the row.
    static QRect arrowOf(const GridLayout &layout, qint64 row);

private:
    void paintHeader(QPainter &painter, const Scene &scene, int note);
    void paintRow(QPainter &painter, const Scene &scene, qint64 row);
    void paintArrow(QPainter &painter, const Scene &scene, qint64 row);
    void write(QPainter &painter, const QString &text, GridFont face, const QRect &rect, Token color,
               bool right);

    const Theme &m_theme;
    GridText m_text;
};

} // namespace squall::ui

#pragma once

#include "models/diagram/diagrampicture.h"
#include "ui/diagram/diagramstyle.h"

class QPainter;

namespace squall::ui {

/// Draws what an overlay says of boxes, rows and lines, on any thread. The picture has an overlay.
class OverlayPainter
{
public:
    /// How far beyond its box a mark may be, in units of the picture.
    static double reach(double scale);

    OverlayPainter(const models::DiagramPicture &picture, const DiagramStyle &style, QPainter &painter,
                   double scale);

    /// The ground that all of a box stands on where it is too small for words.
    QColor farGround(int box) const;
    /// Under the words of a box.
    void paintGround(int box);
    /// Over them: the mark beside its name, before its rows, and its border.
    void paintMarks(int box);
    /// The same where rows cannot be read, as far as there is room.
    void paintFarMarks(int box);
    void paintLineMark(int line);
    QColor lineColor(int line) const;

private:
    const models::DiagramMark &mark(int box) const { return m_picture.overlay->box(box); }
    QFont markFont(double pixels) const;
    QRectF markRect(int box, const QFont &font) const;
    void paintMark(const QRectF &rect, const models::DiagramMark &mark, const QFont &font);
    void paintBorder(int box);
    void paintRowSigns(int box);
    void strikeOut(int box, int row, const QRectF &line);

    const models::DiagramPicture &m_picture;
    const DiagramStyle &m_style;
    QPainter &m_painter;
    double m_scale;
};

} // namespace squall::ui

#pragma once

#include "models/diagram/diagramdecoration.h"
#include "ui/diagram/diagramstyle.h"

class QPainter;

namespace squall::ui {

/// Draws what lies on the ground below tables and lines, in units of the picture and on any thread.
class DecorationPainter
{
public:
    DecorationPainter(const DiagramStyle &style, QPainter &painter, double scale);

    void paint(const models::DiagramDecoration &decoration, const QRectF &region, const QString &withoutNote);
    void paintNote(const models::DiagramPlacedNote &note);

private:
    void paintIsland(const models::DiagramIsland &island);
    void paintName(const models::DiagramIsland &island);

    const DiagramStyle &m_style;
    QPainter &m_painter;
    double m_scale;
};

/// How high a note of this width has to be for its text.
double noteHeight(const QString &text, double width, const DiagramStyle &style);

} // namespace squall::ui

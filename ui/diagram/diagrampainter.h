#pragma once

#include "models/diagram/diagrampicture.h"
#include "ui/diagram/diagramstyle.h"
#include "ui/diagram/overlaypainter.h"

#include <QSet>

#include <functional>
#include <optional>

class QPainter;

namespace squall::ui {

/// What of a picture is drawn.
struct DiagramPart
{
    QRectF region;          ///< only what touches it
    double scale = 1;       ///< pixels for a unit of the picture: the fewer, the less detail
    QSet<int> without = {}; ///< boxes, and the lines that end at them
    QString withoutNote = {};
    bool ground = true; ///< and the dots on it
    /// Told before each box, and with -1 after the last.
    std::function<void(int box)> aboutTo = {};
};

/// Draws into a painter that is set up in units of the picture, on any thread. The same for the screen, the
/// map of the whole, and files.
class DiagramPainter
{
public:
    DiagramPainter(const models::DiagramPicture &picture, const DiagramStyle &style, QPainter &painter,
                   double scale);

    void paint(const DiagramPart &part);
    void paintGround(const QRectF &region);
    void paintLines(const std::vector<int> &lines, const QColor &color, double width, bool dashed = false);
    /// In the colours of the overlay, with its marks.
    void paintMarkedLines(const std::vector<int> &lines);
    void paintBox(int box);
    void paintBorder(int box, const QColor &color, double width);

private:
    /// What is readable at this scale.
    enum class Level { Block, Name, Keys, All };

    void paintHeader(int box, const QRectF &rect);
    void paintRows(int box, const QRectF &rect);
    void paintRow(const models::DiagramRow &row, const QRectF &rect, double gutter);
    void paintBar(const models::DiagramRow &row, const QRectF &rect, double gutter);
    void paintBadges(const models::DiagramRow &row, QRectF rect);
    void paintTitle(int box, const QRectF &rect);
    /// In letters of the screen's size, where the header's own could not be read.
    void paintFarTitle(int box, const QRectF &rect);
    void paintText(const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                   Qt::Alignment alignment);

    const models::DiagramPicture &m_picture;
    const DiagramStyle &m_style;
    QPainter &m_painter;
    double m_scale;
    Level m_level;
    std::optional<OverlayPainter> m_overlay;
};

} // namespace squall::ui

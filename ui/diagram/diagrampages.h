#pragma once

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace squall::ui {

/// What of a diagram one sheet of paper shows.
struct DiagramPage
{
    QRectF seen; ///< in units of the picture
    int column = 0;
    int row = 0;

    /// `B3`: where it lies when all are laid out.
    QString name() const;
};

/// A diagram on sheets of paper that lie in columns and rows.
struct DiagramPages
{
    bool landscape = false;
    double scale = 1;       ///< points for a unit
    std::vector<double> xs; ///< where the columns begin, in units of the picture
    std::vector<double> ys;
    std::vector<DiagramPage> pages; ///< row by row, without those on which there is nothing
};

struct PageTask
{
    QRectF area;
    std::vector<QRectF> boxes; ///< each is whole on some page
    std::vector<QRectF> lines;
    QSizeF room;        ///< of an upright sheet without its margins, in points
    QSizeF lying;       ///< of one that lies
    double scale = 1;   ///< wanted: points for a unit
    double least = 1;   ///< where this saves pages
    double largest = 1; ///< where all of it finds room on one page
};

/// Upright or lying, whichever needs fewer pages. Neighbours overlap, and where a box would be cut, as much
/// as it takes to have it whole on one of them. Smaller than wanted only where a box would be larger than a
/// page.
DiagramPages diagramPages(const PageTask &task);

} // namespace squall::ui

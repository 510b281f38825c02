#pragma once

#include "core/base/result.h"
#include "models/diagram/diagrampicture.h"
#include "ui/diagram/diagramstyle.h"

#include <QImage>
#include <QSet>

#include <functional>
#include <optional>

namespace squall::ui {

enum class PictureFormat { Svg, Png, Pdf };
/// What a PDF is for: one page of the diagram's size, or sheets to be printed.
enum class Paper { Fit, A4, A3, Letter };

/// A diagram on its way out: values only, to be made by the GUI thread and drawn by any.
struct DiagramDrawing
{
    models::DiagramPicturePtr picture;
    DiagramStyle style;
    double dpi = 96;                  ///< of the screen that the style's fonts were chosen for
    QString title;                    ///< the database
    std::optional<double> scale = {}; ///< an image that would be too large at it is refused
    double preferred = 1;             ///< of an image, as long as it is not too large
    Paper paper = Paper::Fit;
    double mostMegapixels = 200;
    QSet<int> without = {}; ///< boxes, and the lines that end at them
};

/// With the fonts as they are now.
DiagramDrawing drawingOf(const models::DiagramPicturePtr &picture, Scheme scheme, const QString &title);
/// These boxes alone, where they lie, and what stands between them.
DiagramDrawing partOf(DiagramDrawing drawing, const std::vector<int> &boxes);

struct PictureFile
{
    QByteArray bytes;
    QString remark = {}; ///< what is otherwise than one might expect
};

using Cancelled = std::function<bool()>;

/// The whole, drawn as on screen; a sentence where there are no tables. Fails where a picture would be larger
/// than is sensible, and with `Error::Code::Cancelled`.
Result<PictureFile> drawFile(const DiagramDrawing &drawing, PictureFormat format,
                             const Cancelled &cancelled = {});

QByteArray diagramSvg(const DiagramDrawing &drawing);
/// With how many pixels for a unit it was drawn in the end: fewer than asked for where nobody asked.
struct DrawnImage
{
    QImage image;
    double scale = 1;
};
Result<DrawnImage> diagramImage(const DiagramDrawing &drawing, const Cancelled &cancelled = {});
Result<PictureFile> diagramPdf(const DiagramDrawing &drawing, const Cancelled &cancelled = {});

/// What is drawn: the picture with a margin, or the sentence's room.
QRectF areaOf(const DiagramDrawing &drawing);
/// The part of the whole that is in `region`, into a painter in units of the picture.
void paintDrawing(const DiagramDrawing &drawing, QPainter &painter, const QRectF &region, double scale,
                  const std::function<void(int box)> &aboutTo = {});

} // namespace squall::ui

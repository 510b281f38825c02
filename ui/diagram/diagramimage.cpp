#include "ui/diagram/diagramexport.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramImage)
};

constexpr double megapixel = 1e6;
constexpr double mostSide = 32000; ///< pixels; QPainter's own bound is a little higher
constexpr int side = 1024;         ///< of what is drawn at once: Qt is slow far from a painter's origin
constexpr double metersPerInch = 0.0254;
constexpr double inches = 96; ///< pixels of an inch at scale 1

QString times(double scale)
{
    return QLocale().toString(scale, 'g', 3) + u'×';
}

double largestScale(const DiagramDrawing &drawing, const QSizeF &size)
{
    const double byPixels = std::sqrt(drawing.mostMegapixels * megapixel / (size.width() * size.height()));
    return std::min(byPixels, mostSide / std::max(size.width(), size.height()));
}

Error tooLarge(const DiagramDrawing &drawing, const QSizeF &size, double largest)
{
    const double scale = *drawing.scale;
    const double pixels = size.width() * scale * size.height() * scale / megapixel;
    return {.code = Error::Code::Usage,
            .message = Text::tr("At %1 the picture would have %2 megapixels.")
                           .arg(times(scale), QLocale().toString(pixels, 'f', 0)),
            // Rounded down, so that it fits.
            .hint = Text::tr("%1 is the most that is sensible. SVG and PDF are sharp at any size.")
                        .arg(times(std::floor(largest * 100) / 100))};
}

void drawTile(const DiagramDrawing &drawing, QImage &image, QPoint corner, double scale)
{
    const auto area = areaOf(drawing);
    const QSize size(std::min(side, image.width() - corner.x()), std::min(side, image.height() - corner.y()));
    auto *first = image.scanLine(corner.y()) + qsizetype(corner.x()) * image.depth() / 8;
    QImage tile(first, size.width(), size.height(), image.bytesPerLine(), image.format());
    QPainter painter(&tile);
    painter.translate(-corner);
    painter.scale(scale, scale);
    painter.translate(-area.topLeft());
    const QRectF region(area.topLeft() + QPointF(corner) / scale, QSizeF(size) / scale);
    // More pixels are for sharper letters, not for more to read.
    paintDrawing(drawing, painter, region, std::min(1.0, scale));
}

} // namespace

Result<DrawnImage> diagramImage(const DiagramDrawing &drawing, const Cancelled &cancelled)
{
    const auto area = areaOf(drawing);
    const double largest = largestScale(drawing, area.size());
    if (drawing.scale && *drawing.scale > largest)
        return tooLarge(drawing, area.size(), largest);
    const double scale = std::min(drawing.scale.value_or(drawing.preferred), largest);
    const QSize size(std::max(1, static_cast<int>(area.width() * scale)),
                     std::max(1, static_cast<int>(area.height() * scale)));
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return Error{.code = Error::Code::Internal,
                     .message = Text::tr("There is not enough memory for a picture of this size.")};
    for (int y = 0; y < size.height(); y += side) {
        if (cancelled && cancelled())
            return Error{.code = Error::Code::Cancelled, .message = {}};
        for (int x = 0; x < size.width(); x += side)
            drawTile(drawing, image, QPoint(x, y), scale);
    }
    const auto dots = static_cast<int>(inches * scale / metersPerInch);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return DrawnImage{.image = std::move(image), .scale = scale};
}

} // namespace squall::ui

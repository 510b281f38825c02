#include "ui/diagram/diagramexport.h"

#include "ui/diagram/diagrampainter.h"
#include "ui/diagram/svgdrawing.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QScreen>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramExport)
};

constexpr double margin = 24;
constexpr QSizeF roomForSentence(480, 120);

QString sentenceOf(const DiagramDrawing &drawing)
{
    return drawing.title.isEmpty() ? Text::tr("There are no tables here.")
                                   : Text::tr("There are no tables in “%1”.").arg(drawing.title);
}

/// What stands beside the other tables has no place in a picture without them.
models::DiagramDecoration decorationOf(const models::DiagramPicture &picture, const QSet<int> &without)
{
    auto decoration = picture.decoration;
    decoration.notes.clear();
    std::vector<QRectF> boxes;
    boxes.reserve(picture.positions.size());
    for (int box = 0; box < picture.count(); ++box) {
        boxes.push_back(picture.rect(box));
        if (!decoration.marks.empty() && without.contains(box))
            decoration.marks[static_cast<std::size_t>(box)].reset();
    }
    if (!decoration.marks.empty())
        decoration.islands = models::islandsOf(decoration.marks, boxes);
    return decoration;
}

/// What a program shows of a table that somebody points to.
QString nameOf(const models::DiagramBox &box)
{
    const auto name = box.id.schema + u'.' + box.id.name;
    return box.comment.isEmpty() ? name : name + u": "_s + box.comment;
}

QByteArray pngOf(const QImage &image)
{
    // Little is gained by packing flat colours harder, and hundreds of megapixels take long.
    constexpr int quick = 75;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", quick);
    return bytes;
}

Result<PictureFile> pngFile(const DiagramDrawing &drawing, const Cancelled &cancelled)
{
    const auto drawn = diagramImage(drawing, cancelled);
    if (!drawn)
        return drawn.error();
    PictureFile file{.bytes = pngOf(drawn->image), .remark = {}};
    if (drawn->scale < drawing.scale.value_or(drawing.preferred))
        file.remark = Text::tr("The picture is drawn at %1 of its size: it would be too large otherwise.")
                          .arg(QLocale().toString(drawn->scale * 100, 'f', 0) + u" %"_s);
    return file;
}

} // namespace

DiagramDrawing drawingOf(const models::DiagramPicturePtr &picture, Scheme scheme, const QString &title)
{
    DiagramDrawing drawing{.picture = picture, .style = diagramStyle(scheme), .title = title};
    if (const auto *screen = QGuiApplication::primaryScreen())
        drawing.dpi = screen->logicalDotsPerInchY();
    return drawing;
}

DiagramDrawing partOf(DiagramDrawing drawing, const std::vector<int> &boxes)
{
    if (boxes.empty())
        return drawing;
    for (int box = 0; box < drawing.picture->count(); ++box)
        drawing.without.insert(box);
    for (const int box : boxes)
        drawing.without.remove(box);
    auto part = *drawing.picture;
    part.decoration = decorationOf(part, drawing.without);
    drawing.picture = std::make_shared<const models::DiagramPicture>(std::move(part));
    return drawing;
}

QRectF areaOf(const DiagramDrawing &drawing)
{
    const auto &picture = *drawing.picture;
    if (picture.count() == 0)
        return {QPointF(), roomForSentence};
    if (drawing.without.isEmpty())
        return picture.bounds.adjusted(-margin, -margin, margin, margin).toAlignedRect();
    QRectF area;
    for (int box = 0; box < picture.count(); ++box) {
        if (!drawing.without.contains(box))
            area = area.united(picture.rect(box));
    }
    for (std::size_t i = 0; i < picture.routes.size(); ++i) {
        const auto &line = picture.content->lines[i];
        if (!drawing.without.contains(line.from) && !drawing.without.contains(line.to))
            area = area.united(models::boundsOf(picture.routes[i]));
    }
    area = area.united(picture.decoration.bounds());
    return area.adjusted(-margin, -margin, margin, margin).toAlignedRect();
}

void paintDrawing(const DiagramDrawing &drawing, QPainter &painter, const QRectF &region, double scale,
                  const std::function<void(int box)> &aboutTo)
{
    painter.fillRect(region, drawing.style.color(Token::Surface));
    if (drawing.picture->count() == 0) {
        painter.setFont(drawing.style.title);
        painter.setPen(drawing.style.color(Token::Muted));
        painter.drawText(areaOf(drawing), Qt::AlignCenter | Qt::TextWordWrap, sentenceOf(drawing));
        return;
    }
    // The dots of the ground help a hand that moves tables, and nobody else.
    DiagramPainter(*drawing.picture, drawing.style, painter, scale)
        .paint({.region = region,
                .scale = scale,
                .without = drawing.without,
                .ground = false,
                .aboutTo = aboutTo});
}

QByteArray diagramSvg(const DiagramDrawing &drawing)
{
    const auto area = areaOf(drawing);
    SvgDrawing svg(area, drawing.dpi);
    svg.setTitle(drawing.title);
    if (const auto &overlay = drawing.picture->overlay)
        svg.setDescription(overlay->legend.text());
    {
        QPainter painter(&svg);
        paintDrawing(drawing, painter, area, 1, [&](int box) {
            if (box >= 0)
                svg.beginPart(nameOf(drawing.picture->box(box)));
            else
                svg.endPart();
        });
    }
    return svg.svg();
}

Result<PictureFile> drawFile(const DiagramDrawing &drawing, PictureFormat format, const Cancelled &cancelled)
{
    switch (format) {
    case PictureFormat::Svg: return PictureFile{.bytes = diagramSvg(drawing), .remark = {}};
    case PictureFormat::Png: return pngFile(drawing, cancelled);
    case PictureFormat::Pdf: return diagramPdf(drawing, cancelled);
    }
    Q_UNREACHABLE();
}

} // namespace squall::ui

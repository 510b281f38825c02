#include "ui/chart/chartexport.h"

#include "models/query/chartwords.h"
#include "ui/chart/chartpainter.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace squall::ui {

namespace {

void paint(QPainter &painter, const models::Chart &chart, const QSize &size, Scheme scheme)
{
    painter.fillRect(QRect(QPoint(), size), tokenColor(Token::Surface, scheme));
    const ChartLayout layout(chart, QRectF(QPointF(), size));
    ChartPainter(painter, chart, layout, scheme).paint();
}

} // namespace

QImage chartImage(const models::Chart &chart, const QSize &size, Scheme scheme, double scale)
{
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paint(painter, chart, size, scheme);
    return image;
}

QByteArray chartPng(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray chartSvg(const models::Chart &chart, const QSize &size, Scheme scheme)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(chart.yTitle.isEmpty() ? chart.xTitle : chart.yTitle);
    generator.setDescription(models::chartSummary(chart));
    QPainter painter(&generator);
    paint(painter, chart, size, scheme);
    painter.end();
    return bytes;
}

} // namespace squall::ui

#include "ui/diagram/svgengine.h"

#include "ui/diagram/svgtext.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

QByteArray attribute(const char *name, const QByteArray &value)
{
    return ' ' + QByteArray(name) + "=\"" + value + '"';
}

QByteArray attribute(const char *name, double value)
{
    return attribute(name, svgNumber(value));
}

/// A colour, and how much of what lies below it lets through.
QByteArray paint(const QByteArray &property, const QColor &color, double opacity)
{
    auto text = property + ':' + color.name().toLatin1() + ';';
    const double alpha = color.alphaF() * opacity;
    if (alpha < 1)
        text += property + "-opacity:" + svgNumber(alpha) + ';';
    return text;
}

/// The one that was found here, then those that others may have, then any of the kind.
QByteArray familiesOf(const QFont &font)
{
    QStringList families{QFontInfo(font).family()};
    for (const auto &family : font.families()) {
        if (!families.contains(family))
            families << family;
    }
    const auto any = font.fixedPitch() ? u"monospace"_s : u"sans-serif"_s;
    families.removeAll(any);
    for (auto &family : families) {
        if (family.contains(u' '))
            family = u'\'' + family.remove(u'\'') + u'\'';
    }
    families << any;
    return families.join(u',').toUtf8();
}

QByteArray strokeOf(const QPen &pen, double scale, double opacity)
{
    if (pen.style() == Qt::NoPen)
        return {};
    const double width = pen.widthF() > 0 ? pen.widthF() : 1;
    auto text = paint("stroke", pen.color(), opacity) + "stroke-width:" + svgNumber(width * scale) + ';';
    if (pen.capStyle() == Qt::RoundCap)
        text += "stroke-linecap:round;";
    if (pen.joinStyle() == Qt::RoundJoin)
        text += "stroke-linejoin:round;";
    if (pen.style() == Qt::SolidLine)
        return text;
    QByteArray dashes;
    const auto pattern = pen.dashPattern();
    for (const double dash : pattern)
        dashes += (dashes.isEmpty() ? "" : " ") + svgNumber(dash * width * scale);
    return text + "stroke-dasharray:" + dashes + ';';
}

} // namespace

SvgEngine::SvgEngine()
    : QPaintEngine(AllFeatures)
{
}

QByteArray SvgEngine::styles() const
{
    QByteArray text;
    for (auto look = m_classes.begin(); look != m_classes.end(); ++look)
        text += '.' + look.value() + '{' + look.key() + "}\n";
    return text;
}

void SvgEngine::beginPart(const QString &name)
{
    endPart();
    m_elements += "<g><title>" + svgEscaped(name) + "</title>\n";
    m_part = true;
}

void SvgEngine::endPart()
{
    writeWords();
    if (m_part)
        m_elements += "</g>\n";
    m_part = false;
}

bool SvgEngine::end()
{
    endPart();
    return true;
}

void SvgEngine::write(const QByteArray &element)
{
    writeWords();
    m_elements += element + '\n';
}

QByteArray SvgEngine::classOf(const QByteArray &look)
{
    auto &known = m_classes[look];
    // Two drawings may stand on one page, and a style there is everybody's.
    if (known.isEmpty())
        known = 's' + QCryptographicHash::hash(look, QCryptographicHash::Sha1).toHex().left(6);
    return known;
}

double SvgEngine::scale() const
{
    return std::sqrt(std::abs(painter()->deviceTransform().determinant()));
}

QByteArray SvgEngine::lookOfShape() const
{
    const auto &brush = painter()->brush();
    const double opacity = painter()->opacity();
    const auto fill =
        brush.style() == Qt::NoBrush ? QByteArray("fill:none;") : paint("fill", brush.color(), opacity);
    return fill + strokeOf(painter()->pen(), scale(), opacity);
}

QByteArray SvgEngine::lookOfText(const QFont &font) const
{
    // As large as it is drawn: Qt rounds what is given in points.
    const int pixels = QFontInfo(font).pixelSize();
    return "font-family:" + familiesOf(font) + ";font-size:" + svgNumber(pixels * scale()) + "px;" +
           (font.weight() == QFont::Normal ? QByteArray()
                                           : "font-weight:" + QByteArray::number(font.weight()) + ';') +
           (font.italic() ? "font-style:italic;" : "") +
           paint("fill", painter()->pen().color(), painter()->opacity());
}

void SvgEngine::drawPath(const QPainterPath &whole)
{
    const bool cut = painter()->hasClipping() && painter()->pen().style() == Qt::NoPen;
    const auto path = cut ? whole.intersected(painter()->clipPath()) : whole;
    if (path.isEmpty())
        return;
    const auto transform = painter()->deviceTransform();
    const auto rounded = roundedRectOf(path);
    auto look = lookOfShape();
    if (!rounded && path.fillRule() == Qt::OddEvenFill && painter()->brush().style() != Qt::NoBrush)
        look += "fill-rule:evenodd;";
    look = attribute("class", classOf(look));
    if (!rounded || transform.isRotating()) {
        write("<path" + look + attribute("d", svgPath(transform.map(path))) + "/>");
        return;
    }
    const auto rect = transform.mapRect(rounded->rect);
    write("<rect" + look + attribute("x", rect.x()) + attribute("y", rect.y()) +
          attribute("width", rect.width()) + attribute("height", rect.height()) +
          attribute("rx", rounded->radius * scale()) + "/>");
}

void SvgEngine::drawRects(const QRectF *rects, int count)
{
    for (const auto *rect = rects; rect != rects + count; ++rect) {
        const auto mapped = painter()->deviceTransform().mapRect(*rect);
        write("<rect" + attribute("class", classOf(lookOfShape())) + attribute("x", mapped.x()) +
              attribute("y", mapped.y()) + attribute("width", mapped.width()) +
              attribute("height", mapped.height()) + "/>");
    }
}

void SvgEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPolygonF polygon;
    for (const auto *point = points; point != points + count; ++point)
        polygon << *point;
    QPainterPath path;
    path.addPolygon(polygon);
    if (mode != PolylineMode)
        path.closeSubpath();
    auto look = mode == PolylineMode
                    ? "fill:none;" + strokeOf(painter()->pen(), scale(), painter()->opacity())
                    : lookOfShape();
    if (mode == OddEvenMode)
        look += "fill-rule:evenodd;";
    write("<path" + attribute("class", classOf(look)) +
          attribute("d", svgPath(painter()->deviceTransform().map(path))) + "/>");
}

void SvgEngine::drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source)
{
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void SvgEngine::drawImage(const QRectF &target, const QImage &image, const QRectF &source,
                          Qt::ImageConversionFlags)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.copy(source.toRect()).save(&buffer, "PNG");
    const auto rect = painter()->deviceTransform().mapRect(target);
    write("<image" + attribute("x", rect.x()) + attribute("y", rect.y()) + attribute("width", rect.width()) +
          attribute("height", rect.height()) + " href=\"data:image/png;base64," + png.toBase64() + "\"/>");
}

void SvgEngine::drawTextItem(const QPointF &position, const QTextItem &item)
{
    constexpr double touching = 0.5;
    const auto at = painter()->deviceTransform().map(position);
    const auto style = lookOfText(item.font());
    const double width = item.width() * scale();
    const bool goesOn = m_words.style == style && !(item.renderFlags() & QTextItem::RightToLeft) &&
                        std::abs(m_words.at.y() - at.y()) < touching &&
                        std::abs(m_words.at.x() + m_words.width - at.x()) < touching;
    if (goesOn) {
        m_words.text += item.text();
        m_words.width += width;
        return;
    }
    writeWords();
    m_words = {.text = item.text(), .style = style, .at = at, .width = width};
}

void SvgEngine::writeWords()
{
    if (m_words.text.isEmpty())
        return;
    // As wide as here in whatever font it is shown with.
    m_elements += "<text" + attribute("class", classOf(m_words.style)) + attribute("x", m_words.at.x()) +
                  attribute("y", m_words.at.y()) + attribute("textLength", m_words.width) + '>' +
                  svgEscaped(m_words.text) + "</text>\n";
    m_words = {};
}

} // namespace squall::ui

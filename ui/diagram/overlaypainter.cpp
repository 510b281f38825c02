#include "ui/diagram/overlaypainter.h"

#include "ui/diagram/overlaycolors.h"
#include "ui/theme/metrics.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::DiagramTone;

namespace {

constexpr double markHeight = 16;
constexpr double markPadding = 6;
constexpr double markPixels = 11;
constexpr double rowSignPixels = 13;
constexpr double edgeWidth = 1.6;
constexpr double farHeight = 13;    ///< pixels
constexpr double farPixels = 8.5;   ///< of its letters
constexpr double farAbove = 0.65;   ///< the part of a mark that is above its box: the name is below
constexpr double bordersFrom = 0.3; ///< the scale from which marks lie on borders

} // namespace

OverlayPainter::OverlayPainter(const models::DiagramPicture &picture, const DiagramStyle &style,
                               QPainter &painter, double scale)
    : m_picture(picture)
    , m_style(style)
    , m_painter(painter)
    , m_scale(scale)
{
}

double OverlayPainter::reach(double scale)
{
    return scale < bordersFrom ? 2 : std::max(markHeight / 2 + 2, (farHeight * farAbove + 1) / scale);
}

QFont OverlayPainter::markFont(double pixels) const
{
    auto font = m_style.badge;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    return font;
}

QColor OverlayPainter::farGround(int box) const
{
    const auto colors = colorsOf(mark(box), m_style);
    if (colors.wash.isValid())
        return colors.wash;
    return mark(box).tone == DiagramTone::Warning ? colors.ground : m_style.color(Token::Surface);
}

QColor OverlayPainter::lineColor(int line) const
{
    return colorsOf(m_picture.overlay->line(line), m_style).edge;
}

void OverlayPainter::paintGround(int box)
{
    const auto rect = m_picture.rect(box);
    const auto &look = m_picture.content->look;
    const auto inner = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    if (const auto wash = colorsOf(mark(box), m_style).wash; wash.isValid()) {
        m_painter.save();
        m_painter.setClipRect(QRectF(rect.topLeft(), QSizeF(rect.width(), look.header)), Qt::IntersectClip);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(wash);
        m_painter.drawRoundedRect(inner, metrics::radius, metrics::radius);
        m_painter.restore();
    }
    const auto rows = static_cast<int>(m_picture.box(box).rows.size());
    for (int row = 0; row < rows; ++row) {
        const auto rowMark = m_picture.overlay->row(box, row);
        if (!rowMark)
            continue;
        const QRectF line(inner.left(), rect.top() + look.header + row * look.line, inner.width(), look.line);
        m_painter.fillRect(line, colorsOf(rowMark, m_style).ground);
    }
}

/// Beside the name where there is room, else upon the border above it.
QRectF OverlayPainter::markRect(int number, const QFont &font) const
{
    const auto &box = m_picture.box(number);
    const auto &look = m_picture.content->look;
    const auto rect = m_picture.rect(number);
    const double width =
        std::ceil(QFontMetricsF(font).horizontalAdvance(mark(number).text)) + 2 * markPadding;
    double taken = look.title.of(box.id.name);
    if (!box.schema.isEmpty())
        taken += look.title.of(box.schema) + look.title.of(u".");
    double right = rect.right() - look.padding / 2;
    if (box.partitions > 0)
        right -= look.row.of(QString::number(box.partitions)) + look.badge;
    const bool fits = rect.left() + look.padding + taken + look.padding / 2 + width <= right;
    const double top = fits ? rect.top() + (look.header - markHeight) / 2 : rect.top() - markHeight / 2;
    return {(fits ? right : rect.right() - look.padding / 2) - width, top, width, markHeight};
}

void OverlayPainter::paintMark(const QRectF &rect, const models::DiagramMark &mark, const QFont &font)
{
    const auto colors = colorsOf(mark, m_style);
    const double round = rect.height() / 2;
    auto edge = mark.tone == DiagramTone::Heat ? m_style.color(Token::Muted) : colors.edge;
    QPen pen(edge, 1);
    if (mark.tone == DiagramTone::Unknown)
        pen.setStyle(Qt::DashLine);
    m_painter.setPen(pen);
    m_painter.setBrush(colors.ground);
    m_painter.drawRoundedRect(rect, round, round);
    auto letters = font;
    // A sign is smaller than a letter, and says as much as a word.
    constexpr double larger = 1.4;
    if (mark.text.size() == 1 && !mark.text.front().isDigit())
        letters.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * larger)));
    m_painter.setFont(letters);
    m_painter.setPen(colors.ink);
    m_painter.drawText(rect.adjusted(-4, 0, 4, 0), Qt::AlignCenter | Qt::TextSingleLine, mark.text);
}

void OverlayPainter::paintBorder(int box)
{
    const auto tone = mark(box).tone;
    if (tone == DiagramTone::None || tone == DiagramTone::Heat || tone == DiagramTone::Unknown)
        return;
    QPen pen(colorsOf(mark(box), m_style).edge, std::max(edgeWidth, edgeWidth / m_scale));
    if (tone == DiagramTone::Removed)
        pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(m_picture.rect(box), metrics::radius, metrics::radius);
}

void OverlayPainter::strikeOut(int box, int row, const QRectF &line)
{
    const auto &shown = m_picture.box(box);
    const double left = line.left() + m_picture.content->look.padding + shown.gutter;
    const double width = std::min(
        m_picture.content->look.row.of(shown.rows[static_cast<std::size_t>(row)].name), line.right() - left);
    m_painter.setPen(QPen(m_style.color(Token::Removed), 1));
    m_painter.drawLine(QPointF(left, line.center().y()), QPointF(left + width, line.center().y()));
}

void OverlayPainter::paintRowSigns(int box)
{
    const auto &look = m_picture.content->look;
    const auto rect = m_picture.rect(box);
    const auto rows = static_cast<int>(m_picture.box(box).rows.size());
    for (int row = 0; row < rows; ++row) {
        const auto rowMark = m_picture.overlay->row(box, row);
        if (!rowMark)
            continue;
        const QRectF line(rect.left(), rect.top() + look.header + row * look.line, rect.width(), look.line);
        m_painter.setFont(markFont(rowSignPixels));
        m_painter.setPen(colorsOf(rowMark, m_style).ink);
        m_painter.drawText(QRectF(line.left() - 2, line.top(), look.padding + 4, line.height()),
                           Qt::AlignCenter | Qt::TextSingleLine, rowMark.text);
        if (rowMark.tone == DiagramTone::Removed)
            strikeOut(box, row, line);
    }
}

void OverlayPainter::paintMarks(int box)
{
    paintRowSigns(box);
    if (!mark(box))
        return;
    if (mark(box).tone == DiagramTone::Removed) {
        // What is gone is a ghost.
        auto veil = m_style.color(Token::Surface);
        constexpr double thickness = 0.45;
        veil.setAlphaF(thickness);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(veil);
        m_painter.drawRoundedRect(m_picture.rect(box), metrics::radius, metrics::radius);
    }
    paintBorder(box);
    const auto font = markFont(markPixels);
    paintMark(markRect(box, font), mark(box), font);
}

void OverlayPainter::paintFarMarks(int box)
{
    paintBorder(box);
    if (!mark(box))
        return;
    constexpr double leastRoom = 44; // for the name, and this above it
    const auto rect = m_picture.rect(box);
    const auto font = markFont(farPixels / m_scale);
    const double height = farHeight / m_scale;
    const double width = QFontMetricsF(font).horizontalAdvance(mark(box).text) + 8 / m_scale;
    const double margin = 2 / m_scale;
    const bool onBorder = m_scale >= bordersFrom;
    if (width > rect.width() || (!onBorder && rect.height() * m_scale < leastRoom))
        return;
    const double top = onBorder ? rect.top() - height * farAbove : rect.top() + margin;
    paintMark({std::max(rect.left(), rect.right() - margin - width), top, width, height}, mark(box), font);
}

/// In the middle of its longest piece.
void OverlayPainter::paintLineMark(int line)
{
    const auto &points = m_picture.routes[static_cast<std::size_t>(line)].points;
    QPointF middle;
    double longest = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double length = (points[i] - points[i - 1]).manhattanLength();
        if (length <= longest)
            continue;
        longest = length;
        middle = (points[i] + points[i - 1]) / 2;
    }
    if (longest <= 0)
        return;
    constexpr double least = 14; // pixels
    constexpr double most = 22;
    constexpr double readable = 9;
    const auto &lineMark = m_picture.overlay->line(line);
    const double size = std::clamp(least / m_scale, least, most);
    const auto font = markFont(size * markPixels / markHeight);
    const double width = std::max(size, QFontMetricsF(font).horizontalAdvance(lineMark.text) + size / 2);
    auto shown = lineMark;
    if (size * m_scale < readable)
        shown.text.clear();
    paintMark({middle.x() - width / 2, middle.y() - size / 2, width, size}, shown, font);
}

} // namespace squall::ui

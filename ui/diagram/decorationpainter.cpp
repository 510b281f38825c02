#include "ui/diagram/decorationpainter.h"

#include "ui/diagram/diagramwords.h"
#include "ui/theme/metrics.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace squall::ui {

namespace {

constexpr double islandRadius = 10;
constexpr double paddingX = 12;
constexpr double paddingY = 9;
constexpr double leastLetters = 5; ///< pixels; smaller ones are no text
constexpr double wantedLetters = 10;
constexpr double smallestName = 11; ///< units
constexpr double largestName = 22;

/// Laid out for this width; its height.
double layOut(QTextLayout &layout, double width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    double y = 0;
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition({0, y});
        y += std::ceil(line.height() * 1.15);
    }
    layout.endLayout();
    return y;
}

/// With round corners above.
QPainterPath tabShape(const QRectF &rect)
{
    constexpr double radius = metrics::radius;
    QPainterPath shape(rect.bottomLeft());
    shape.lineTo(rect.left(), rect.top() + radius);
    shape.quadTo(rect.topLeft(), {rect.left() + radius, rect.top()});
    shape.lineTo(rect.right() - radius, rect.top());
    shape.quadTo(rect.topRight(), {rect.right(), rect.top() + radius});
    shape.lineTo(rect.bottomRight());
    shape.closeSubpath();
    return shape;
}

QString inLines(QString text)
{
    return text.replace(u'\n', QChar(QChar::LineSeparator));
}

} // namespace

DecorationPainter::DecorationPainter(const DiagramStyle &style, QPainter &painter, double scale)
    : m_style(style)
    , m_painter(painter)
    , m_scale(scale)
{
}

void DecorationPainter::paint(const models::DiagramDecoration &decoration, const QRectF &region,
                              const QString &withoutNote)
{
    for (const auto &island : decoration.islands) {
        if (island.bounds().intersects(region))
            paintIsland(island);
    }
    for (const auto &note : decoration.notes) {
        if (note.id != withoutNote && note.rect.adjusted(-2, -2, 2, 2).intersects(region))
            paintNote(note);
    }
}

void DecorationPainter::paintIsland(const models::DiagramIsland &island)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.island(island.mark.color));
    for (const auto &rect : island.ground)
        m_painter.drawRoundedRect(rect, islandRadius, islandRadius);
    paintName(island);
}

/// Larger from afar, as long as that can be read and has room.
void DecorationPainter::paintName(const models::DiagramIsland &island)
{
    const double pixels = std::clamp(wantedLetters / m_scale, smallestName, largestName);
    if (pixels * m_scale < leastLetters)
        return;
    auto font = m_style.title;
    font.setPixelSize(static_cast<int>(std::round(pixels)));
    const QFontMetricsF letters(font);
    const double room = island.name.width() - 2 * paddingX;
    const auto text = letters.elidedText(groupInWords(island.mark), Qt::ElideRight, room);
    const double height = std::min(island.name.height(), letters.height() + 4);
    // A tab on the upper edge of the ground.
    const QRectF tab(island.name.left(), island.name.bottom() - height + 4,
                     letters.horizontalAdvance(text) + 2 * paddingX, height);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.header(island.mark.color));
    m_painter.drawPath(tabShape(tab));
    m_painter.setFont(font);
    m_painter.setPen(m_style.color(Token::Text));
    m_painter.drawText(QRectF(tab.left() + paddingX, tab.top(), tab.width(), height),
                       Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void DecorationPainter::paintNote(const models::DiagramPlacedNote &note)
{
    m_painter.setPen(QPen(m_style.noteBorder(note.color), std::max(1.0, 1 / m_scale)));
    m_painter.setBrush(m_style.note(note.color));
    m_painter.drawRoundedRect(note.rect, metrics::radius, metrics::radius);
    if (m_style.text.pixelSize() * m_scale < leastLetters)
        return;
    QTextLayout layout(inLines(note.text), m_style.text);
    const auto inner = note.rect.adjusted(paddingX, paddingY, -paddingX, -paddingY);
    layOut(layout, inner.width());
    m_painter.setPen(m_style.color(Token::Text));
    // What another machine's fonts leave no room for is left out, whole lines of it.
    for (int each = 0; each < layout.lineCount(); ++each) {
        const auto row = layout.lineAt(each);
        if (row.y() + row.height() <= inner.height() + paddingY)
            row.draw(&m_painter, inner.topLeft());
    }
}

double noteHeight(const QString &text, double width, const DiagramStyle &style)
{
    QTextLayout layout(inLines(text), style.text);
    return std::ceil(layOut(layout, width - 2 * paddingX) + 2 * paddingY);
}

} // namespace squall::ui

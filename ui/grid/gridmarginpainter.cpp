#include "ui/grid/gridmarginpainter.h"

#include "ui/grid/gridlayout.h"
#include "ui/grid/gridmargin.h"

#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int narrowest = 52;
constexpr int widest = 132;
constexpr int arrowSize = 12;

} // namespace

GridMarginPainter::GridMarginPainter(const Theme &theme)
    : m_theme(theme)
{
}

int GridMarginPainter::widthOf(const GridMargin &margin, int note) const
{
    const int header = std::max(m_text.widthOf(onOneLine(margin.title(note)), GridFont::Name),
                                m_text.widthOf(onOneLine(margin.subtitle(note)), GridFont::Type));
    return std::clamp(header + 2 * padding + 2, narrowest, widest);
}

QRect GridMarginPainter::arrowOf(const GridLayout &layout, qint64 row)
{
    const int left = GridLayout::gutterWidth - arrowSize - 4;
    return {left, layout.rowTop(row) + (GridLayout::rowHeight - arrowSize) / 2, arrowSize, arrowSize};
}

void GridMarginPainter::paint(QPainter &painter, const Scene &scene)
{
    const auto &layout = scene.layout;
    const auto [first, count] = layout.visibleRows();
    const QRect notes(GridLayout::gutterWidth, 0, layout.cellsLeft() - GridLayout::gutterWidth,
                      layout.viewport().height());
    painter.save();
    painter.setClipRect(QRect(0, GridLayout::headerHeight, layout.cellsLeft(), layout.viewport().height()));
    painter.fillRect(notes, m_theme.color(Token::Surface));
    for (qint64 row = first; row < first + count; ++row)
        paintRow(painter, scene, row);
    painter.setClipRect(notes);
    painter.fillRect(QRect(notes.topLeft(), QSize(notes.width(), GridLayout::headerHeight - 1)),
                     m_theme.color(Token::Window));
    for (int note = 0; note < layout.noteCount(); ++note)
        paintHeader(painter, scene, note);
    painter.setPen(m_theme.color(Token::Line));
    const int bottom = std::max(GridLayout::headerHeight, layout.rowTop(first + count)) - 1;
    for (int note = 0; note < layout.noteCount(); ++note) {
        const int x = layout.noteLeft(note + 1) - 1;
        painter.drawLine(x, 0, x, bottom);
    }
    painter.restore();
}

void GridMarginPainter::paintHeader(QPainter &painter, const Scene &scene, int note)
{
    const QRect inside(scene.layout.noteLeft(note) + padding, 5, scene.layout.noteWidth(note) - 2 * padding,
                       0);
    write(painter, onOneLine(scene.margin.title(note)), GridFont::Name,
          {inside.topLeft(), QSize(inside.width(), 19)}, Token::Muted, true);
    write(painter, onOneLine(scene.margin.subtitle(note)), GridFont::Type,
          {inside.x(), inside.y() + 18, inside.width(), 15}, Token::Muted, true);
}

void GridMarginPainter::paintRow(QPainter &painter, const Scene &scene, qint64 row)
{
    const auto &layout = scene.layout;
    const int top = layout.rowTop(row);
    for (int note = 0; note < layout.noteCount(); ++note) {
        const auto [text, quiet] = scene.margin.note(note, row);
        const auto ink = row == scene.hovered ? Token::Accent : quiet ? Token::Faint : Token::Muted;
        if (!text.isEmpty())
            write(painter, text, GridFont::Mono,
                  {layout.noteLeft(note) + padding, top, layout.noteWidth(note) - 2 * padding,
                   GridLayout::rowHeight},
                  ink, true);
    }
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(GridLayout::gutterWidth, top + GridLayout::rowHeight - 1, layout.cellsLeft() - 1,
                     top + GridLayout::rowHeight - 1);
    if (scene.margin.canOpen(row) &&
        (row == scene.current || row == scene.hovered || scene.margin.isOpen(row)))
        paintArrow(painter, scene, row);
}

void GridMarginPainter::paintArrow(QPainter &painter, const Scene &scene, qint64 row)
{
    const auto name = scene.margin.isOpen(row) ? u"chevron-down"_s : u"chevron-right"_s;
    const auto tint = row == scene.hovered ? Token::Accent : Token::Muted;
    m_theme.icon(name, tint).paint(&painter, arrowOf(scene.layout, row));
}

void GridMarginPainter::write(QPainter &painter, const QString &text, GridFont face, const QRect &rect,
                              Token color, bool right)
{
    const auto &shaped = m_text.shaped(text, face, rect.width());
    const auto size = shaped.size();
    const double x = right ? rect.x() + rect.width() - size.width() : rect.x();
    painter.setFont(m_text.font(face));
    painter.setPen(m_theme.color(color));
    shaped.draw(painter, QPointF(x, rect.y() + (rect.height() - size.height()) / 2));
}

} // namespace squall::ui

#include "ui/grid/gridpainter.h"

#include "core/base/compactjson.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::TypeKind;

namespace {

constexpr int padding = 10;
constexpr int lockSize = 12;
constexpr int skeletonHeight = 8;

GridFont faceOf(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Text:
    case TypeKind::Boolean:
    case TypeKind::Enum: return GridFont::Text;
    case TypeKind::Other:
    case TypeKind::Number:
    case TypeKind::Time:
    case TypeKind::Uuid:
    case TypeKind::Json:
    case TypeKind::Bytea:
    case TypeKind::Array: return GridFont::Mono;
    }
    return GridFont::Text;
}

QString arrow(int sort)
{
    return sort > 0 ? u" ↑"_s : sort < 0 ? u" ↓"_s : QString();
}

/// Where the columns from `first` on may paint: pinned ones lie beside the others, not over them.
QRect clipOf(const GridLayout &layout, int first)
{
    const int edge = layout.scrolledLeft();
    const auto size = layout.viewport();
    if (first < layout.pinnedEnd())
        return {layout.cellsLeft(), 0, edge - layout.cellsLeft(), size.height()};
    return {edge, 0, size.width() - edge, size.height()};
}

/// Of bytes always, of other values when they were cut; -1 when it need not be said.
qint64 lengthOf(TypeKind kind, const GridCell &cell)
{
    constexpr int prefix = 2;
    if (cell.fullLength >= 0 || kind != TypeKind::Bytea || cell.null || !cell.text.startsWith(u"\\x"))
        return cell.fullLength;
    return (cell.text.size() - prefix) / 2;
}

QString lineOf(TypeKind kind, const QString &text)
{
    return onOneLine(kind == TypeKind::Json ? compactJson(text) : text);
}

/// How long the whole of a cut value is.
QString lengthText(TypeKind kind, qint64 length)
{
    return kind == TypeKind::Bytea
               ? QLocale().formattedDataSize(length, 1, QLocale::DataSizeTraditionalFormat)
               : QLocale().toString(length);
}

} // namespace

GridPainter::GridPainter(const Theme &theme)
    : m_theme(theme)
{
}

void GridPainter::paint(QPainter &painter, const GridScene &scene)
{
    painter.fillRect(QRect({}, scene.layout.viewport()), m_theme.color(Token::Surface));
    const auto visible = scene.layout.visibleRows();
    const auto current = scene.selection.current();
    const auto paintSpan = [&](Columns columns) {
        painter.save();
        painter.setClipRect(clipOf(scene.layout, columns.first).adjusted(0, GridLayout::headerHeight, 0, 0));
        for (qint64 row = visible.first; row < visible.first + visible.second; ++row)
            paintRow(painter, scene, row, columns);
        paintLines(painter, scene, columns);
        if (current.column >= columns.first && current.column < columns.second)
            paintCurrent(painter, scene);
        painter.restore();
    };
    paintSpan(scene.layout.visibleColumns());
    if (const int pinned = scene.layout.pinnedEnd(); pinned > 0)
        paintSpan({0, pinned});
    if (!current.isValid())
        paintCurrent(painter, scene);
    if (scene.header)
        paintHeader(painter, scene);
    // Always, because between whole pixels the rows reach into it.
    painter.fillRect(0, GridLayout::headerHeight - 1, scene.layout.viewport().width(), 1,
                     m_theme.color(Token::Line));
    paintPinnedEdge(painter, scene);
    paintDrop(painter, scene);
    paintGutter(painter, scene);
}

void GridPainter::paintRow(QPainter &painter, const GridScene &scene, qint64 row, Columns columns)
{
    const qint64 inModel = row - scene.model->firstRow();
    if (inModel < 0 || inModel >= scene.model->rowCount()) {
        if (scene.skeleton)
            paintSkeleton(painter, scene, row, columns);
        return;
    }
    const int loaded = static_cast<int>(inModel);
    const auto line = GridRow::of(*scene.model, loaded);
    for (int column = columns.first; column < columns.second; ++column) {
        const auto rect = scene.layout.cell(row, column);
        const bool selected = scene.selection.contains(row, column);
        const auto marks = GridMarks::of(*scene.model, line, loaded, column);
        paintGround(painter, scene, marks, rect, selected);
        if (scene.waiting == CellPosition{row, column})
            write(painter, tr("reading…"), GridFont::Null, rect.adjusted(padding, 0, -padding, 0),
                  marks.dimInk(selected), false);
        else
            paintCell(painter, scene.columns[static_cast<size_t>(column)],
                      GridCell::of(*scene.model, loaded, column), marks, rect, selected);
    }
}

/// A single selected cell keeps the ground of its mark: its frame says that it is selected.
void GridPainter::paintGround(QPainter &painter, const GridScene &scene, const GridMarks &marks,
                              const QRect &rect, bool selected)
{
    const auto ground = marks.ground();
    const auto &ranges = scene.selection.ranges();
    const bool alone = ranges.size() == 1 && ranges.front().isSingle();
    if (selected && !(ground && alone))
        painter.fillRect(rect, m_theme.color(Token::Selection));
    else if (ground)
        painter.fillRect(rect, m_theme.color(*ground));
}

void GridPainter::paintSkeleton(QPainter &painter, const GridScene &scene, qint64 row, Columns columns)
{
    for (int column = columns.first; column < columns.second; ++column) {
        const auto rect = scene.layout.cell(row, column).adjusted(padding, 0, -padding, 0);
        // Lengths vary like words do, the same for a cell in every frame.
        const int part = 40 + static_cast<int>((row * 31 + qint64(column) * 17) % 5) * 11;
        painter.fillRect(rect.x(), rect.center().y() - skeletonHeight / 2, rect.width() * part / 100,
                         skeletonHeight, m_theme.color(Token::Line));
    }
}

void GridPainter::paintCell(QPainter &painter, const GridColumn &column, const GridCell &cell,
                            const GridMarks &marks, const QRect &rect, bool selected)
{
    const auto dim = marks.dimInk(selected);
    auto inside = rect.adjusted(padding, 0, -padding, 0);
    const bool right = column.kind == TypeKind::Number;
    QRectF place;
    if (const auto filledBy = marks.computed ? cell.text : cell.filledBy; !filledBy.isEmpty()) {
        place = write(painter, onOneLine(filledBy), GridFont::Mono, inside, dim, right);
    } else if (cell.null) {
        place = write(painter, u"NULL"_s, GridFont::Null, inside, dim, right);
    } else if (cell.text.isEmpty()) {
        place = write(painter, u"''"_s, GridFont::Mono, inside, dim, right);
    } else if (!cell.label.isEmpty()) {
        place = paintReference(painter, cell, marks, inside, selected);
    } else {
        if (const qint64 known = lengthOf(column.kind, cell); known >= 0) {
            const auto length = lengthText(column.kind, known);
            const int width = m_text.widthOf(length, GridFont::Type);
            if (width < inside.width() / 2) {
                write(painter, length, GridFont::Type, inside, dim, true);
                inside.setRight(inside.right() - width - padding);
            }
        }
        const auto text = lineOf(column.kind, cell.text) + (cell.fullLength >= 0 ? u"…"_s : QString());
        place = write(painter, text, faceOf(column.kind), inside, marks.ink(selected), right);
    }
    paintMarks(painter, m_theme, marks, place, rect);
}

/// What people call the row, and where that leads: `Mara Ortiz → 88`.
QRectF GridPainter::paintReference(QPainter &painter, const GridCell &cell, const GridMarks &marks,
                                   const QRect &inside, bool selected)
{
    // A long key, such as a uuid, gives way to the name.
    constexpr double widestName = 0.7;
    const auto widest = static_cast<int>(inside.width() * widestName);
    // The width is rounded, and what is a hair too long would lose letters.
    const int wide = std::min(m_text.widthOf(cell.label, GridFont::Text) + 2, widest);
    const auto place = write(painter, cell.label, GridFont::Text,
                             {inside.x(), inside.y(), wide, inside.height()}, marks.ink(selected), false);
    const auto rest = inside.adjusted(wide + padding / 2, 0, 0, 0);
    return place | write(painter, u"→ "_s + cell.text, GridFont::Mono, rest, marks.dimInk(selected), false);
}

QRectF GridPainter::write(QPainter &painter, const QString &text, GridFont face, const QRect &rect,
                          Token color, bool right)
{
    const auto &shaped = m_text.shaped(text, face, rect.width());
    const auto size = shaped.size();
    const double x = right ? rect.x() + rect.width() - size.width() : rect.x();
    const QPointF at(x, rect.y() + (rect.height() - size.height()) / 2);
    painter.setFont(m_text.font(face));
    painter.setPen(m_theme.color(color));
    shaped.draw(painter, at);
    return {at, size};
}

void GridPainter::paintLines(QPainter &painter, const GridScene &scene, Columns columns)
{
    const auto &layout = scene.layout;
    const auto [firstRow, rows] = layout.visibleRows();
    const int bottom = layout.rowTop(firstRow + rows);
    const int right = layout.contentRight();
    const auto color = m_theme.color(Token::Line);
    // A line that is drawn costs many times one that is filled.
    for (qint64 row = firstRow; row < firstRow + rows; ++row)
        painter.fillRect(layout.cellsLeft(), layout.rowTop(row) + GridLayout::rowHeight - 1,
                         right - layout.cellsLeft(), 1, color);
    for (int column = columns.first; column < columns.second; ++column) {
        const int x = layout.columnLeft(column) + layout.columnWidth(column) - 1;
        painter.fillRect(x, GridLayout::headerHeight, 1, bottom - GridLayout::headerHeight, color);
    }
}

void GridPainter::paintHeader(QPainter &painter, const GridScene &scene)
{
    const auto &layout = scene.layout;
    painter.fillRect(0, 0, layout.viewport().width(), GridLayout::headerHeight, m_theme.color(Token::Window));
    paintHeaderCells(painter, scene, layout.visibleColumns());
    paintHeaderCells(painter, scene, {0, layout.pinnedEnd()});
}

void GridPainter::paintHeaderCells(QPainter &painter, const GridScene &scene, Columns columns)
{
    const auto &layout = scene.layout;
    painter.save();
    painter.setClipRect(clipOf(layout, columns.first));
    for (int column = columns.first; column < columns.second; ++column) {
        paintHeaderCell(painter, scene.columns[static_cast<size_t>(column)], layout.headerCell(column),
                        scene.selection.containsColumn(column, layout.rowCount()));
    }
    painter.restore();
}

/// While something lies beneath the pinned columns, their border is a heavier one.
void GridPainter::paintPinnedEdge(QPainter &painter, const GridScene &scene)
{
    const auto &layout = scene.layout;
    if (layout.pinnedEnd() == 0 || layout.x() == 0)
        return;
    const auto [first, count] = layout.visibleRows();
    painter.fillRect(layout.scrolledLeft() - 1, 0, 2, layout.rowTop(first + count),
                     m_theme.color(Token::Faint));
}

void GridPainter::paintDrop(QPainter &painter, const GridScene &scene)
{
    if (scene.dropColumn < 0)
        return;
    const auto cell = scene.layout.headerCell(scene.dropColumn);
    const int x = scene.dropAfter ? cell.right() : cell.left();
    painter.fillRect(x - 1, 0, 3, scene.layout.viewport().height(), m_theme.color(Token::Accent));
}

void GridPainter::paintHeaderCell(QPainter &painter, const GridColumn &column, const QRect &rect,
                                  bool selected)
{
    if (selected)
        painter.fillRect(rect, m_theme.color(Token::Selection));
    auto inside = rect.adjusted(padding, 5, -padding, 0);
    if (column.generated) {
        const QRect lock(inside.right() - lockSize + 1, inside.y() + 3, lockSize, lockSize);
        m_theme.icon(u"lock"_s).paint(&painter, lock);
        inside.setRight(lock.left() - padding / 2);
    }
    const auto sign = arrow(column.sort);
    const int room = inside.width() - m_text.widthOf(sign, GridFont::Name);
    const auto name = m_text.shaped(onOneLine(column.name), GridFont::Name, room).text();
    write(painter, name + sign, GridFont::Name, {inside.x(), inside.y(), inside.width() + padding, 19},
          Token::Text, false);
    write(painter, column.type, GridFont::Type, {inside.x(), inside.y() + 18, rect.width() - 2 * padding, 15},
          Token::Muted, false);
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), m_theme.color(Token::Line));
}

void GridPainter::paintGutter(QPainter &painter, const GridScene &scene)
{
    const auto &layout = scene.layout;
    const auto [first, count] = layout.visibleRows();
    const int right = GridLayout::gutterWidth - 1;
    painter.save();
    painter.setClipRect(0, GridLayout::headerHeight, GridLayout::gutterWidth, layout.viewport().height());
    painter.fillRect(0, GridLayout::headerHeight, right, layout.viewport().height(),
                     m_theme.color(Token::Surface));
    for (qint64 row = first; row < first + count; ++row)
        paintGutterRow(painter, scene, row);
    painter.restore();
    painter.fillRect(right, 0, 1, std::max(GridLayout::headerHeight, layout.rowTop(first + count)),
                     m_theme.color(Token::Line));
}

/// The gutter says in a sign what colours say beside it.
void GridPainter::paintGutterRow(QPainter &painter, const GridScene &scene, qint64 row)
{
    const int right = GridLayout::gutterWidth - 1;
    const int top = scene.layout.rowTop(row);
    const QRect place(0, top, right, GridLayout::rowHeight);
    const qint64 inModel = row - scene.model->firstRow();
    const bool loaded = inModel >= 0 && inModel < scene.model->rowCount();
    const auto mark =
        loaded ? GridRow::of(*scene.model, static_cast<int>(inModel)).mark : models::EditMark::None;
    if (scene.selection.containsRow(row, scene.layout.columnCount()))
        painter.fillRect(place, m_theme.color(Token::Selection));
    else if (mark == models::EditMark::Added || mark == models::EditMark::Removed)
        painter.fillRect(place, m_theme.color(*groundOf(mark)));
    if (mark != models::EditMark::None) {
        painter.setFont(m_text.font(GridFont::Mono));
        painter.setPen(m_theme.color(inkOf(mark)));
        painter.drawText(scene.opens ? place.adjusted(0, 0, -right / 2, 0) : place, Qt::AlignCenter,
                         signOf(mark));
    }
    if (scene.selection.current().row == row)
        painter.fillRect(0, top, 3, GridLayout::rowHeight - 1, m_theme.color(Token::Accent));
    painter.fillRect(0, top + GridLayout::rowHeight - 1, right + 1, 1, m_theme.color(Token::Line));
}

void GridPainter::paintCurrent(QPainter &painter, const GridScene &scene)
{
    const auto current = scene.selection.current();
    const auto color = m_theme.color(scene.focused ? Token::Accent : Token::Faint);
    if (current.isValid() && current.row < scene.layout.rowCount() &&
        current.column < scene.layout.columnCount()) {
        const auto rect = scene.layout.cell(current.row, current.column).adjusted(-1, -1, 0, 0);
        painter.setPen(QPen(color, scene.focused ? 2 : 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    } else if (scene.focused) {
        painter.setPen(color);
        painter.drawRect(QRect(scene.layout.cellsLeft(), GridLayout::headerHeight,
                               scene.layout.viewport().width() - scene.layout.cellsLeft(),
                               scene.layout.viewport().height() - GridLayout::headerHeight)
                             .adjusted(0, 0, -1, -1));
    }
}

const QFont &GridPainter::fontOf(const GridColumn &column) const
{
    return m_text.font(faceOf(column.kind));
}

int GridPainter::headerWidth(const GridColumn &column) const
{
    const int name = m_text.widthOf(onOneLine(column.name) + arrow(column.sort), GridFont::Name) +
                     (column.generated ? lockSize + padding / 2 : 0);
    return std::max(name, m_text.widthOf(column.type, GridFont::Type)) + 2 * padding + 2;
}

int GridPainter::cellWidth(const GridColumn &column, const GridCell &cell) const
{
    constexpr int enoughLetters = 400;
    int width = 0;
    if (!cell.filledBy.isEmpty())
        width = m_text.widthOf(onOneLine(cell.filledBy.left(enoughLetters)), GridFont::Mono);
    else if (cell.null)
        width = m_text.widthOf(u"NULL"_s, GridFont::Null);
    else
        width = m_text.widthOf(lineOf(column.kind, cell.text.left(enoughLetters)), faceOf(column.kind));
    if (const qint64 known = lengthOf(column.kind, cell); known >= 0)
        width += m_text.widthOf(lengthText(column.kind, known), GridFont::Type) + 2 * padding;
    // Names come a moment after the keys; what they need is kept free, so that nothing moves.
    constexpr int forName = 88;
    return width + 2 * padding + 2 + (column.reference ? forName : 0);
}

} // namespace squall::ui

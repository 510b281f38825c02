// The grid's answers to keys and the mouse.
#include "ui/grid/grid.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int wheelNotch = 120;
constexpr int longestTip = 1000;

std::optional<Motion> motionOf(const QKeyEvent &event)
{
    const bool control = event.modifiers() & Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Up: return control ? Motion::Top : Motion::Up;
    case Qt::Key_Down: return control ? Motion::Bottom : Motion::Down;
    case Qt::Key_Left: return control ? Motion::RowStart : Motion::Left;
    case Qt::Key_Right: return control ? Motion::RowEnd : Motion::Right;
    case Qt::Key_Home: return control ? Motion::First : Motion::RowStart;
    case Qt::Key_End: return control ? Motion::Last : Motion::RowEnd;
    // With Ctrl they change tabs.
    case Qt::Key_PageUp: return control ? std::nullopt : std::optional(Motion::PageUp);
    case Qt::Key_PageDown: return control ? std::nullopt : std::optional(Motion::PageDown);
    default: return std::nullopt;
    }
}

} // namespace

bool Grid::moveByKey(const QKeyEvent &event)
{
    const auto motion = motionOf(event);
    if (!motion || event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    moveTo(movedBy(*motion), event.modifiers() & Qt::ShiftModifier);
    return true;
}

void Grid::keyPressEvent(QKeyEvent *event)
{
    const auto current = m_selection.current();
    const bool control = event->modifiers() == Qt::ControlModifier;
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_M && control && current.isValid()) {
        emit columnMenuRequested(current.column,
                                 viewport()->mapToGlobal(m_layout.headerCell(current.column).bottomLeft()));
    } else if (event->key() == Qt::Key_Space && shift && current.isValid()) {
        selectCells({current.row, 0, current.row, m_layout.columnCount() - 1, true});
    } else if (event->key() == Qt::Key_Space && control && current.isValid()) {
        selectColumn(current.column);
    } else if (enter && m_margin && current.isValid() && event->modifiers() & Qt::AltModifier) {
        emit enterRequested(current.row);
    } else if (enter && current.isValid()) {
        emit activated(current.row, current.column);
    } else if (event->key() == Qt::Key_Escape && m_selection.ranges().size() == 1 &&
               !m_selection.ranges().front().isSingle()) {
        moveTo(current, false);
    } else if (!moveColumnByKey(*event) && !moveByKey(*event)) {
        event->ignore();
    }
}

void Grid::wheelEvent(QWheelEvent *event)
{
    QPoint pixels = event->pixelDelta();
    if (pixels.isNull()) {
        // Parts of a notch, as fine wheels send them, add up.
        const int notch = QApplication::wheelScrollLines() * GridLayout::rowHeight;
        const auto angle = event->angleDelta();
        m_wheelRest += angle.y() * notch;
        pixels = {angle.x() * notch / wheelNotch, m_wheelRest / wheelNotch};
        m_wheelRest %= wheelNotch;
    }
    if (event->modifiers() & Qt::ShiftModifier && pixels.x() == 0)
        pixels = pixels.transposed();
    const auto before = std::pair(m_layout.x(), m_layout.y());
    scrollBy(-pixels.x(), -pixels.y());
    // At its end it is for whoever this grid lies in.
    event->setAccepted(before != std::pair(m_layout.x(), m_layout.y()));
}

void Grid::selectColumn(int column)
{
    if (m_layout.rowCount() == 0)
        return;
    const auto before = m_selection.current();
    const CellPosition current{before.isValid() ? before.row : topRow(), column};
    m_selection.selectRange({0, column, m_layout.rowCount() - 1, column}, {0, column}, current);
    viewport()->update();
    announce(before);
}

void Grid::pressHeader(const QMouseEvent &event)
{
    const int x = event.position().toPoint().x();
    if (x < m_layout.cellsLeft()) {
        if (x < GridLayout::gutterWidth)
            selectAll();
        return;
    }
    m_draggedColumn = m_layout.borderAt(x);
    if (m_draggedColumn >= 0) {
        m_drag = Drag::Border;
        m_dragStart = m_layout.columnWidth(m_draggedColumn) - x;
        return;
    }
    m_draggedColumn = m_layout.columnAt(x);
    m_drag = m_draggedColumn >= 0 ? Drag::Columns : Drag::None;
    m_dragStart = x;
}

void Grid::pressGutter(const QMouseEvent &event)
{
    const qint64 row = m_layout.rowAt(event.position().toPoint().y());
    if (row < 0 || m_layout.columnCount() == 0)
        return;
    const auto before = m_selection.current();
    const int last = m_layout.columnCount() - 1;
    const CellPosition current{row, before.isValid() ? before.column : 0};
    const qint64 from = event.modifiers() & Qt::ShiftModifier && m_selection.anchor().isValid()
                            ? m_selection.anchor().row
                            : row;
    const CellRange range{std::min(from, row), 0, std::max(from, row), last, true};
    if (event.modifiers() & Qt::ControlModifier)
        m_selection.addRange(range, current);
    else
        m_selection.selectRange(range, {from, current.column}, current);
    m_drag = Drag::Rows;
    viewport()->update();
    announce(before);
}

void Grid::mousePressEvent(QMouseEvent *event)
{
    const auto position = event->position().toPoint();
    const CellPosition cell{m_layout.rowAt(position.y()), m_layout.columnAt(position.x())};
    if (event->button() == Qt::RightButton && m_selection.contains(cell.row, cell.column))
        return;
    if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton)
        return;
    if (position.y() < GridLayout::headerHeight) {
        if (event->button() == Qt::LeftButton)
            pressHeader(*event);
    } else if (event->button() == Qt::LeftButton && pressMargin(position)) {
        return;
    } else if (position.x() < m_layout.cellsLeft()) {
        pressGutter(*event);
    } else if (cell.isValid() && event->modifiers() == Qt::ControlModifier &&
               m_columns[static_cast<size_t>(cell.column)].reference) {
        moveTo(cell, false);
        emit followRequested();
    } else if (cell.isValid() && event->modifiers() & Qt::ControlModifier) {
        const auto before = m_selection.current();
        m_selection.add(cell);
        m_drag = Drag::Cells;
        viewport()->update();
        announce(before);
    } else if (cell.isValid()) {
        m_drag = event->button() == Qt::LeftButton ? Drag::Cells : Drag::None;
        moveTo(cell, event->modifiers() & Qt::ShiftModifier);
    }
}

void Grid::mouseMoveEvent(QMouseEvent *event)
{
    const auto position = event->position().toPoint();
    hover(m_drag == Drag::None ? m_layout.rowAt(position.y()) : -1);
    switch (m_drag) {
    case Drag::None: showCursorAt(position); return;
    case Drag::Border: setColumnWidth(m_draggedColumn, m_dragStart + position.x()); return;
    case Drag::Columns:
    case Drag::Moving: dragHeader(position); return;
    case Drag::Rows:
    case Drag::Cells: break;
    }
    const auto [first, count] = m_layout.visibleRows();
    const qint64 row = position.y() < GridLayout::headerHeight ? std::max<qint64>(0, first - 1)
                       : position.y() >= viewport()->height()
                           ? std::min(m_layout.rowCount() - 1, first + count)
                           : m_layout.rowAt(position.y());
    if (row < 0)
        return;
    if (m_drag == Drag::Rows) {
        const auto before = m_selection.current();
        const auto anchor = m_selection.anchor();
        m_selection.selectRange(
            {std::min(anchor.row, row), 0, std::max(anchor.row, row), m_layout.columnCount() - 1, true},
            anchor, {row, anchor.column});
        m_layout.reveal(row, -1);
        scrollBy(0, 0);
        announce(before);
        return;
    }
    const int column = position.x() < m_layout.cellsLeft() ? 0 : m_layout.columnAt(position.x());
    const CellPosition to{row, column >= 0 ? column : m_layout.columnCount() - 1};
    if (to != m_selection.current())
        moveTo(to, true);
}

void Grid::mouseReleaseEvent(QMouseEvent *event)
{
    const auto position = event->position().toPoint();
    const bool clickedHeader = m_drag == Drag::Columns && position.y() < GridLayout::headerHeight &&
                               m_layout.columnAt(position.x()) == m_draggedColumn;
    const auto drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Border)
        emit columnResized(m_draggedColumn, columnWidth(m_draggedColumn));
    if (drag == Drag::Moving)
        dropHeader();
    if (!clickedHeader)
        return;
    if (event->modifiers() & Qt::ControlModifier)
        selectColumn(m_draggedColumn);
    else if (m_columns[static_cast<size_t>(m_draggedColumn)].sortable)
        emit sortRequested(m_draggedColumn, event->modifiers() & Qt::ShiftModifier);
}

void Grid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto position = event->position().toPoint();
    if (position.y() < GridLayout::headerHeight) {
        if (const int border = m_layout.borderAt(position.x()); border >= 0) {
            fitColumn(border);
            emit columnResized(border, columnWidth(border));
        }
        return;
    }
    const CellPosition cell{m_layout.rowAt(position.y()), m_layout.columnAt(position.x())};
    if (cell.isValid())
        emit activated(cell.row, cell.column);
}

void Grid::contextMenuEvent(QContextMenuEvent *event)
{
    const int column = m_layout.columnAt(event->pos().x());
    if (event->reason() == QContextMenuEvent::Mouse && event->pos().y() < GridLayout::headerHeight) {
        if (column >= 0)
            emit columnMenuRequested(column, event->globalPos());
        else if (m_margin)
            emit marginMenuRequested(event->globalPos());
        return;
    }
    const auto current = m_selection.current();
    if (event->reason() == QContextMenuEvent::Keyboard && current.isValid())
        emit contextMenuRequested(
            viewport()->mapToGlobal(m_layout.cell(current.row, current.column).bottomLeft()));
    else
        emit contextMenuRequested(event->globalPos());
}

void Grid::focusInEvent(QFocusEvent *event)
{
    if (!m_selection.current().isValid() && event->reason() != Qt::MouseFocusReason &&
        m_layout.rowCount() > 0)
        moveTo({topRow(), 0}, false);
    viewport()->update();
}

void Grid::focusOutEvent(QFocusEvent *)
{
    viewport()->update();
}

void Grid::showCursorAt(const QPoint &position)
{
    const bool border = position.y() < GridLayout::headerHeight && m_layout.borderAt(position.x()) >= 0;
    viewport()->setCursor(border ? Qt::SplitHCursor : Qt::ArrowCursor);
}

/// What a narrow column hides: the whole header, or more of the value.
QString Grid::cellTip(const QPoint &position) const
{
    const int column = m_layout.columnAt(position.x());
    const qint64 row = m_layout.rowAt(position.y());
    if (!m_model || column < 0)
        return {};
    if (position.y() < GridLayout::headerHeight)
        return m_model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
    const qint64 inModel = row - m_model->firstRow();
    if (row < 0 || inModel < 0 || inModel >= m_model->rowCount())
        return {};
    const auto cell = GridCell::of(*m_model, static_cast<int>(inModel), column);
    const auto remarks = remarksOn(*m_model, static_cast<int>(inModel), column);
    const bool whole =
        m_painter.cellWidth(m_columns[static_cast<size_t>(column)], cell) <= m_layout.columnWidth(column);
    return remarks.isEmpty() && !whole ? cell.text.left(longestTip) : remarks;
}

bool Grid::showToolTip(const QHelpEvent &event)
{
    const bool noted = m_layout.noteAt(event.pos().x()) >= 0;
    const auto tip = (noted ? marginTip(event.pos()) : cellTip(event.pos())).toHtmlEscaped();
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(), u"<p style='white-space:pre-wrap'>"_s + tip + u"</p>"_s,
                           viewport());
    return true;
}

} // namespace squall::ui

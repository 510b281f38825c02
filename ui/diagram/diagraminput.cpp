#include "models/diagram/aligning.h"
#include "models/diagram/diagramfocus.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramnotes.h"
#include "ui/diagram/diagramwords.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QRubberBand>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

// What mouse and keys do on the diagram.
namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double snapReach = 6; ///< pixels
constexpr double keyStep = models::diagramGrid;
constexpr double largeKeyStep = 40;
constexpr double panStep = 60; ///< pixels
constexpr double wheelNotch = 120;
constexpr double zoomPerNotch = 1.2;

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    case Qt::Key_Down: return {0, 1};
    default: return {};
    }
}

} // namespace

bool DiagramCanvas::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::NativeGesture: {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            break;
        zoomBy(1 + gesture->value(), gesture->position());
        return true;
    }
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int box = m_picture->boxAt(toPicture(help->pos()));
        const auto text = box < 0 ? describeLine(lineAt(help->pos())) : describe(box, toPicture(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        m_space = false;
        update();
        break;
    default: break;
    }
    return QWidget::event(event);
}

/// What the signs in a box say, in words.
QString DiagramCanvas::describe(int number, QPointF at) const
{
    const auto &box = m_picture->box(number);
    const auto &look = m_picture->content->look;
    const double below = at.y() - m_picture->rect(number).top() - look.header;
    const auto row = static_cast<int>(std::floor(below / look.line));
    if (row < 0 || row >= static_cast<int>(box.rows.size())) {
        auto text = box.id.schema + u'.' + box.id.name;
        if (box.partitions > 0)
            text += u'\n' + partitionsInWords(box.partitions);
        if (!box.comment.isEmpty())
            text += u'\n' + box.comment;
        const auto said = m_picture->overlay ? m_picture->overlay->boxWords.value(number) : QStringList();
        return (QStringList{text} + said).join(u'\n');
    }
    const auto &column = box.rows[static_cast<std::size_t>(row)];
    QStringList words{column.type};
    if (column.key)
        words << tr("primary key");
    if (column.reference)
        words << tr("foreign key");
    if (column.unique)
        words << tr("unique");
    words << (column.notNull ? tr("never NULL") : tr("may be NULL"));
    QStringList lines{column.name, words.join(u" · "_s)};
    if (m_picture->overlay)
        lines += m_picture->overlay->rowWords.value(models::DiagramOverlay::rowKey(number, row));
    return lines.join(u'\n');
}

QString DiagramCanvas::describeLine(int line) const
{
    if (line < 0)
        return {};
    const auto &content = *m_picture->content;
    const auto &drawn = content.lines[static_cast<std::size_t>(line)];
    QStringList lines{models::textOf(content, line), drawn.name};
    if (!drawn.source.isEmpty())
        lines << tr("Declared in %1, without a foreign key").arg(drawn.source);
    if (m_picture->overlay)
        lines += m_picture->overlay->lineWords.value(line);
    return lines.join(u'\n');
}

int DiagramCanvas::lineAt(QPointF point) const
{
    constexpr double reach = 6; // pixels
    return m_picture->lineAt(toPicture(point), reach / m_scale);
}

void DiagramCanvas::mousePressEvent(QMouseEvent *event)
{
    m_from = event->position();
    m_originThen = m_origin;
    m_narrow = false;
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_space);
    if (pans) {
        m_hand = Hand::Panning;
    } else if (event->button() == Qt::LeftButton && m_notes->press(*event)) {
        m_hand = Hand::Free;
    } else if (event->button() == Qt::LeftButton) {
        m_pressed = m_picture->boxAt(toPicture(m_from));
        m_hand = Hand::Pressed;
        press(m_pressed, event->modifiers());
    }
    showHand();
}

void DiagramCanvas::press(int box, Qt::KeyboardModifiers modifiers)
{
    if (box < 0)
        return;
    auto selected = m_selected;
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) {
        if (std::erase(selected, box) == 0)
            selected.push_back(box);
    } else if (isSelected(box)) {
        // All of them may be about to be dragged.
        m_narrow = true;
    } else {
        selected = {box};
    }
    select(selected);
}

void DiagramCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_notes->move(*event))
        return;
    const auto way = event->position() - m_from;
    if (m_hand == Hand::Free)
        showHand();
    if (m_hand == Hand::Pressed && way.manhattanLength() >= QApplication::startDragDistance()) {
        const bool bands = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        if (m_pressed >= 0 && isSelected(m_pressed)) {
            m_hand = Hand::Dragging;
            m_held = m_selected;
            m_tiles.setPicture(m_picture, {m_held.begin(), m_held.end()});
        } else {
            m_hand = bands ? Hand::Banding : Hand::Panning;
        }
        m_narrow = false;
        showHand();
    }
    if (m_hand == Hand::Panning) {
        look(m_originThen - way / m_scale, m_scale);
    } else if (m_hand == Hand::Dragging) {
        drag(event->position(), !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)));
    } else if (m_hand == Hand::Banding) {
        if (!m_band)
            m_band = new QRubberBand(QRubberBand::Rectangle, this);
        m_band->setGeometry(QRectF(m_from, event->position()).normalized().toRect());
        m_band->show();
    }
}

/// Comes to rest in line with what is in sight, or on the grid.
void DiagramCanvas::drag(QPointF to, bool snaps)
{
    const auto way = (to - m_from) / m_scale;
    models::Snap snap{.by = way.toPoint()};
    if (snaps) {
        std::vector<QRectF> others;
        for (const int box : m_picture->boxesIn(seen())) {
            if (!isSelected(box))
                others.push_back(m_picture->rect(box));
        }
        snap = models::snapped(m_picture->rect(m_pressed), way, others, snapReach / m_scale);
    }
    m_guides = snap.guides;
    if (snap.by == m_by)
        return;
    m_by = snap.by;
    m_model.preview(m_held, m_by);
    update();
}

void DiagramCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_notes->release())
        return;
    const auto hand = std::exchange(m_hand, Hand::Free);
    m_guides.clear();
    const bool ground = m_pressed < 0;
    if (hand == Hand::Dragging) {
        if (m_by.isNull())
            m_tiles.setPicture(m_picture);
        else
            m_model.move(m_held, m_by);
        setDown();
    } else if (hand == Hand::Banding) {
        finishBand();
    } else if (hand == Hand::Pressed && event->button() == Qt::LeftButton) {
        const bool adds = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        if (ground && !adds)
            select({});
        else if (m_narrow)
            select({m_pressed});
    }
    m_pressed = -1;
    showHand();
}

void DiagramCanvas::finishBand()
{
    if (!m_band)
        return;
    m_band->hide();
    const QRectF band(m_band->geometry());
    auto selected = m_selected;
    for (const int box : m_picture->boxesIn({toPicture(band.topLeft()), toPicture(band.bottomRight())})) {
        if (!isSelected(box))
            selected.push_back(box);
    }
    select(selected);
}

void DiagramCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int box = m_picture->boxAt(toPicture(event->position()));
    if (event->button() == Qt::LeftButton && m_notes->press(*event)) {
        m_notes->release();
        m_notes->edit();
    } else if (event->button() == Qt::LeftButton && box >= 0)
        emit openRequested(m_picture->box(box).id);
    else
        mousePressEvent(event);
}

void DiagramCanvas::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(zoomPerNotch, event->angleDelta().y() / wheelNotch), event->position());
        return;
    }
    auto way = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / wheelNotch * panStep
                                            : QPointF(event->pixelDelta());
    if (event->modifiers() & Qt::ShiftModifier)
        way = {way.y(), way.x()};
    look(m_origin - way / m_scale, m_scale);
}

void DiagramCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        m_space = true;
        showHand();
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_notes->selected().isEmpty()) {
        m_notes->select({});
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_selected.empty()) {
        select({});
        return;
    }
    if (!moveByKey(*event))
        QWidget::keyPressEvent(event);
}

void DiagramCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_space = false;
        showHand();
    }
    QWidget::keyReleaseEvent(event);
}

/// Arrows move what is selected, and what is seen when nothing is.
bool DiagramCanvas::moveByKey(const QKeyEvent &event)
{
    const auto direction = directionOf(event.key());
    const bool large = event.modifiers() & Qt::ShiftModifier;
    if (direction.isNull() || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const auto way = direction * (large ? largeKeyStep : keyStep);
    if (m_notes->moveBy(way))
        return true;
    if (m_selected.empty())
        look(m_origin + direction * panStep / m_scale, m_scale);
    else
        m_model.move(m_selected, way, true);
    return true;
}

/// Tab goes from table to table as one reads, then from note to note, and on to what follows after the last.
bool DiagramCanvas::focusNextPrevChild(bool next)
{
    const auto order = readingOrder();
    const auto notes = m_notes->inOrder();
    const auto count = static_cast<qsizetype>(order.size()) + notes.size();
    if (!hasFocus() || count == 0)
        return QWidget::focusNextPrevChild(next);
    qsizetype current = -1;
    if (!m_notes->selected().isEmpty())
        current = static_cast<qsizetype>(order.size()) + notes.indexOf(m_notes->selected());
    else if (!m_selected.empty())
        current = std::find(order.begin(), order.end(), m_selected.back()) - order.begin();
    const auto wanted = current < 0 ? (next ? 0 : count - 1) : current + (next ? 1 : -1);
    if (wanted < 0 || wanted >= count) {
        select({});
        m_notes->select({});
        return QWidget::focusNextPrevChild(next);
    }
    const auto tables = static_cast<qsizetype>(order.size());
    if (wanted < tables)
        goTo(order[static_cast<std::size_t>(wanted)]);
    else
        m_notes->goTo(notes[wanted - tables]);
    return true;
}

std::vector<int> DiagramCanvas::readingOrder() const
{
    constexpr double line = 96; // what begins at about the same height is read from left to right
    std::vector<int> order(static_cast<std::size_t>(m_picture->count()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    const auto place = [this](int box) {
        const auto at = m_picture->rect(box).topLeft();
        return std::tuple(std::floor(at.y() / line), at.x(), at.y());
    };
    std::sort(order.begin(), order.end(), [&](int one, int other) { return place(one) < place(other); });
    return order;
}

void DiagramCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto point = toPicture(event->pos());
    const int box = byKey ? (m_selected.empty() ? -1 : m_selected.back()) : m_picture->boxAt(point);
    if (!byKey && box < 0)
        m_notes->selectAt(point);
    const auto note = m_model.note(m_notes->selected());
    const int line = byKey || box >= 0 || note ? -1 : lineAt(event->pos());
    if (line >= 0) {
        emit lineMenuRequested(line, event->globalPos());
        return;
    }
    if (box >= 0 && !isSelected(box))
        select({box});
    std::optional<QPointF> middle;
    if (byKey && box >= 0)
        middle = m_picture->rect(box).center();
    if (byKey && box < 0 && note)
        middle = note->rect.center();
    const auto place = middle ? mapToGlobal(toScreen(*middle).toPoint()) : event->globalPos();
    emit menuRequested(box < 0 ? ObjectId() : m_picture->box(box).id, place);
}

void DiagramCanvas::showHand()
{
    if (m_hand == Hand::Panning)
        setCursor(Qt::ClosedHandCursor);
    else if (m_space)
        setCursor(Qt::OpenHandCursor);
    else if (m_hand == Hand::Free && m_notes->isAtCorner(mapFromGlobal(QCursor::pos())))
        setCursor(Qt::SizeFDiagCursor);
    else
        setCursor(m_hand == Hand::Dragging ? Qt::SizeAllCursor : Qt::ArrowCursor);
}

} // namespace squall::ui

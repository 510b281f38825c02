#include "ui/diagram/diagramnotes.h"

#include "models/diagram/aligning.h"
#include "models/diagram/diagrammodel.h"
#include "ui/diagram/decorationpainter.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>

#include <algorithm>
#include <cmath>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::DiagramPlacedNote;

namespace {

const QSizeF firstSize(208, 48);
const QSizeF leastSize(80, 32);
constexpr double corner = 10; ///< pixels
constexpr double line = 48;   ///< units: what begins in it is read from left to right

double onGrid(double value)
{
    return std::round(value / models::diagramGrid) * models::diagramGrid;
}

} // namespace

DiagramNotes::DiagramNotes(DiagramCanvas &canvas, models::DiagramModel &model)
    : QObject(&canvas)
    , m_canvas(canvas)
    , m_model(model)
{
    connect(&model, &models::DiagramModel::changed, this, &DiagramNotes::take);
}

void DiagramNotes::setStyle(const DiagramStyle &style)
{
    m_style = style;
}

std::optional<DiagramPlacedNote> DiagramNotes::chosen() const
{
    if (m_new && m_new->id == m_selected)
        return m_new;
    return m_model.note(m_selected);
}

/// One that is gone, or not shown with a part of the diagram, is not chosen any more.
void DiagramNotes::take()
{
    if (!m_selected.isEmpty() && (!chosen() || !m_model.lens().around.isEmpty()))
        select({});
    followView();
}

void DiagramNotes::select(const QString &id)
{
    if (id == m_selected)
        return;
    finish();
    m_last = chosen();
    m_selected = id;
    m_hand = Hand::Free;
    m_canvas.liftNote(id);
    emit selectionChanged();
    m_canvas.update();
}

void DiagramNotes::selectAt(QPointF point)
{
    const auto held = chosen();
    if (held && held->rect.contains(point))
        return;
    const auto *note = m_model.picture()->decoration.noteAt(point);
    if (note)
        m_canvas.select({});
    select(note ? note->id : QString());
}

QStringList DiagramNotes::inOrder() const
{
    auto notes = m_model.picture()->decoration.notes;
    const auto place = [](const DiagramPlacedNote &note) {
        return std::tuple(std::floor(note.rect.top() / line), note.rect.left(), note.id);
    };
    std::sort(notes.begin(), notes.end(),
              [&](const auto &one, const auto &other) { return place(one) < place(other); });
    QStringList ids;
    for (const auto &note : notes)
        ids << note.id;
    return ids;
}

void DiagramNotes::goTo(const QString &id)
{
    m_canvas.select({});
    select(id);
    const auto note = chosen();
    if (note && !m_canvas.seen().contains(note->rect))
        m_canvas.centerOn(note->rect.center());
}

void DiagramNotes::add()
{
    const auto seen = m_canvas.seen();
    const auto middle = seen.center() - QPointF(firstSize.width(), firstSize.height()) / 2;
    QRectF rect({onGrid(middle.x()), onGrid(middle.y())}, firstSize);
    const auto &picture = *m_model.picture();
    const auto isTaken = [&](const QRectF &area) {
        return !picture.boxesIn(area).empty() ||
               std::any_of(picture.decoration.notes.begin(), picture.decoration.notes.end(),
                           [&](const auto &note) { return note.rect.intersects(area); });
    };
    // Down a column and on to the next one: the first free spot of what is seen.
    for (double x = seen.left() + 16; x + rect.width() < seen.right() && isTaken(rect); x += 64) {
        for (double y = seen.top() + 16; y + rect.height() < seen.bottom() && isTaken(rect); y += 24)
            rect.moveTopLeft({onGrid(x), onGrid(y)});
    }
    m_canvas.select({});
    const DiagramPlacedNote note{.id = models::newDiagramId(), .rect = rect};
    select(note.id);
    m_new = note;
    edit();
}

void DiagramNotes::edit()
{
    const auto note = chosen();
    if (!note || m_editor)
        return;
    m_editor = new QPlainTextEdit(&m_canvas);
    m_editor->setObjectName(u"diagramNoteEditor"_s);
    m_editor->setAccessibleName(tr("Text of the note"));
    m_editor->setPlainText(note->text);
    m_editor->setTabChangesFocus(true);
    m_editor->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_editor->installEventFilter(this);
    followView();
    m_editor->moveCursor(QTextCursor::End);
    m_editor->show();
    m_editor->setFocus();
}

void DiagramNotes::followView()
{
    const auto note = chosen();
    if (!m_editor || !note)
        return;
    const double scale = m_canvas.scale();
    constexpr int leastLetters = 11;
    auto font = m_style.text;
    font.setPixelSize(std::max(leastLetters, static_cast<int>(font.pixelSize() * scale)));
    m_editor->setFont(font);
    QRect rect(m_canvas.toScreen(note->rect.topLeft()).toPoint(), (note->rect.size() * scale).toSize());
    // Two lines to write in, wherever it lies and however small it is.
    rect.setSize(rect.size().expandedTo({160, 4 * font.pixelSize() + 8}));
    rect.moveLeft(std::clamp(rect.left(), 0, std::max(0, m_canvas.width() - rect.width())));
    rect.moveTop(std::clamp(rect.top(), 0, std::max(0, m_canvas.height() - rect.height())));
    m_editor->setGeometry(rect);
}

/// What was written stays; a note without a word goes.
void DiagramNotes::finish()
{
    if (!m_editor)
        return;
    auto *editor = std::exchange(m_editor, nullptr).data();
    editor->removeEventFilter(this);
    const auto text = editor->toPlainText();
    const bool hadFocus = editor->hasFocus();
    editor->hide();
    editor->deleteLater();
    auto note = chosen();
    if (!note)
        return;
    const bool isNew = m_new.has_value();
    m_new.reset();
    if (text.trimmed().isEmpty()) {
        if (!isNew)
            m_model.removeNote(note->id);
        select({});
    } else {
        // One whose height followed its text goes on doing so.
        const bool follows =
            isNew || note->rect.height() <= noteHeight(note->text, note->rect.width(), m_style);
        const double needed = noteHeight(text, note->rect.width(), m_style);
        note->rect.setHeight(follows ? needed : std::max(needed, note->rect.height()));
        note->text = text;
        write(*note);
    }
    if (hadFocus)
        m_canvas.setFocus();
}

void DiagramNotes::write(const DiagramPlacedNote &note)
{
    m_model.putNote(note);
    m_canvas.update();
}

void DiagramNotes::remove()
{
    m_model.removeNote(m_selected);
    select({});
}

void DiagramNotes::setColor(models::DiagramColor color)
{
    if (auto note = chosen()) {
        note->color = color;
        write(*note);
    }
}

bool DiagramNotes::isAtCorner(QPointF onScreen) const
{
    const auto note = chosen();
    if (!note)
        return false;
    const auto way = onScreen - m_canvas.toScreen(note->rect.bottomRight());
    return std::abs(way.x()) <= corner && std::abs(way.y()) <= corner;
}

bool DiagramNotes::press(const QMouseEvent &event)
{
    finish();
    const auto point = m_canvas.toPicture(event.position());
    const bool resizes = isAtCorner(event.position());
    const auto held = chosen();
    // The one that is chosen lies above everything.
    if (!resizes && !(held && held->rect.contains(point))) {
        const auto &picture = *m_model.picture();
        const auto *note = picture.boxAt(point) < 0 ? picture.decoration.noteAt(point) : nullptr;
        if (!note) {
            select({});
            return false;
        }
        m_canvas.select({});
        select(note->id);
    }
    const auto note = chosen();
    if (!note)
        return false;
    m_hand = resizes ? Hand::Resizing : Hand::Moving;
    m_from = point;
    m_then = note->rect;
    m_there = note->rect;
    return true;
}

bool DiagramNotes::move(const QMouseEvent &event)
{
    if (m_hand == Hand::Free)
        return false;
    const auto way = m_canvas.toPicture(event.position()) - m_from;
    const bool snaps = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    const auto at = [snaps](double value) { return snaps ? onGrid(value) : std::round(value); };
    m_there = m_then;
    if (m_hand == Hand::Moving) {
        m_there.moveTopLeft({at(m_then.left() + way.x()), at(m_then.top() + way.y())});
    } else if (const auto note = chosen()) {
        m_there.setWidth(std::max(leastSize.width(), at(m_then.right() + way.x()) - m_then.left()));
        m_there.setHeight(std::max(noteHeight(note->text, m_there.width(), m_style),
                                   at(m_then.bottom() + way.y()) - m_then.top()));
    }
    m_canvas.update();
    return true;
}

bool DiagramNotes::release()
{
    if (std::exchange(m_hand, Hand::Free) == Hand::Free)
        return false;
    auto note = chosen();
    if (note && m_there != m_then) {
        note->rect = m_there;
        write(*note);
    }
    return true;
}

bool DiagramNotes::moveBy(QPointF way)
{
    auto note = chosen();
    if (!note)
        return false;
    note->rect.translate(way);
    m_model.putNote(*note, true);
    m_canvas.update();
    return true;
}

void DiagramNotes::paint(QPainter &painter) const
{
    DecorationPainter notes(m_style, painter, m_canvas.scale());
    if (m_last && m_last->id != m_selected && !m_canvas.tiles().isSharp() && m_model.note(m_last->id))
        notes.paintNote(*m_last);
    auto note = chosen();
    if (!note)
        return;
    if (m_hand != Hand::Free)
        note->rect = m_there;
    notes.paintNote(*note);
    const double scale = m_canvas.scale();
    painter.setPen(QPen(m_style.color(Token::Accent), std::max(2.0, 2 / scale)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(note->rect, metrics::radius, metrics::radius);
    painter.setPen(QPen(m_style.color(Token::Surface), 1 / scale));
    painter.setBrush(m_style.color(Token::Accent));
    const double side = corner * 0.8 / scale;
    painter.drawEllipse(note->rect.bottomRight(), side / 2, side / 2);
}

bool DiagramNotes::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        finish();
        return false;
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool ends = key->key() == Qt::Key_Escape ||
                      (key->key() == Qt::Key_Return && key->modifiers() & Qt::ControlModifier);
    if (!ends)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        finish();
    return true;
}

} // namespace squall::ui

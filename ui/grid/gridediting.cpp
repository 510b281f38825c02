#include "ui/grid/gridediting.h"

#include "models/cellrole.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridaccessible.h"
#include "ui/grid/plaincelleditor.h"
#include "ui/grid/selectionedits.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;
using models::Cell;
using Exit = CellEditor::Exit;

namespace {

/// Far from everything: a widget without a visible part would lose the focus.
constexpr int outOfSight = -20000;

bool isWithin(const QWidget *widget, const QWidget *ancestor)
{
    while (widget && widget != ancestor)
        widget = widget->parentWidget();
    return widget != nullptr;
}

} // namespace

GridEditing::GridEditing(Grid &grid, models::EditableModel &rows, SelectionEdits &selection,
                         const Theme &theme)
    : QObject(&grid)
    , m_grid(grid)
    , m_rows(rows)
    , m_selection(selection)
    , m_theme(theme)
    , m_factory([this](int column, QWidget *parent) {
        return new PlainCellEditor(m_theme, m_grid.fontOf(column), parent);
    })
{
    grid.setEditing(this);
    grid.installEventFilter(this);
    grid.viewport()->installEventFilter(this);
    connect(&grid, &Grid::cellsMoved, this, &GridEditing::place);
    connect(&grid, &Grid::activated, this, &GridEditing::edit);
    connect(&grid, &Grid::currentChanged, this, &GridEditing::stopWaiting);
    connect(&rows, &models::WindowModel::windowChanged, this, &GridEditing::follow);
    connect(&rows, &models::WindowModel::renumbered, this, &GridEditing::follow);
    connect(&rows, &QAbstractItemModel::modelAboutToBeReset, this, &GridEditing::keep);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { watchFocus(now); });
}

GridEditing::~GridEditing() = default;

QString GridEditing::refusal(const Cell &cell) const
{
    const auto whole = m_rows.refusal();
    return whole.isEmpty() ? m_rows.refusal(cell) : whole;
}

bool GridEditing::isLoaded(const Cell &cell) const
{
    const qint64 row = cell.row - m_rows.firstRow();
    return row >= 0 && row < m_rows.rowCount();
}

/// Whether the current cell may be edited and is there; says why not.
bool GridEditing::prepare(Cell *cell)
{
    const auto current = m_grid.currentCell();
    if (!current.isValid())
        return false;
    *cell = {current.row, current.column};
    if (!isLoaded(*cell))
        return false;
    if (const auto why = refusal(*cell); !why.isEmpty()) {
        emit refused(why);
        return false;
    }
    return true;
}

void GridEditing::edit()
{
    if (!isEditing())
        start(Purpose::InPlace);
}

void GridEditing::enlarge()
{
    if (isEditing())
        leave(Exit::Enlarge);
    else
        start(Purpose::Enlarged);
}

void GridEditing::start(Purpose purpose)
{
    Cell cell;
    if (!prepare(&cell))
        return;
    const auto index = m_rows.index(static_cast<int>(cell.row - m_rows.firstRow()), cell.column);
    const auto length = index.data(models::FullLengthRole);
    if (!length.isValid() || length.toLongLong() < 0) {
        show(cell, purpose, index.data(Qt::EditRole).value<NewValue>());
        return;
    }
    m_grid.setWaitingCell({cell.row, cell.column});
    m_reading.run(m_rows.wholeValue(cell), [this, cell, purpose](const Result<Query::Parameter> &whole) {
        m_grid.setWaitingCell({});
        if (!whole)
            emit refused(tr("The whole value could not be read: %1").arg(whole.error().message));
        else
            show(cell, purpose, *whole ? NewValue::of(**whole) : NewValue::null());
    });
}

void GridEditing::show(const Cell &cell, Purpose purpose, const NewValue &value)
{
    if (purpose == Purpose::Enlarged) {
        emit enlargeRequested(cell.row, cell.column, value);
        return;
    }
    open(cell);
    m_editor->setValue(value);
    place();
    m_editor->setFocus();
}

void GridEditing::replace(const QString &typed)
{
    Cell cell;
    if (isEditing() || !prepare(&cell))
        return;
    stopWaiting();
    open(cell);
    const auto &ranges = m_grid.selection().ranges();
    m_fills = ranges.size() > 1 || (ranges.size() == 1 && !ranges.front().isSingle());
    m_editor->replaceWith(typed);
    place();
    if (!m_composing)
        m_editor->setFocus();
}

void GridEditing::open(const Cell &cell)
{
    m_cell = cell;
    m_row = m_rows.touch(cell);
    m_fills = false;
    m_editor = m_factory(cell.column, m_grid.viewport());
    const auto column = m_rows.headerData(cell.column, Qt::Horizontal).toString();
    auto *input = m_editor->focusProxy() ? m_editor->focusProxy() : m_editor.data();
    input->setAccessibleName(tr("Editing %1").arg(column));
    connect(m_editor, &CellEditor::exited, this, &GridEditing::leave);
    connect(m_editor, &CellEditor::valueChanged, this, [this] {
        if (m_editor->isModified() && m_row)
            m_rows.setDraft(*m_row, m_cell.column, m_editor->value());
        m_grid.reveal({m_cell.row, m_cell.column});
        place();
    });
    m_editor->show();
    emit editingChanged();
}

void GridEditing::leave(Exit exit)
{
    if (!isEditing())
        return;
    const auto current = m_grid.currentCell();
    if (exit == Exit::Enlarge) {
        const auto value = m_editor->value();
        close();
        emit enlargeRequested(current.row, current.column, value);
        return;
    }
    if (exit == Exit::Cancel)
        cancel();
    else
        keep();
    switch (exit) {
    case Exit::KeepDown: m_grid.step(Motion::Down); break;
    case Exit::KeepRight: m_grid.stepSideways(1); break;
    case Exit::KeepLeft: m_grid.stepSideways(-1); break;
    case Exit::Cancel:
    case Exit::Keep:
    case Exit::Enlarge: break;
    }
}

void GridEditing::assign(const Cell &cell, const NewValue &value)
{
    if (const auto why = refusal(cell); !why.isEmpty())
        emit refused(why);
    else
        m_rows.setCells({cell}, value);
}

void GridEditing::keep()
{
    if (!isEditing())
        return;
    if (m_editor->isModified() && m_fills && !isLoaded(m_cell)) {
        // Scrolled far away, the rows have gone; they are filled as soon as this one is back.
        m_keptLater = true;
        m_grid.reveal({m_cell.row, m_cell.column});
        return;
    }
    const bool modified = m_editor->isModified();
    const auto value = m_editor->value();
    const auto row = m_row;
    const bool fills = m_fills;
    close();
    if (!modified) {
        m_rows.dropDraft();
        return;
    }
    if (fills)
        m_selection.set(value);
    else if (row)
        m_rows.setValue(*row, m_cell.column, value);
}

void GridEditing::cancel()
{
    if (isEditing())
        close();
    m_rows.dropDraft();
}

/// The grid has the focus again if the editor had it, before the editor goes: no one else is to get it.
void GridEditing::close()
{
    auto *editor = m_editor.data();
    m_editor.clear();
    m_composing = false;
    m_keptLater = false;
    const auto *focus = QApplication::focusWidget();
    if (isWithin(focus, editor)) {
        m_grid.setFocus();
        announceCell(m_grid, m_grid.currentCell());
    }
    editor->hide();
    editor->deleteLater();
    emit editingChanged();
}

/// The row may have another number now.
void GridEditing::follow()
{
    if (!isEditing())
        return;
    const qint64 row = m_row ? m_rows.rowOf(*m_row) : m_cell.row;
    if (row >= 0)
        m_cell.row = row;
    place();
    if (m_keptLater && isLoaded(m_cell))
        keep();
}

/// Over its cell, as large as it needs to be, cut off where header, gutter and pinned columns are.
void GridEditing::place()
{
    if (!isEditing())
        return;
    const auto &layout = m_grid.layoutOfCells();
    const auto body = m_grid.bodyOf(m_cell.column);
    auto rect = layout.cell(m_cell.row, m_cell.column).adjusted(-1, -1, 0, 0);
    rect.setSize(rect.size().expandedTo(m_editor->sizeHint()));
    rect.setRight(
        std::min(rect.right(), std::max(body.right(), layout.cell(m_cell.row, m_cell.column).right())));
    const auto shown = rect.intersected(body.adjusted(-1, -1, 0, 0));
    if (shown.isEmpty()) {
        m_editor->move(outOfSight, outOfSight);
        return;
    }
    m_editor->setGeometry(rect);
    if (shown == rect)
        m_editor->clearMask();
    else
        m_editor->setMask(shown.translated(-rect.topLeft()));
}

void GridEditing::stopWaiting()
{
    m_reading.cancel();
    m_grid.setWaitingCell({});
}

/// A click elsewhere keeps the value, wherever that is; another window takes the focus only for a while.
void GridEditing::watchFocus(QWidget *now)
{
    if (!isEditing() || !now || m_composing || QApplication::activePopupWidget())
        return;
    if (!isWithin(now, m_editor))
        keep();
}

bool GridEditing::typeInto(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    // What AltGr types comes as Ctrl+Alt on some systems.
    const bool plain = !modifiers || modifiers == (Qt::ControlModifier | Qt::AltModifier) ||
                       modifiers == Qt::GroupSwitchModifier;
    const auto text = event.text();
    // With Shift, the space bar selects the row.
    if (event.key() == Qt::Key_Space && event.modifiers() != Qt::NoModifier)
        return false;
    if (!plain || text.isEmpty() || !text.front().isPrint())
        return false;
    if (event.type() == QEvent::KeyPress)
        replace(text);
    return true;
}

/// The first word of an input method begins while the grid has the focus. To move it now would end the word:
/// the editor gets the events passed on until the word is there.
bool GridEditing::compose(const QInputMethodEvent &event)
{
    if (!isEditing()) {
        if (event.preeditString().isEmpty() && event.commitString().isEmpty())
            return false;
        m_composing = true;
        replace({});
        if (!isEditing()) {
            m_composing = false;
            return false;
        }
    }
    auto *input = m_editor->focusProxy() ? m_editor->focusProxy() : m_editor.data();
    QInputMethodEvent passed(event.preeditString(), event.attributes());
    passed.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength());
    QApplication::sendEvent(input, &passed);
    if (event.preeditString().isEmpty() && m_composing) {
        m_composing = false;
        m_editor->setFocus();
    }
    return true;
}

bool GridEditing::eventFilter(QObject *watched, QEvent *event)
{
    const bool viewport = watched == m_grid.viewport();
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (viewport)
            keep();
        break;
    case QEvent::Hide:
        if (!viewport)
            keep();
        break;
    case QEvent::InputMethod:
        if (!viewport && compose(static_cast<QInputMethodEvent &>(*event)))
            return true;
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace squall::ui

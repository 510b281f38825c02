#include "ui/inspector/fieldediting.h"

#include "models/cellrole.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/grid/gridediting.h"
#include "ui/table/rowsview.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace squall::ui {

using edit::NewValue;
using Exit = CellEditor::Exit;

FieldEditing::FieldEditing(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        const bool within = now && m_editor && (now == m_editor || m_editor->isAncestorOf(now));
        if (m_editor && now && !within && !QApplication::activePopupWidget())
            leave(Exit::Keep);
    });
}

FieldEditing::~FieldEditing() = default;

void FieldEditing::edit(RowsView &view, qint64 row, int column, QWidget &place)
{
    keep();
    auto &rows = view.rows();
    m_view = &view;
    m_place = &place;
    m_column = column;
    m_row = rows.touch(row);
    if (const auto why = rows.refusal(models::Cell{row, column}); !why.isEmpty() || !m_row) {
        emit refused(why);
        return;
    }
    const auto index = rows.index(static_cast<int>(row - rows.firstRow()), column);
    const auto length = index.data(models::FullLengthRole);
    if (!length.isValid() || length.toLongLong() < 0) {
        open(index.data(Qt::EditRole).value<NewValue>());
        return;
    }
    m_reading.run(rows.wholeValue({row, column}), [this](const Result<Query::Parameter> &whole) {
        if (!m_view || !m_place)
            return;
        if (whole)
            open(*whole ? NewValue::of(**whole) : NewValue::null());
        else
            emit refused(tr("The whole value could not be read: %1").arg(whole.error().message));
    });
}

void FieldEditing::open(const NewValue &value)
{
    m_editor = m_view->commands().editing().makeEditor(m_column, m_place->parentWidget());
    auto *input = m_editor->focusProxy() ? m_editor->focusProxy() : m_editor.data();
    const auto column = m_view->rows().headerData(m_column, Qt::Horizontal).toString();
    input->setAccessibleName(tr("Editing %1").arg(column));
    connect(m_editor, &CellEditor::exited, this, &FieldEditing::leave);
    connect(m_editor, &CellEditor::valueChanged, this, [this] {
        if (m_view && m_editor->isModified())
            m_view->rows().setDraft(*m_row, m_column, m_editor->value());
        place();
    });
    m_place->installEventFilter(this);
    m_editor->setValue(value);
    place();
    m_editor->show();
    m_editor->setFocus();
}

/// Over the value, as wide as it is, and as tall as it has to be.
void FieldEditing::place()
{
    if (!m_editor || !m_place)
        return;
    const auto over = m_place->geometry();
    m_editor->setGeometry(over.left() - 1, over.top() - 2, over.width() + 2,
                          std::max(over.height() + 4, m_editor->sizeHint().height()));
    m_editor->raise();
}

void FieldEditing::leave(Exit exit)
{
    if (!m_editor)
        return;
    const auto value = m_editor->value();
    const auto row = exit == Exit::Enlarge && m_view ? m_view->rows().rowOf(*m_row) : -1;
    if (row >= 0) {
        close();
        m_view->grid().setCurrentCell({row, m_column});
        emit m_view->enlargeRequested(row, m_column, value);
        return;
    }
    if (exit == Exit::Cancel)
        cancel();
    else
        keep();
    emit left(exit);
}

void FieldEditing::keep()
{
    m_reading.cancel();
    if (!m_editor)
        return;
    const bool modified = m_editor->isModified();
    const auto value = m_editor->value();
    close();
    if (!m_view)
        return;
    if (modified)
        m_view->rows().setValue(*m_row, m_column, value);
    else
        m_view->rows().dropDraft();
}

void FieldEditing::cancel()
{
    m_reading.cancel();
    if (m_editor)
        close();
    if (m_view)
        m_view->rows().dropDraft();
}

void FieldEditing::close()
{
    auto *editor = m_editor.data();
    m_editor.clear();
    if (m_place)
        m_place->removeEventFilter(this);
    editor->hide();
    editor->deleteLater();
}

bool FieldEditing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace squall::ui

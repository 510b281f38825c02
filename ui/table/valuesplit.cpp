#include "ui/table/valuesplit.h"

#include "core/edit/validate.h"
#include "models/cellrole.h"
#include "ui/edit/bigeditor.h"
#include "ui/edit/celleditors.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridediting.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;

namespace {

constexpr int editorHeight = 280;
constexpr int draftMs = 100;

/// By name: what the columns are in a table or view.
const std::vector<catalog::Column> *columnsOf(const catalog::Snapshot &snapshot, const ObjectId &id)
{
    if (const auto *table = catalog::findTable(snapshot, {id.schema, id.name}))
        return &table->columns;
    const auto *view = catalog::findView(snapshot, {id.schema, id.name});
    return view ? &view->columns : nullptr;
}

} // namespace

ValueSplit::ValueSplit(const Theme &theme, QWidget &rows, Grid &grid, GridEditing &editing,
                       models::EditableModel &model, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_theme(theme)
    , m_grid(grid)
    , m_model(model)
{
    setObjectName(u"valueSplit"_s);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    addWidget(&rows);
    setStretchFactor(0, 1);
    setFocusProxy(&rows);

    editing.setEditorFactory([this](int column, QWidget *cell) {
        return makeCellEditor(m_model.valueType(column), m_theme, m_grid.fontOf(column), cell);
    });
    connect(&grid, &Grid::currentChanged, this, &ValueSplit::finish);
    m_drafting.setSingleShot(true);
    m_drafting.setInterval(draftMs);
    connect(&m_drafting, &QTimer::timeout, this, &ValueSplit::draft);
}

void ValueSplit::makeEditor()
{
    if (m_editor)
        return;
    m_editor = new BigEditor(m_theme, this);
    m_editor->hide();
    addWidget(m_editor);
    connect(m_editor, &BigEditor::valueChanged, this, [this] {
        if (!m_drafting.isActive())
            m_drafting.start();
    });
    connect(m_editor, &BigEditor::kept, this, &ValueSplit::keep);
    connect(m_editor, &BigEditor::cancelled, this, &ValueSplit::leave);
}

bool ValueSplit::isOpen() const
{
    return m_editor && !m_editor->isHidden();
}

bool ValueSplit::isModified() const
{
    return isOpen() && m_editor->isModified();
}

void ValueSplit::open(qint64 row, int column, const NewValue &value)
{
    if (!m_model.snapshot())
        return;
    finish();
    makeEditor();
    m_column = column;
    m_row = m_model.touch({row, column});
    m_editor->open(describe({row, column}), value, !isShown({row, column}, value));
    if (m_editor->isHidden()) {
        m_editor->show();
        setSizes({std::max(1, height() - editorHeight), editorHeight});
    }
    m_grid.reveal({row, column});
    m_editor->focusInput();
}

EditedColumn ValueSplit::describe(const models::Cell &cell) const
{
    EditedColumn column;
    column.name = m_model.headerData(cell.column, Qt::Horizontal).toString();
    column.type = m_model.valueType(cell.column);
    column.refusal = m_model.refusal(cell);
    const auto origin = m_model.tableColumn(cell.column);
    if (!origin)
        return column;
    const auto snapshot = m_model.snapshot();
    if (const auto *columns = columnsOf(*snapshot, origin->relation)) {
        if (const auto *known = catalog::findColumn(*columns, origin->name)) {
            column.notNull = known->notNull;
            column.defaultSql = known->defaultSql.value_or(QString());
        }
    }
    column.fault = [snapshot, origin = *origin](const NewValue &value) {
        return edit::fault(*snapshot, origin.relation, origin.name, value);
    };
    column.typeFault = [snapshot](const QString &type, const QByteArray &text) {
        return edit::typeFault(*snapshot, type, text);
    };
    return column;
}

/// Whether the cell holds just this; nobody can tell of a value that came cut.
bool ValueSplit::isShown(const models::Cell &cell, const NewValue &value) const
{
    const auto index = m_model.index(static_cast<int>(cell.row - m_model.firstRow()), cell.column);
    const auto length = index.data(models::FullLengthRole);
    return index.data(Qt::EditRole).value<NewValue>() == value &&
           (!length.isValid() || length.toLongLong() < 0);
}

/// What is typed survives the death of the program, as it does in a cell.
void ValueSplit::draft()
{
    if (m_row && isModified())
        m_model.setDraft(*m_row, m_column, m_editor->value());
}

void ValueSplit::keep(const NewValue &value)
{
    if (m_row)
        m_model.setValue(*m_row, m_column, value);
    m_row.reset();
    leave();
}

void ValueSplit::finish()
{
    if (!isOpen())
        return;
    if (isModified())
        keep(m_editor->value());
    else
        leave();
}

void ValueSplit::leave()
{
    m_drafting.stop();
    if (m_row)
        m_model.dropDraft();
    m_row.reset();
    const bool focused = m_editor->isAncestorOf(QApplication::focusWidget());
    m_editor->hide();
    if (focused)
        m_grid.setFocus();
}

} // namespace squall::ui

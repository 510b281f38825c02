#include "ui/table/valuesplit.h"

#include "core/edit/validate.h"
#include "models/cellrole.h"
#include "models/rowwindowmodel.h"
#include "ui/edit/bigeditor.h"
#include "ui/edit/celleditors.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/grid/gridediting.h"
#include "ui/table/rowsview.h"
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

ValueSplit::ValueSplit(const Theme &theme, RowsView &rows, models::EditedRowModel &model, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_theme(theme)
    , m_rows(rows)
    , m_model(model)
    , m_editor(new BigEditor(theme, this))
{
    setObjectName(u"valueSplit"_s);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    addWidget(&rows);
    addWidget(m_editor);
    setStretchFactor(0, 1);
    setFocusProxy(&rows);
    m_editor->hide();

    rows.commands().editing().setEditorFactory([this](int column, QWidget *cell) {
        const auto type = m_snapshot ? edit::valueType(*m_snapshot, typeOf(column)) : edit::ValueType();
        return makeCellEditor(type, m_theme, m_rows.grid().fontOf(column), cell);
    });
    connect(&rows, &RowsView::enlargeRequested, this, &ValueSplit::open);
    connect(&rows.grid(), &Grid::currentChanged, this, &ValueSplit::finish);
    m_drafting.setSingleShot(true);
    m_drafting.setInterval(draftMs);
    connect(&m_drafting, &QTimer::timeout, this, &ValueSplit::draft);
    connect(m_editor, &BigEditor::valueChanged, this, [this] {
        if (!m_drafting.isActive())
            m_drafting.start();
    });
    connect(m_editor, &BigEditor::kept, this, &ValueSplit::keep);
    connect(m_editor, &BigEditor::cancelled, this, &ValueSplit::leave);
}

QString ValueSplit::typeOf(int column) const
{
    const auto &columns = m_model.rows().source().columns;
    return column < int(columns.size()) ? columns[static_cast<size_t>(column)].type : QString();
}

bool ValueSplit::isOpen() const
{
    return !m_editor->isHidden();
}

void ValueSplit::open(qint64 row, int column, const NewValue &value)
{
    if (!m_snapshot)
        return;
    finish();
    m_column = column;
    m_row = m_model.touch(row);
    m_editor->open(describe({row, column}), value, !isShown({row, column}, value));
    if (m_editor->isHidden()) {
        m_editor->show();
        setSizes({std::max(1, height() - editorHeight), editorHeight});
    }
    m_rows.grid().reveal({row, column});
    m_editor->focusInput();
}

EditedColumn ValueSplit::describe(const models::Cell &cell) const
{
    const auto &relation = m_model.rows().source().id;
    EditedColumn column;
    column.name = m_model.headerData(cell.column, Qt::Horizontal).toString();
    column.type = edit::valueType(*m_snapshot, typeOf(cell.column));
    column.refusal = m_model.refusal(cell);
    if (const auto *columns = columnsOf(*m_snapshot, relation)) {
        if (const auto *known = catalog::findColumn(*columns, column.name)) {
            column.notNull = known->notNull;
            column.defaultSql = known->defaultSql.value_or(QString());
        }
    }
    column.fault = [snapshot = m_snapshot, relation, name = column.name](const NewValue &value) {
        return edit::fault(*snapshot, relation, name, value);
    };
    column.typeFault = [snapshot = m_snapshot](const QString &type, const QByteArray &text) {
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
    if (isOpen() && m_row && m_editor->isModified())
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
    if (m_editor->isModified())
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
        m_rows.grid().setFocus();
}

} // namespace squall::ui

#include "ui/grid/gridaccessible.h"

#include "ui/grid/grid.h"
#include "ui/grid/gridediting.h"
#include "ui/grid/gridheaderaccessible.h"
#include "ui/grid/gridmargin.h"

#include <QKeySequence>
#include <QWindow>

#include <algorithm>
#include <limits>

namespace squall::ui {

namespace {

/// More cells than any screen shows; a screen reader asks for a few at a time.
constexpr qsizetype keptCells = 4096;
constexpr int listedCells = 1000;

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *grid = qobject_cast<Grid *>(object);
    return grid ? new GridAccessible(*grid) : nullptr;
}

} // namespace

void installGridAccessibility()
{
    // Installing the same factory again does nothing.
    QAccessible::installFactory(makeInterface);
}

void announceCell(Grid &grid, CellPosition cell)
{
    if (!QAccessible::isActive())
        return;
    const auto *table = static_cast<GridAccessible *>(QAccessible::queryAccessibleInterface(&grid));
    if (cell.row >= table->rowCount())
        return;
    QAccessibleEvent event(&grid, QAccessible::Focus);
    event.setChild(static_cast<int>(cell.row) * table->columnCount() + cell.column);
    QAccessible::updateAccessibility(&event);
}

GridAccessible::GridAccessible(Grid &grid)
    : QAccessibleWidget(&grid, QAccessible::Table)
{
}

GridAccessible::~GridAccessible()
{
    forgetCells();
}

Grid &GridAccessible::grid() const
{
    return *static_cast<Grid *>(object());
}

void GridAccessible::forgetCells() const
{
    for (const auto id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
    m_cells.clear();
}

void *GridAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State GridAccessible::state() const
{
    auto state = QAccessibleWidget::state();
    state.multiSelectable = true;
    state.extSelectable = true;
    return state;
}

int GridAccessible::columnCount() const
{
    return grid().layoutOfCells().columnCount();
}

int GridAccessible::rowCount() const
{
    const qint64 most = (std::numeric_limits<int>::max() - 1) / std::max(1, columnCount());
    return static_cast<int>(std::min(grid().layoutOfCells().rowCount(), most));
}

int GridAccessible::childCount() const
{
    return rowCount() * columnCount() + (hasWidgets() ? 1 : 0);
}

bool GridAccessible::hasWidgets() const
{
    const auto children = grid().viewport()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    return std::any_of(children.begin(), children.end(),
                       [](const QWidget *child) { return child->isVisible(); });
}

QAccessibleInterface *GridAccessible::child(int index) const
{
    const int columns = columnCount();
    if (index == rowCount() * columns)
        return hasWidgets() ? QAccessible::queryAccessibleInterface(grid().viewport()) : nullptr;
    return columns > 0 && index >= 0 ? cellAt(index / columns, index % columns) : nullptr;
}

int GridAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (child && child->object() == grid().viewport())
        return rowCount() * columnCount();
    const auto *cell = dynamic_cast<const GridCellAccessible *>(child);
    return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
}

QAccessibleInterface *GridAccessible::childAt(int x, int y) const
{
    const auto local = grid().viewport()->mapFromGlobal(QPoint(x, y));
    if (grid().viewport()->childAt(local))
        return QAccessible::queryAccessibleInterface(grid().viewport());
    if (local.y() >= 0 && local.y() < GridLayout::headerHeight)
        return headerAt(grid().layoutOfCells().columnAt(local.x()));
    const qint64 row = grid().layoutOfCells().rowAt(local.y());
    return row < rowCount() ? cellAt(static_cast<int>(row), grid().layoutOfCells().columnAt(local.x()))
                            : nullptr;
}

QAccessibleInterface *GridAccessible::focusChild() const
{
    const auto current = grid().currentCell();
    return current.isValid() && current.row < rowCount()
               ? cellAt(static_cast<int>(current.row), current.column)
               : nullptr;
}

QAccessibleInterface *GridAccessible::cellAt(int row, int column) const
{
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
        return nullptr;
    const int index = row * columnCount() + column;
    if (const auto id = m_cells.constFind(index); id != m_cells.cend())
        return QAccessible::accessibleInterface(*id);
    if (m_cells.size() >= keptCells)
        forgetCells();
    auto *cell = new GridCellAccessible(grid(), row, column);
    m_cells.insert(index, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

QAccessibleInterface *GridAccessible::headerAt(int column) const
{
    if (column < 0 || column >= columnCount())
        return nullptr;
    if (const auto id = m_cells.constFind(-1 - column); id != m_cells.cend())
        return QAccessible::accessibleInterface(*id);
    auto *header = new GridHeaderAccessible(grid(), column);
    m_cells.insert(-1 - column, QAccessible::registerAccessibleInterface(header));
    return header;
}

int GridAccessible::selectedCellCount() const
{
    qint64 count = 0;
    for (const auto &range : grid().selection().ranges())
        count += (range.bottom - range.top + 1) * (range.right - range.left + 1);
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QList<QAccessibleInterface *> GridAccessible::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    for (const auto &range : grid().selection().ranges()) {
        for (qint64 row = range.top; row <= range.bottom && row < rowCount(); ++row) {
            for (int column = range.left; column <= range.right; ++column) {
                if (cells.size() >= listedCells)
                    return cells;
                cells << cellAt(static_cast<int>(row), column);
            }
        }
    }
    return cells;
}

QString GridAccessible::columnDescription(int column) const
{
    const auto *header = headerAt(column);
    if (!header)
        return {};
    const auto more = header->text(QAccessible::Description);
    const auto name = header->text(QAccessible::Name);
    return more.isEmpty() ? name : name + QStringLiteral(", ") + more;
}

QString GridAccessible::rowDescription(int row) const
{
    return QString::number(row + 1);
}

QList<int> GridAccessible::selectedColumns() const
{
    QList<int> columns;
    for (int column = 0; column < columnCount(); ++column) {
        if (isColumnSelected(column))
            columns << column;
    }
    return columns;
}

QList<int> GridAccessible::selectedRows() const
{
    QList<int> rows;
    for (const auto &range : grid().selection().ranges()) {
        for (qint64 row = range.top; row <= range.bottom && row < rowCount() && rows.size() < listedCells;
             ++row) {
            if (isRowSelected(static_cast<int>(row)))
                rows << static_cast<int>(row);
        }
    }
    return rows;
}

bool GridAccessible::isColumnSelected(int column) const
{
    return grid().selection().containsColumn(column, grid().layoutOfCells().rowCount());
}

bool GridAccessible::isRowSelected(int row) const
{
    return grid().selection().containsRow(row, columnCount());
}

bool GridAccessible::selectRow(int row)
{
    if (!cellAt(row, 0))
        return false;
    grid().selectCells({row, 0, row, columnCount() - 1, true});
    return true;
}

bool GridAccessible::selectColumn(int column)
{
    if (!cellAt(0, column))
        return false;
    grid().selectCells({0, column, grid().layoutOfCells().rowCount() - 1, column});
    return true;
}

bool GridAccessible::unselectRow(int row)
{
    if (!isRowSelected(row))
        return false;
    grid().setCurrentCell({row, 0});
    return true;
}

bool GridAccessible::unselectColumn(int column)
{
    if (!isColumnSelected(column))
        return false;
    grid().setCurrentCell({grid().topRow(), column});
    return true;
}

void GridAccessible::modelChange(QAccessibleTableModelChangeEvent *)
{
    forgetCells();
}

GridCellAccessible::GridCellAccessible(Grid &grid, int row, int column)
    : m_grid(&grid)
    , m_row(row)
    , m_column(column)
{
}

bool GridCellAccessible::isValid() const
{
    return m_grid && m_row < m_grid->layoutOfCells().rowCount() &&
           m_column < m_grid->layoutOfCells().columnCount();
}

QWindow *GridCellAccessible::window() const
{
    return m_grid ? m_grid->window()->windowHandle() : nullptr;
}

QAccessibleInterface *GridCellAccessible::parent() const
{
    return m_grid ? QAccessible::queryAccessibleInterface(m_grid) : nullptr;
}

QString GridCellAccessible::text(QAccessible::Text kind) const
{
    return isValid() && kind == QAccessible::Name ? m_grid->spokenCell({m_row, m_column}) : QString();
}

QRect GridCellAccessible::rect() const
{
    if (!isValid())
        return {};
    const auto local = m_grid->layoutOfCells().cell(m_row, m_column);
    return {m_grid->viewport()->mapToGlobal(local.topLeft()), local.size()};
}

QAccessible::State GridCellAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    state.editable = isEditable();
    state.readOnly = !state.editable;
    if (const auto *margin = m_grid->margin(); margin && margin->canOpen(m_row)) {
        state.expandable = true;
        state.expanded = margin->isOpen(m_row);
        state.collapsed = !state.expanded;
    }
    state.selected = isSelected();
    state.focused = m_grid->hasFocus() && m_grid->currentCell() == CellPosition{m_row, m_column};
    state.invisible = !m_grid->viewport()->rect().intersects(m_grid->layoutOfCells().cell(m_row, m_column));
    return state;
}

void *GridCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

bool GridCellAccessible::isEditable() const
{
    return isValid() && m_grid->editing() && m_grid->editing()->refusal({m_row, m_column}).isEmpty();
}

void GridCellAccessible::setText(QAccessible::Text kind, const QString &text)
{
    if (kind == QAccessible::Value && isEditable())
        m_grid->editing()->assign({m_row, m_column}, edit::NewValue::of(text.toUtf8()));
}

QStringList GridCellAccessible::actionNames() const
{
    QStringList names{setFocusAction()};
    if (isEditable())
        names.prepend(pressAction());
    return names;
}

void GridCellAccessible::doAction(const QString &name)
{
    if (!isValid())
        return;
    m_grid->setCurrentCell({m_row, m_column});
    m_grid->setFocus();
    if (name == pressAction() && isEditable())
        m_grid->editing()->edit();
}

QStringList GridCellAccessible::keyBindingsForAction(const QString &name) const
{
    return name == pressAction() ? QStringList{QKeySequence(Qt::Key_F2).toString()} : QStringList();
}

QList<QAccessibleInterface *> GridCellAccessible::columnHeaderCells() const
{
    const auto *table = isValid() ? static_cast<GridAccessible *>(parent()) : nullptr;
    auto *header = table ? table->headerAt(m_column) : nullptr;
    return header ? QList{header} : QList<QAccessibleInterface *>();
}

bool GridCellAccessible::isSelected() const
{
    return m_grid && m_grid->selection().contains(m_row, m_column);
}

} // namespace squall::ui

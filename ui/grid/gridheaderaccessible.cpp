#include "ui/grid/gridheaderaccessible.h"

#include "models/cellrole.h"
#include "ui/grid/grid.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QWindow>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::GridHeader)
};

} // namespace

QString spokenHeader(const Grid &grid, int column)
{
    const auto *model = grid.model();
    if (!model || column < 0 || column >= model->columnCount())
        return {};
    const auto header = [&](int role) { return model->headerData(column, Qt::Horizontal, role); };
    QStringList words;
    const int sort = header(models::SortRole).toInt();
    if (sort != 0)
        words << (sort > 0 ? Text::tr("sorted ascending") : Text::tr("sorted descending"));
    // The first line is the name.
    words << header(Qt::ToolTipRole).toString().section(u'\n', 1).split(u'\n', Qt::SkipEmptyParts);
    if (header(models::PrimaryKeyRole).toBool())
        words << Text::tr("primary key");
    if (header(models::GeneratedRole).toBool())
        words << Text::tr("written by the server");
    if (const auto zone = header(models::ZoneRole).toString(); !zone.isEmpty())
        words << zone;
    return words.join(u", "_s);
}

GridHeaderAccessible::GridHeaderAccessible(Grid &grid, int column)
    : m_grid(&grid)
    , m_column(column)
{
}

bool GridHeaderAccessible::isValid() const
{
    return m_grid && m_column < m_grid->layoutOfCells().columnCount();
}

QWindow *GridHeaderAccessible::window() const
{
    return m_grid ? m_grid->window()->windowHandle() : nullptr;
}

QAccessibleInterface *GridHeaderAccessible::parent() const
{
    return m_grid ? QAccessible::queryAccessibleInterface(m_grid) : nullptr;
}

QString GridHeaderAccessible::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    if (kind == QAccessible::Name)
        return m_grid->model()->headerData(m_column, Qt::Horizontal).toString();
    return kind == QAccessible::Description ? spokenHeader(*m_grid, m_column) : QString();
}

QRect GridHeaderAccessible::rect() const
{
    if (!isValid())
        return {};
    const auto cell = m_grid->layoutOfCells().cell(0, m_column);
    return {m_grid->viewport()->mapToGlobal(QPoint(cell.left(), 0)),
            QSize(cell.width(), GridLayout::headerHeight)};
}

QAccessible::State GridHeaderAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.readOnly = true;
    state.selectable = true;
    state.selected = isSelected();
    return state;
}

void *GridHeaderAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

bool GridHeaderAccessible::isSelected() const
{
    return isValid() && m_grid->selection().containsColumn(m_column, m_grid->layoutOfCells().rowCount());
}

QStringList GridHeaderAccessible::actionNames() const
{
    return {pressAction()};
}

void GridHeaderAccessible::doAction(const QString &name)
{
    if (isValid() && name == pressAction())
        emit m_grid->sortRequested(m_column, false);
}

} // namespace squall::ui

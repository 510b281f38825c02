#include "ui/table/rowleaving.h"

#include "models/editedrowmodel.h"
#include "ui/grid/grid.h"

namespace squall::ui {

RowLeaving::RowLeaving(Grid &grid, models::EditedRowModel &rows, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_rows(rows)
{
    connect(&grid, &Grid::currentChanged, this, &RowLeaving::track);
    // A row that was gone to before it was loaded is known by now.
    connect(&rows, &models::EditedRowModel::editsChanged, this, &RowLeaving::track);
}

void RowLeaving::track()
{
    const auto row = m_grid.currentCell().row;
    const auto identity = m_rows.identity(row).value_or(edit::RowIdentity());
    const auto newRow = m_rows.newRowId(row);
    if (identity == m_row && newRow == m_newRow)
        return;
    leave();
    m_row = identity;
    m_newRow = newRow;
}

void RowLeaving::leave()
{
    if (m_row.isValid() || m_newRow != 0)
        m_rows.leave(m_row, m_newRow);
}

} // namespace squall::ui

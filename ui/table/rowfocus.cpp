#include "ui/table/rowfocus.h"

#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "ui/grid/grid.h"

#include <algorithm>
#include <utility>

namespace squall::ui {

using models::RowWindowModel;

RowFocus::RowFocus(Grid &grid, models::EditedRowModel &rows, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_rows(rows)
{
    connect(&rows.rows(), &RowWindowModel::stateChanged, this, &RowFocus::look);
    connect(&rows, &models::WindowModel::windowChanged, this, &RowFocus::look);
    connect(&grid, &Grid::currentChanged, this, [this] {
        if (std::exchange(m_waits, false))
            m_seeking = false;
    });
}

void RowFocus::seek(const edit::RowIdentity &row, qint64 newRow, const QString &column)
{
    m_row = {.newRow = newRow, .identity = row};
    m_column = column;
    m_seeking = true;
    m_waits = false;
    look();
}

void RowFocus::await(const edit::RowIdentity &row, const QString &column)
{
    m_row = {.newRow = 0, .identity = row};
    m_column = column;
    m_seeking = true;
    m_waits = true;
    look();
}

void RowFocus::look()
{
    if (!m_seeking)
        return;
    const auto row = m_rows.rowOf(m_row);
    if (row < 0) {
        m_seeking = m_waits || m_rows.rows().state() == RowWindowModel::State::Loading;
        if (!m_seeking && m_row.newRow == 0)
            emit missing(m_row.identity);
        return;
    }
    m_seeking = false;
    m_waits = false;
    const int column = m_grid.columnNamed(m_column);
    m_grid.setCurrentCell({row, column >= 0 ? column : std::max(0, m_grid.currentCell().column)});
    m_grid.setFocus();
}

} // namespace squall::ui

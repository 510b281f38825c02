#pragma once

#include "core/edit/rowidentity.h"

#include <QObject>

namespace squall::models {
class EditedRowModel;
}

namespace squall::ui {

class Grid;

/// Notices when the current cell goes to another row.
class RowLeaving : public QObject
{
    Q_OBJECT

public:
    RowLeaving(Grid &grid, models::EditedRowModel &rows, QObject *parent = nullptr);

    /// The rows are not looked at any more.
    void leave();

private:
    void track();

    Grid &m_grid;
    models::EditedRowModel &m_rows;
    edit::RowIdentity m_row; ///< where the current cell is or was last
    qint64 m_newRow = 0;
};

} // namespace squall::ui

#pragma once

#include "models/rowstaging.h"

#include <QObject>

namespace squall::models {
class EditedRowModel;
}

namespace squall::ui {

class Grid;

/// Puts the cursor on the cell of a row that somebody means, as soon as the rows are there.
class RowFocus : public QObject
{
    Q_OBJECT

public:
    RowFocus(Grid &grid, models::EditedRowModel &rows, QObject *parent = nullptr);

    /// `newRow`: NewRow::id of a new row, 0 for others. Without a column of that name, the cursor stays in
    /// its own.
    void seek(const edit::RowIdentity &row, qint64 newRow, const QString &column);
    /// The same for a row that is about to come into sight; until somebody goes elsewhere.
    void await(const edit::RowIdentity &row, const QString &column);
    /// Other rows are on their way: it may be among those.
    void seekAgain() { m_seeking = true; }

signals:
    /// The row is not among those that are loaded.
    void missing(const squall::edit::RowIdentity &row);

private:
    void look();

    Grid &m_grid;
    models::EditedRowModel &m_rows;
    models::TouchedRow m_row;
    QString m_column;
    bool m_seeking = false;
    bool m_waits = false; ///< rows that come later may have it
};

} // namespace squall::ui

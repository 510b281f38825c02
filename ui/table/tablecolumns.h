#pragma once

#include "models/columnarrangement.h"
#include "models/rowquery.h"

#include <QObject>

class QMenu;

namespace squall::models {
class RowWindowModel;
}

namespace squall::ui {

class Grid;

/// The columns of one relation's grid as somebody arranged them: order, width, pinned, hidden. Hidden ones
/// are not read.
class TableColumns : public QObject
{
    Q_OBJECT

public:
    TableColumns(Grid &grid, models::RowWindowModel &rows, QObject *parent = nullptr);

    /// The relation as the schema has it now.
    void setSource(const models::RowSource &source);
    const models::RowSource &source() const { return m_source; }
    const models::ColumnArrangement &arrangement() const { return m_arrangement; }
    void setArrangement(const models::ColumnArrangement &arrangement);
    /// As the relation has them.
    void reset();
    /// What can be done with one column.
    QMenu *makeMenu(int column, QWidget *parent);

signals:
    /// Something to be remembered.
    void changed();
    void chooserRequested();
    void sortRequested(const std::vector<squall::models::SortKey> &sort);
    /// Somebody wants to filter by this column.
    void filterRequested(const QString &column);
    /// Others may add to what `makeMenu` makes.
    void menuMade(QMenu *menu);

private:
    void apply();
    void show();
    void addSorting(QMenu &menu, int column, const QString &name);
    void widen(const QString &name, double factor);
    QString nameOf(int column) const;

    Grid &m_grid;
    models::RowWindowModel &m_rows;
    models::RowSource m_source;
    models::ColumnArrangement m_arrangement;
};

} // namespace squall::ui

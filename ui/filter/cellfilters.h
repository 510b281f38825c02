#pragma once

#include <QMenu>

class QModelIndex;

namespace squall::models {
class TableFilter;
}

namespace squall::ui {

/// Filters that a cell's value suggests: the same, another one, less, more, NULL or not.
class CellFilters : public QMenu
{
    Q_OBJECT

public:
    explicit CellFilters(models::TableFilter &filter, QWidget *parent = nullptr);

    /// An invalid cell leaves nothing to choose.
    void setCell(const QModelIndex &cell);

private:
    void add(const QString &column, const QModelIndex &cell);

    models::TableFilter &m_filter;
};

} // namespace squall::ui

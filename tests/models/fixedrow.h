#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

namespace squall::test {

/// One row whose cells say what they were told to.
class FixedRow : public QAbstractTableModel
{
public:
    FixedRow(QStringList columns, const QStringList &values)
        : m_columns(std::move(columns))
        , m_cells(m_columns.size())
    {
        for (qsizetype column = 0; column < values.size(); ++column)
            set(static_cast<int>(column), Qt::DisplayRole, values[column]);
    }

    void set(int column, int role, const QVariant &value) { m_cells[column].insert(role, value); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return m_cells[index.column()].value(role);
    }
    QVariant headerData(int section, Qt::Orientation, int role) const override
    {
        return role == Qt::DisplayRole ? m_columns.value(section) : QVariant();
    }

private:
    QStringList m_columns;
    QList<QHash<int, QVariant>> m_cells;
};

} // namespace squall::test

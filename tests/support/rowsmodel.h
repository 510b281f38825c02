#pragma once

#include "models/cellrole.h"
#include "models/windowmodel.h"

#include <QStringList>

#include <vector>

namespace squall::test {

/// A result that is all there.
class RowsModel : public models::WindowModel
{
    Q_OBJECT

public:
    struct Column
    {
        QString name = {};
        models::TypeKind kind = models::TypeKind::Text;
        QStringList values = {}; ///< a null one is NULL
    };

    explicit RowsModel(std::vector<Column> columns, QObject *parent = nullptr)
        : WindowModel(parent)
        , m_columns(std::move(columns))
    {
    }

    void append(const QStringList &row)
    {
        beginInsertRows({}, rowCount(), rowCount());
        for (size_t i = 0; i < m_columns.size(); ++i)
            m_columns[i].values << row[static_cast<qsizetype>(i)];
        endInsertRows();
    }

    qint64 firstRow() const override { return 0; }
    qint64 rowCountEstimate() const override { return rowCount(); }
    bool isRowCountExact() const override { return true; }
    void need(qint64, int) override {}
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() || m_columns.empty() ? 0 : static_cast<int>(m_columns.front().values.size());
    }
    int columnCount(const QModelIndex & = {}) const override { return static_cast<int>(m_columns.size()); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        const auto &value = m_columns[static_cast<size_t>(index.column())].values[index.row()];
        if (role == models::NullRole)
            return value.isNull();
        return role == Qt::DisplayRole ? QVariant(value) : QVariant();
    }
    QVariant headerData(int section, Qt::Orientation, int role = Qt::DisplayRole) const override
    {
        const auto &column = m_columns[static_cast<size_t>(section)];
        if (role == models::TypeKindRole)
            return QVariant::fromValue(column.kind);
        return role == Qt::DisplayRole ? QVariant(column.name) : QVariant();
    }

private:
    std::vector<Column> m_columns;
};

} // namespace squall::test

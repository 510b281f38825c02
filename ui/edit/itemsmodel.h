#pragma once

#include "core/base/query.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace squall::ui {

/// The parts of a value: what each is called, and its text on one line.
class ItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LabelColumn, TextColumn, ColumnCount };
    using Items = std::vector<Query::Parameter>;

    explicit ItemsModel(std::function<QString(int row)> label, QObject *parent = nullptr);

    const Items &items() const { return m_items; }
    void setItems(Items items);
    void setItem(int row, const Query::Parameter &item);
    void insert(int row, const Query::Parameter &item);
    void remove(int row);
    /// Trades places with the row below.
    void swapDown(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::function<QString(int row)> m_label;
    Items m_items;
};

} // namespace squall::ui

#pragma once

#include "models/structure.h"

#include <QAbstractItemModel>

namespace squall::models {

/// A relation's structure as a tree of two levels: sections, and their lines.
class StructureModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, DetailColumn, CommentColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Equal sections change nothing, so that what is expanded and selected stays.
    void setSections(std::vector<StructureSection> sections);
    static bool isSection(const QModelIndex &index) { return index.isValid() && index.internalId() == 0; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<StructureSection> m_sections;
};

} // namespace squall::models

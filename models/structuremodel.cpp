#include "models/structuremodel.h"

#include <array>

namespace squall::models {

void StructureModel::setSections(std::vector<StructureSection> sections)
{
    if (sections == m_sections)
        return;
    beginResetModel();
    m_sections = std::move(sections);
    endResetModel();
}

// The internal id of a line is the number of its section, counted from 1; that of a section is 0.

QModelIndex StructureModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex StructureModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int StructureModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_sections.size());
    if (!isSection(parent) || parent.column() != 0)
        return 0;
    return static_cast<int>(m_sections[static_cast<size_t>(parent.row())].lines.size());
}

int StructureModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant StructureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (isSection(index)) {
        return index.column() == 0 && role == Qt::DisplayRole
                   ? m_sections[static_cast<size_t>(index.row())].title
                   : QVariant();
    }
    const auto &section = m_sections[static_cast<size_t>(index.internalId()) - 1];
    const auto &line = section.lines[static_cast<size_t>(index.row())];
    const std::array texts{&line.name, &line.type, &line.detail, &line.comment};
    return *texts[static_cast<size_t>(index.column())];
}

QVariant StructureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case TypeColumn: return tr("Type");
    case DetailColumn: return tr("Details");
    case CommentColumn: return tr("Comment");
    default: return {};
    }
}

} // namespace squall::models

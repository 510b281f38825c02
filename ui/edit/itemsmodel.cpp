#include "ui/edit/itemsmodel.h"

#include "ui/grid/gridtext.h"
#include "ui/theme/fonts.h"

#include <algorithm>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownLength = 200;

QString onItsLine(const Query::Parameter &item)
{
    if (!item)
        return u"NULL"_s;
    if (item->isEmpty())
        return u"''"_s;
    const auto text = onOneLine(QString::fromUtf8(item->left(4 * shownLength)));
    return text.size() > shownLength ? text.left(shownLength) + u'…' : text;
}

} // namespace

ItemsModel::ItemsModel(std::function<QString(int row)> label, QObject *parent)
    : QAbstractTableModel(parent)
    , m_label(std::move(label))
{
}

void ItemsModel::setItems(Items items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

void ItemsModel::setItem(int row, const Query::Parameter &item)
{
    m_items[static_cast<size_t>(row)] = item;
    emit dataChanged(index(row, 0), index(row, TextColumn));
}

void ItemsModel::insert(int row, const Query::Parameter &item)
{
    beginInsertRows({}, row, row);
    m_items.push_back(item);
    std::rotate(m_items.begin() + row, m_items.end() - 1, m_items.end());
    endInsertRows();
}

void ItemsModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_items.erase(m_items.begin() + row);
    endRemoveRows();
}

void ItemsModel::swapDown(int row)
{
    std::swap(m_items[static_cast<size_t>(row)], m_items[static_cast<size_t>(row) + 1]);
    emit dataChanged(index(row, 0), index(row + 1, TextColumn));
}

int ItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int ItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ItemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &item = m_items[static_cast<size_t>(index.row())];
    const bool label = index.column() == LabelColumn;
    switch (role) {
    case Qt::DisplayRole: return label ? m_label(index.row()) : onItsLine(item);
    case Qt::AccessibleTextRole:
        return label ? m_label(index.row()) : m_label(index.row()) + u": "_s + onItsLine(item);
    case Qt::FontRole: {
        auto face = font(label ? TextStyle::Body : TextStyle::Mono);
        face.setItalic(!label && (!item || item->isEmpty()));
        return face;
    }
    default: return {};
    }
}

} // namespace squall::ui

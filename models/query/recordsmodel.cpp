#include "models/query/recordsmodel.h"

#include "models/query/resultmodel.h"

#include <algorithm>
#include <limits>

namespace squall::models {

RecordsModel::RecordsModel(ResultModel &result, QObject *parent)
    : WindowModel(parent)
    , m_result(&result)
    , m_fields(result.columnCount())
{
    using Source = QAbstractItemModel;
    connect(&result, &Source::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first, int last) {
        if (const int begin = linesIn(first); linesIn(last + 1) > begin)
            beginInsertRows({}, begin, linesIn(last + 1) - 1);
    });
    connect(&result, &Source::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (linesIn(last + 1) > linesIn(first))
            endInsertRows();
    });
    connect(&result, &Source::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        if (const int begin = linesIn(first); linesIn(last + 1) > begin)
            beginRemoveRows({}, begin, linesIn(last + 1) - 1);
    });
    connect(&result, &Source::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        if (linesIn(last + 1) > linesIn(first))
            endRemoveRows();
    });
    connect(&result, &Source::dataChanged, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, Value));
    });
    connect(&result, &Source::modelAboutToBeReset, this, &RecordsModel::beginResetModel);
    connect(&result, &Source::modelReset, this, [this] {
        m_fields = m_result->columnCount();
        endResetModel();
    });
    connect(&result, &WindowModel::windowChanged, this, &WindowModel::windowChanged);
}

/// Lines beyond what a model can count are not shown.
int RecordsModel::linesIn(int rows) const
{
    return static_cast<int>(
        std::min<qint64>(static_cast<qint64>(rows) * m_fields, std::numeric_limits<int>::max() / 2));
}

bool RecordsModel::isRowCountExact() const
{
    return m_result && m_result->isRowCountExact();
}

int RecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_result ? 0 : linesIn(m_result->rowCount());
}

int RecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Value + 1;
}

QVariant RecordsModel::data(const QModelIndex &index, int role) const
{
    if (!m_result || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row() / m_fields;
    const int field = index.row() % m_fields;
    if (index.column() == Value)
        return m_result->index(row, field).data(role);
    if (role == TypeKindRole)
        return QVariant::fromValue(index.column() == Record ? TypeKind::Number : TypeKind::Text);
    if (role != Qt::DisplayRole)
        return role == NullRole ? QVariant(false) : QVariant();
    if (index.column() == Name)
        return m_result->headerData(field, Qt::Horizontal);
    return field == 0 ? QString::number(row + 1) : QString();
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Record: return tr("Row");
    case Name: return tr("Column");
    case Value: return tr("Value");
    default: return {};
    }
}

} // namespace squall::models

#include "core/base/shorttypename.h"
#include "models/rowwindowmodel.h"

#include <algorithm>

// What RowWindowModel shows of its rows.

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

QString toolTip(const RowColumn &column)
{
    QString text = column.name + u'\n' + column.type;
    if (column.notNull)
        text += u" not null"_s;
    if (!column.references.isEmpty())
        text += u"\n→ "_s + column.references;
    return column.comment.isEmpty() ? text : text + u"\n\n"_s + column.comment;
}

/// Whether its values read otherwise in another session's time zone.
bool hasZone(const QString &type)
{
    return type.startsWith(u"timestamp") && type.contains(u"with time zone");
}

/// A time, or true.
bool isDeletion(const std::optional<QByteArrayView> &value)
{
    return value && *value != "f";
}

void addPart(QByteArray &key, QByteArrayView part)
{
    key += QByteArray::number(part.size()) + ':';
    key += part;
}

} // namespace

edit::RowIdentity RowWindowModel::identityOf(int row) const
{
    if (row < 0 || row >= m_window.rowCount())
        return {};
    const auto place = m_window.at(row);
    return identityAt(place.batch, place.row, *m_source, m_layout);
}

edit::RowValues RowWindowModel::valuesOf(int row) const
{
    edit::RowValues values;
    const auto place = m_window.at(row);
    for (size_t column = 0; column < m_fetched->columns.size(); ++column) {
        const int length = m_layout.lengths[column];
        if (length >= 0 && place.batch.cell(place.row, length))
            continue;
        const auto value = place.batch.cell(place.row, static_cast<int>(column));
        values.insert(m_fetched->columns[column].name,
                      value ? Query::Parameter(value->toByteArray()) : std::nullopt);
    }
    return values;
}

/// The same as one value.
QByteArray RowWindowModel::keyOf(int row) const
{
    QByteArray key;
    const auto place = m_window.at(row);
    for (const int column : m_layout.identity)
        addPart(key, place.batch.cell(place.row, column).value_or(QByteArrayView()));
    return key;
}

void RowWindowModel::wrote(const edit::RowIdentity &row, const QStringList &columns)
{
    QByteArray key;
    for (const auto &[name, value] : row.parts)
        addPart(key, value);
    std::vector<int> places;
    for (const auto &column : columns) {
        if (const int place = m_fetched->indexOf(column); place >= 0)
            places.push_back(place);
    }
    m_moved.wrote(key, places);
}

int RowWindowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.rowCount();
}

int RowWindowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_source->columns.size());
}

QVariant RowWindowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto [batch, row] = m_window.at(index.row());
    const int column = m_places[static_cast<size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: return batch.text(row, column);
    case NullRole: return !batch.cell(row, column).has_value();
    case TypeKindRole:
        return QVariant::fromValue(m_fetched->columns[static_cast<size_t>(column)].traits.kind);
    case FullLengthRole: {
        const int length = m_layout.lengths[static_cast<size_t>(column)];
        const auto text = length < 0 ? std::nullopt : batch.cell(row, length);
        return text ? text->toByteArray().toLongLong() : qint64(-1);
    }
    case MovedRole: return !m_moved.isEmpty() && m_moved.isMoved(keyOf(index.row()), column);
    case DimmedRole: return m_layout.deleted >= 0 && isDeletion(batch.cell(row, m_layout.deleted));
    default: return {};
    }
}

QVariant RowWindowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &column = m_source->columns[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return column.name;
    case Qt::ToolTipRole: return toolTip(column);
    case TypeNameRole: return shortTypeName(column.type);
    case TypeKindRole: return QVariant::fromValue(column.traits.kind);
    case PrimaryKeyRole: return column.primaryKey;
    case ReferenceRole: return column.references;
    case GeneratedRole: return column.generated;
    case SortableRole: return column.traits.sortable;
    case NotNullRole:
        return m_source->id.kind == Kind::Table || m_source->id.kind == Kind::ForeignTable
                   ? QVariant(column.notNull)
                   : QVariant(); // Nobody says it of a view's.
    case ZoneRole: return hasZone(column.type) ? m_timeZone : QString();
    case SortRole: {
        const auto found = std::find_if(m_sort.begin(), m_sort.end(),
                                        [&](const SortKey &key) { return key.column == column.name; });
        return found == m_sort.end() ? 0 : found->descending ? -1 : 1;
    }
    default: return {};
    }
}

} // namespace squall::models

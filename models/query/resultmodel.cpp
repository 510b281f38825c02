#include "models/query/resultmodel.h"

#include "core/base/shorttypename.h"
#include "models/columntype.h"
#include "models/pooled.h"

#include <algorithm>
#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// No column shows more than a part of this.
constexpr qsizetype shownBytes = 4096;

/// The beginning of a long value, whole characters only.
QByteArrayView beginning(QByteArrayView value)
{
    if (value.size() <= shownBytes)
        return value;
    auto end = shownBytes;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U)
        --end;
    return value.first(end);
}

qint64 charactersIn(QByteArrayView value)
{
    return std::count_if(value.begin(), value.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

/// Large results take longer than a frame to free.
void freeElsewhere(ResultRows rows)
{
    if (rows.count > 0)
        pooled([rows = std::move(rows)] { return rows.count; });
}

} // namespace

ResultModel::ResultModel(Origin origin, std::vector<pg::Field> fields, QObject *parent)
    : WindowModel(parent)
    , m_origin(std::move(origin))
{
    describe(std::move(fields));
}

ResultModel::~ResultModel()
{
    freeElsewhere(std::move(m_rows));
}

void ResultModel::describe(std::vector<pg::Field> fields)
{
    m_fields = std::move(fields);
    m_types.clear();
    m_kinds.clear();
    for (const auto &type : builtInNames(m_fields)) {
        m_types.push_back(type.name);
        m_kinds.push_back(type.name.isEmpty() ? TypeKind::Other
                                              : columnType(catalog::Snapshot(), type.name).kind);
    }
}

void ResultModel::restart(const Origin &origin, std::vector<pg::Field> fields)
{
    beginResetModel();
    m_origin = origin;
    m_arranging.cancel();
    m_rewriting.cancel();
    m_written.clear();
    m_moved.clear();
    freeElsewhere(std::exchange(m_rows, {}));
    m_order.reset();
    m_shown = 0;
    m_payload = 0;
    m_state = State::Reading;
    m_endedBecause.clear();
    if (fields != m_fields) {
        m_sort.clear();
        describe(std::move(fields));
    }
    endResetModel();
    emit stateChanged();
}

void ResultModel::append(const std::vector<pg::RowBatch> &batches)
{
    const auto before = m_rows.count;
    const bool arranged = !m_sort.empty() || !m_filter.isEmpty();
    qint64 added = 0;
    for (const auto &batch : batches)
        added += batch.rowCount();
    if (added > 0 && !arranged)
        beginInsertRows({}, m_shown, m_shown + static_cast<int>(added) - 1);
    for (const auto &batch : batches) {
        m_rows.append(batch);
        m_payload += batch.bytes();
    }
    if (added > 0 && !arranged) {
        m_shown += static_cast<int>(added);
        endInsertRows();
    } else if (arranged && before == 0) {
        arrange();
    }
    emit grown();
}

void ResultModel::setTimes(std::chrono::microseconds firstRow, std::chrono::microseconds duration)
{
    m_firstRow = firstRow;
    m_duration = duration;
    emit grown();
}

void ResultModel::setState(State state, const QString &why)
{
    m_endsAt = {};
    m_state = state;
    m_endedBecause = why;
    if (state != State::Reading && (!m_sort.empty() || !m_filter.isEmpty()))
        arrange();
    emit windowChanged();
    emit stateChanged();
}

void ResultModel::setTransaction(Transaction transaction)
{
    if (std::exchange(m_transaction, transaction) != transaction)
        emit transactionChanged();
}

void ResultModel::setEndsAt(const QDateTime &time)
{
    m_endsAt = time;
    emit stateChanged();
}

void ResultModel::setTypes(const std::vector<TypeName> &types, const catalog::Snapshot &snapshot)
{
    for (size_t column = 0; column < std::min(types.size(), m_types.size()); ++column) {
        m_types[column] = types[column].name;
        m_kinds[column] = columnType(snapshot, types[column].name).kind;
    }
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (m_shown > 0)
        emit dataChanged(index(0, 0), index(m_shown - 1, columnCount() - 1));
}

int ResultModel::rowShown(qint64 read) const
{
    if (!m_order)
        return read < m_shown ? static_cast<int>(read) : -1;
    const auto found = std::find(m_order->begin(), m_order->end(), static_cast<quint32>(read));
    return found == m_order->end() ? -1 : static_cast<int>(found - m_order->begin());
}

void ResultModel::rewrite(const std::vector<WrittenRow> &rows)
{
    m_written.insert(m_written.end(), rows.begin(), rows.end());
    if (!m_rewriting.isRunning())
        rewriteNext();
}

/// Rows may have come meanwhile: those follow the ones that were looked at.
void ResultModel::rewriteNext()
{
    if (m_written.empty())
        return;
    m_rewriting.run(
        pooled([rows = m_rows, written = std::exchange(m_written, {})] { return rewritten(rows, written); }),
        [this](const RewrittenRows &now) {
            std::copy(now.rows.batches.begin(), now.rows.batches.end(), m_rows.batches.begin());
            m_moved = now.moved;
            if (m_shown > 0)
                emit dataChanged(index(0, 0), index(m_shown - 1, columnCount() - 1));
            rewriteNext();
        });
}

void ResultModel::setSort(const std::vector<Key> &sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit sortChanged();
    arrange();
}

void ResultModel::toggleSort(int column, bool add)
{
    auto sort = m_sort;
    const auto found =
        std::find_if(sort.begin(), sort.end(), [column](const Key &key) { return key.column == column; });
    const bool ascending = found != sort.end() && !found->descending;
    const bool known = found != sort.end();
    if (!add)
        sort = known && !ascending ? std::vector<Key>() : std::vector<Key>{{column, ascending}};
    else if (!known)
        sort.push_back({column, false});
    else if (ascending)
        found->descending = true;
    else
        sort.erase(found);
    setSort(sort);
}

void ResultModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    emit filterChanged();
    arrange();
}

void ResultModel::arrange()
{
    if (m_sort.empty() && m_filter.isEmpty()) {
        m_arranging.cancel();
        show(nullptr, static_cast<int>(m_rows.count));
        return;
    }
    const ResultWish wish{.sort = m_sort, .kinds = m_kinds, .filter = m_filter};
    m_arranging.run(pooled([rows = m_rows, wish]() -> Order {
                        return std::make_shared<const std::vector<quint32>>(arrangedRows(rows, wish));
                    }),
                    [this](const Order &order) { show(order, static_cast<int>(order->size())); });
}

/// Rows come and go at the end; what the others show changes between, so that each step is true by itself.
void ResultModel::show(const Order &order, int rows)
{
    if (rows < m_shown) {
        beginRemoveRows({}, rows, m_shown - 1);
        m_shown = rows;
        endRemoveRows();
    }
    m_order = order;
    if (m_shown > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(m_shown - 1, columnCount() - 1));
    if (rows > m_shown) {
        beginInsertRows({}, m_shown, rows - 1);
        m_shown = rows;
        endInsertRows();
    }
    emit windowChanged();
    emit arranged();
}

std::optional<QByteArrayView> ResultModel::cell(const ResultRows &rows, const Order &order, int row,
                                                int column)
{
    const auto [batch, inside] = rows.place(order ? (*order)[static_cast<size_t>(row)] : row);
    return rows.batches[batch].cell(inside, column);
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto kind = m_kinds[static_cast<size_t>(index.column())];
    if (role == TypeKindRole)
        return QVariant::fromValue(kind);
    if (role == MovedRole)
        return !m_moved.isEmpty() && m_moved.contains({rowRead(index.row()), index.column()});
    if (role != Qt::DisplayRole && role != NullRole && role != FullLengthRole)
        return {};
    const auto value = cell(index.row(), index.column());
    if (role == NullRole)
        return !value.has_value();
    if (role == Qt::DisplayRole)
        return value ? QString::fromUtf8(beginning(*value)) : QString();
    if (!value || value->size() <= shownBytes)
        return qint64(-1);
    return kind == TypeKind::Bytea ? qint64(value->size() - 2) / 2 : charactersIn(*value);
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = static_cast<size_t>(section);
    switch (role) {
    case Qt::DisplayRole: return m_fields[column].name;
    case Qt::ToolTipRole: return QString(m_fields[column].name + u'\n' + m_types[column]).trimmed();
    case TypeNameRole: return shortTypeName(m_types[column]);
    case TypeKindRole: return QVariant::fromValue(m_kinds[column]);
    case SortableRole: return true;
    case SortRole: {
        const auto found = std::find_if(m_sort.begin(), m_sort.end(),
                                        [section](const Key &key) { return key.column == section; });
        return found == m_sort.end() ? 0 : found->descending ? -1 : 1;
    }
    default: return {};
    }
}

} // namespace squall::models

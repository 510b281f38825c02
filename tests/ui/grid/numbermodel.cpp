#include "numbermodel.h"

namespace squall::test {

using namespace Qt::StringLiterals;
using namespace models;

namespace {

constexpr int windowRows = 400;
const QString longText = QString(2000, u'x');

QString display(qint64 number, int column)
{
    switch (column) {
    case 0: return QString::number(number);
    case 1: return u"Row number "_s + QString::number(number);
    case 3: return uR"({"n": %1})"_s.arg(number);
    case 4: return longText;
    default: return {};
    }
}

} // namespace

NumberModel::NumberModel(qint64 rows, bool prompt)
    : m_rows(rows)
    , m_prompt(prompt)
{
}

void NumberModel::need(qint64 first, int count)
{
    ++asked;
    m_wanted = first;
    const bool loaded = first >= m_first && std::min(first + count, m_rows) <= m_first + m_count;
    if (m_prompt && !loaded)
        deliver();
}

void NumberModel::deliver()
{
    if (m_count > 0) {
        beginRemoveRows({}, 0, m_count - 1);
        m_count = 0;
        endRemoveRows();
    }
    m_first = std::max<qint64>(0, std::min(m_wanted - windowRows / 2, m_rows - windowRows));
    const int count = static_cast<int>(std::min<qint64>(windowRows, m_rows - m_first));
    if (count <= 0)
        return;
    beginInsertRows({}, 0, count - 1);
    m_count = count;
    endInsertRows();
}

void NumberModel::setRows(qint64 rows)
{
    m_rows = rows;
    emit windowChanged();
}

void NumberModel::renumber(qint64 delta)
{
    m_rows += delta;
    m_first += delta;
    m_offset += delta;
    emit renumbered(delta);
}

QVariant NumberModel::data(const QModelIndex &index, int role) const
{
    const qint64 number = m_first - m_offset + index.row();
    switch (role) {
    case Qt::DisplayRole: return display(number, index.column());
    case TypeKindRole: return QVariant::fromValue(index.column() == 0 ? TypeKind::Number : TypeKind::Text);
    case NullRole: return index.column() == 2 && number % 2 == 0;
    case FullLengthRole: return index.column() == 4 ? 123456 : qint64(-1);
    default: return {};
    }
}

QVariant NumberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names{u"id"_s, u"title"_s, u"note"_s, u"meta"_s, u"long"_s};
    static const TypeKind kinds[] = {TypeKind::Number, TypeKind::Text, TypeKind::Text, TypeKind::Json,
                                     TypeKind::Text};
    static const QStringList types{u"bigint"_s, u"text"_s, u"text"_s, u"jsonb"_s, u"text"_s};
    if (orientation != Qt::Horizontal)
        return {};
    switch (role) {
    case Qt::DisplayRole: return names[section];
    case TypeNameRole: return types[section];
    case TypeKindRole: return QVariant::fromValue(kinds[section]);
    case PrimaryKeyRole: return section == 0;
    case SortableRole: return section != 3;
    default: return {};
    }
}

} // namespace squall::test

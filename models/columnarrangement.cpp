#include "models/columnarrangement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

qsizetype ColumnArrangement::indexOf(const QString &name) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const ArrangedColumn &column) { return column.name == name; });
    return found == m_columns.end() ? -1 : found - m_columns.begin();
}

const ArrangedColumn *ColumnArrangement::find(const QString &name) const
{
    const auto index = indexOf(name);
    return index < 0 ? nullptr : &m_columns[index];
}

int ColumnArrangement::pinnedCount() const
{
    return static_cast<int>(std::count_if(m_columns.begin(), m_columns.end(),
                                          [](const ArrangedColumn &c) { return c.pinned && !c.hidden; }));
}

int ColumnArrangement::shownCount() const
{
    return static_cast<int>(
        std::count_if(m_columns.begin(), m_columns.end(), [](const ArrangedColumn &c) { return !c.hidden; }));
}

void ColumnArrangement::fitTo(const RowSource &source)
{
    m_columns.removeIf([&](const ArrangedColumn &column) { return !source.find(column.name); });
    for (const auto *columns : {&source.columns, &source.hidden}) {
        for (const auto &column : *columns) {
            if (indexOf(column.name) < 0)
                m_columns.push_back({.name = column.name});
        }
    }
    if (shownCount() == 0 && !m_columns.isEmpty())
        m_columns.front().hidden = false;
}

void ColumnArrangement::setHidden(const QString &name, bool hidden)
{
    const auto index = indexOf(name);
    if (index < 0 || m_columns[index].hidden == hidden || (hidden && shownCount() == 1))
        return;
    m_columns[index].hidden = hidden;
}

/// Pinned ones first, each group in its order.
void ColumnArrangement::settle()
{
    std::stable_partition(m_columns.begin(), m_columns.end(),
                          [](const ArrangedColumn &column) { return column.pinned; });
}

void ColumnArrangement::setPinned(const QString &name, bool pinned)
{
    const auto index = indexOf(name);
    if (index < 0 || m_columns[index].pinned == pinned)
        return;
    m_columns[index].pinned = pinned;
    if (pinned)
        settle();
    else
        // Those after it that are still pinned go before it.
        std::stable_partition(m_columns.begin() + index, m_columns.end(),
                              [](const ArrangedColumn &column) { return column.pinned; });
}

void ColumnArrangement::setWidth(const QString &name, int width)
{
    if (const auto index = indexOf(name); index >= 0)
        m_columns[index].width = width;
}

void ColumnArrangement::moveTo(const QString &name, const QString &target)
{
    const auto from = indexOf(name);
    const auto to = indexOf(target);
    if (from < 0 || to < 0)
        return;
    m_columns.move(from, to);
    settle();
}

void ColumnArrangement::step(const QString &name, int direction)
{
    const auto from = indexOf(name);
    for (auto to = from + direction; from >= 0 && to >= 0 && to < m_columns.size(); to += direction) {
        if (m_columns[to].hidden)
            continue;
        if (m_columns[to].pinned == m_columns[from].pinned)
            m_columns.move(from, to);
        return;
    }
}

QByteArray ColumnArrangement::serialized() const
{
    QJsonArray array;
    for (const auto &column : m_columns) {
        QJsonObject object{{u"name"_s, column.name}};
        if (column.hidden)
            object.insert(u"hidden"_s, true);
        if (column.pinned)
            object.insert(u"pinned"_s, true);
        if (column.width > 0)
            object.insert(u"width"_s, column.width);
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

ColumnArrangement ColumnArrangement::parse(const QByteArray &bytes)
{
    ColumnArrangement arrangement;
    const auto array = QJsonDocument::fromJson(bytes).array();
    for (const auto &value : array) {
        const auto name = value[u"name"_s].toString();
        if (!name.isEmpty() && arrangement.indexOf(name) < 0)
            arrangement.m_columns.push_back({.name = name,
                                             .hidden = value[u"hidden"_s].toBool(),
                                             .pinned = value[u"pinned"_s].toBool(),
                                             .width = value[u"width"_s].toInt()});
    }
    arrangement.settle();
    return arrangement;
}

RowSource arranged(RowSource source, const ColumnArrangement &arrangement)
{
    auto fitting = arrangement;
    fitting.fitTo(source);
    RowSource result = source;
    result.columns.clear();
    result.hidden.clear();
    for (const auto &column : fitting.columns())
        (column.hidden ? result.hidden : result.columns).push_back(*source.find(column.name));
    return result;
}

} // namespace squall::models

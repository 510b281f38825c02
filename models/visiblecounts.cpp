#include "models/visiblecounts.h"

#include "core/base/quote.h"
#include "core/pg/sessionpool.h"
#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace squall::models {

namespace {

/// Who scrolls is not followed to each row.
constexpr int settlingMs = 120;
/// More rows than any screen shows.
constexpr size_t mostKeys = 256;
/// Fewer at once after a statement took too long.
constexpr size_t fewerBy = 8;
/// After so many keys that take too long alone nobody asks for others.
constexpr int mostTooSlow = 3;
constexpr size_t keptCounts = 20'000;

} // namespace

QString relationId(const Relation &relation)
{
    return quote(relation.from.schema, relation.from.name) + u'.' + quote(relation.name);
}

VisibleCounts::VisibleCounts(EditedRowModel &rows, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMs);
    m_settling.callOnTimeout(this, &VisibleCounts::read);
    connect(&rows, &QAbstractItemModel::rowsInserted, this, &VisibleCounts::forgetKeys);
    connect(&rows, &QAbstractItemModel::rowsRemoved, this, &VisibleCounts::forgetKeys);
    connect(&rows, &QAbstractItemModel::modelReset, this, &VisibleCounts::forgetKeys);
    connect(&rows, &QAbstractItemModel::dataChanged, this, &VisibleCounts::forgetKeys);
    connect(&rows, &WindowModel::windowChanged, this, &VisibleCounts::forgetKeys);
    connect(&rows, &WindowModel::renumbered, this, &VisibleCounts::forgetKeys);
}

VisibleCounts::~VisibleCounts() = default;

void VisibleCounts::setSnapshot(const catalog::SnapshotPtr &snapshot)
{
    if (snapshot == m_snapshot && m_rows.relations() == m_all)
        return;
    const auto before = chosen();
    m_snapshot = snapshot;
    m_all = m_rows.relations();
    m_relations = snapshot ? m_all->to(m_rows.rows().source().id) : std::vector<Relation>();
    std::sort(m_relations.begin(), m_relations.end(), [](const Relation &one, const Relation &other) {
        return std::tie(one.from.name, one.from.schema, one.columns) <
               std::tie(other.from.name, other.from.schema, other.columns);
    });
    choose(before);
}

void VisibleCounts::choose(const QStringList &ids)
{
    m_reading.cancel();
    auto before = std::exchange(m_columns, {});
    for (const auto &relation : m_relations) {
        if (!ids.contains(relationId(relation)))
            continue;
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const Column &column) { return column.relation == relation; });
        if (known != before.end()) {
            m_columns.push_back(std::move(*known));
            continue;
        }
        const auto why = relation.indexed ? QString()
                                          : tr("Not counted: no index on %1 (%2) helps.")
                                                .arg(relation.from.text(), relation.columns.join(u", "));
        m_columns.push_back({.relation = relation, .keysAtOnce = mostKeys, .why = why});
    }
    forgetKeys();
    emit columnsChanged();
}

QStringList VisibleCounts::chosen() const
{
    QStringList ids;
    for (const auto &column : m_columns)
        ids << relationId(column.relation);
    return ids;
}

void VisibleCounts::look(qint64 first, int count)
{
    if (first == m_first && count == m_seen)
        return;
    m_first = first;
    m_seen = count;
    if (!m_columns.empty())
        m_settling.start();
}

void VisibleCounts::refresh()
{
    m_reading.cancel();
    for (auto &column : m_columns) {
        for (auto &[key, known] : column.known)
            known.stale = true;
        column.keysAtOnce = mostKeys;
        column.tooSlow = 0;
        if (column.relation.indexed)
            column.why.clear();
    }
    m_settling.start();
}

/// The rows are others, or hold other values.
void VisibleCounts::forgetKeys()
{
    m_keys.clear();
    if (!m_columns.empty())
        m_settling.start();
}

std::optional<RelationKey> VisibleCounts::key(const Relation &relation, qint64 row) const
{
    const qint64 loaded = row - m_rows.firstRow();
    const auto identity = m_rows.identity(row);
    if (!identity || loaded < 0 || loaded >= m_rows.rowCount())
        return std::nullopt;
    return pointedKey(m_rows, static_cast<int>(loaded), relation, *identity);
}

const std::optional<RelationKey> &VisibleCounts::keptKey(size_t index, qint64 row) const
{
    auto &keys = m_keys[row];
    if (keys.size() != m_columns.size()) {
        keys.clear();
        for (const auto &column : m_columns)
            keys.push_back(key(column.relation, row));
    }
    return keys[index];
}

VisibleCounts::Count VisibleCounts::at(size_t index, qint64 row) const
{
    const auto &column = m_columns[index];
    const auto &wanted = keptKey(index, row);
    if (!wanted)
        return {};
    const auto found = column.known.find(*wanted);
    if (found != column.known.end() && found->second.rows >= 0)
        return {.rows = found->second.rows};
    if (!column.why.isEmpty())
        return {.why = column.why};
    return found == column.known.end() ? Count() : Count{.why = tr("Not counted: it takes too long.")};
}

VisibleCounts::Keys VisibleCounts::missing(size_t index) const
{
    Keys keys;
    const auto &column = m_columns[index];
    for (qint64 row = m_first; row < m_first + m_seen && keys.size() < column.keysAtOnce; ++row) {
        const auto &wanted = keptKey(index, row);
        if (!wanted || std::find(keys.begin(), keys.end(), *wanted) != keys.end())
            continue;
        const auto known = column.known.find(*wanted);
        if (known == column.known.end() || known->second.stale)
            keys.push_back(*wanted);
    }
    return keys;
}

void VisibleCounts::read()
{
    if (m_reading.isRunning())
        return;
    auto &sessions = m_rows.rows().sessions();
    for (size_t index = 0; index < m_columns.size(); ++index) {
        if (!m_columns[index].why.isEmpty())
            continue;
        const auto keys = missing(index);
        if (keys.empty())
            continue;
        // What somebody waits for comes first.
        if (sessions.isExhausted()) {
            m_settling.start();
            return;
        }
        m_reading.run(sessions.run([snapshot = m_snapshot, relation = m_columns[index].relation, keys,
                                    most = m_patience](pg::Connection &connection) {
            return countRelated(connection, *snapshot, relation, keys, CountBy::Index, most);
        }),
                      [this, index, keys](const Reply &reply) { receive(index, keys, reply); });
        return;
    }
}

void VisibleCounts::receive(size_t index, const Keys &keys, const Reply &reply)
{
    auto &column = m_columns[index];
    if (reply) {
        if (column.known.size() > keptCounts)
            column.known.clear();
        for (size_t i = 0; i < keys.size() && i < reply->size(); ++i)
            column.known[keys[i]] = {.rows = (*reply)[i]};
    } else if (reply.error().code == Error::Code::Timeout) {
        takeTimeout(column, keys);
    } else {
        column.why = reply.error().message;
    }
    emit countsChanged();
    read();
}

void VisibleCounts::takeTimeout(Column &column, const Keys &keys)
{
    if (keys.size() > 1) {
        column.keysAtOnce = std::max<size_t>(1, keys.size() / fewerBy);
        return;
    }
    column.known[keys.front()] = {};
    if (++column.tooSlow == mostTooSlow)
        column.why = tr("Not counted: it takes too long.");
}

} // namespace squall::models

#include "models/relatedcounts.h"

#include "core/pg/sessionpool.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace squall::models {

using State = RelatedCount::State;

namespace {

/// Who goes through rows by key is not followed to each of them.
constexpr int settlingMs = 150;

State firstState(const Relation &relation, bool hasKey)
{
    return !hasKey ? State::NoKey : relation.indexed ? State::Waiting : State::Unindexed;
}

} // namespace

RelatedCounts::RelatedCounts(QObject *parent)
    : QObject(parent)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMs);
    m_settling.callOnTimeout(this, &RelatedCounts::read);
}

void RelatedCounts::setTable(pg::SessionPool *sessions, const catalog::SnapshotPtr &snapshot,
                             const RelationsPtr &relations, const ObjectId &table)
{
    if (sessions == m_sessions && snapshot == m_snapshot && relations == m_all && table == m_table)
        return;
    leave();
    m_sessions = sessions;
    m_snapshot = snapshot;
    m_table = table;
    m_all = relations;
    m_relations = sessions && snapshot && relations ? relations->to(table) : std::vector<Relation>();
    std::sort(m_relations.begin(), m_relations.end(), [](const Relation &one, const Relation &other) {
        return std::tie(one.from.name, one.from.schema, one.columns) <
               std::tie(other.from.name, other.from.schema, other.columns);
    });
}

void RelatedCounts::look(const QAbstractItemModel &rows, int row, const edit::RowIdentity &identity)
{
    std::vector<RelatedCount> counts;
    for (const auto &relation : m_relations) {
        auto key = pointedKey(rows, row, relation, identity);
        const auto state = firstState(relation, key.has_value());
        counts.push_back({.relation = relation, .key = std::move(key), .state = state});
    }
    const auto sameKey = [](const RelatedCount &one, const RelatedCount &other) {
        return one.key == other.key;
    };
    if (!m_stale && std::equal(counts.begin(), counts.end(), m_counts.begin(), m_counts.end(), sameKey))
        return;
    giveUp();
    m_counts = std::move(counts);
    if (std::any_of(m_counts.begin(), m_counts.end(),
                    [](const RelatedCount &count) { return count.state == State::Waiting; }))
        m_settling.start();
    emit changed();
}

void RelatedCounts::giveUp()
{
    m_settling.stop();
    m_reading.cancel();
    m_asked.clear();
    m_stale = false;
}

void RelatedCounts::leave()
{
    giveUp();
    if (!std::exchange(m_counts, {}).empty())
        emit changed();
}

void RelatedCounts::read()
{
    std::vector<size_t> places;
    std::vector<RelatedCount> wanted;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i].state != State::Waiting)
            continue;
        places.push_back(i);
        wanted.push_back(m_counts[i]);
    }
    auto work = [snapshot = m_snapshot, wanted = std::move(wanted),
                 patience = m_patience](pg::Connection &connection) {
        std::vector<Reply> replies;
        for (const auto &each : wanted)
            replies.push_back(
                countRelated(connection, *snapshot, each.relation, {*each.key}, CountBy::Index, patience));
        return replies;
    };
    m_reading.run(m_sessions->run(std::move(work)), [this, places](const std::vector<Reply> &replies) {
        for (size_t i = 0; i < places.size(); ++i)
            receive(places[i], replies[i]);
        emit changed();
    });
}

void RelatedCounts::receive(size_t index, const Reply &reply)
{
    auto &count = m_counts[index];
    if (reply) {
        count.count = reply->empty() ? 0 : reply->front();
        count.state = State::Counted;
        return;
    }
    count.why = reply.error().message;
    const bool gaveUp = count.state == State::Waiting && reply.error().code == Error::Code::Timeout;
    count.state = gaveUp ? State::TooSlow : State::Failed;
}

void RelatedCounts::count(size_t index)
{
    auto &count = m_counts[index];
    if (!m_sessions || !count.key || count.state == State::Counting)
        return;
    count.state = State::Counting;
    auto work = [snapshot = m_snapshot, relation = count.relation,
                 key = *count.key](pg::Connection &connection) {
        return countRelated(connection, *snapshot, relation, {key}, CountBy::Anything, asked);
    };
    m_asked[index].run(m_sessions->run(std::move(work)), [this, index](const Reply &reply) {
        receive(index, reply);
        emit changed();
    });
    emit changed();
}

void RelatedCounts::stop(size_t index)
{
    if (m_counts[index].state != State::Counting)
        return;
    m_asked.erase(index);
    m_counts[index].state = m_counts[index].relation.indexed ? State::TooSlow : State::Unindexed;
    emit changed();
}

} // namespace squall::models

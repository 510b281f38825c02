#include "core/edit/statementorder.h"

#include "core/base/topologicalorder.h"
#include "core/edit/statementneeds.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace squall::edit {

using namespace Qt::StringLiterals;
using catalog::Constraint;
using Strength = Need::Strength;
using Verb = Statement::Verb;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::StatementOrder)
};

bool references(const catalog::Snapshot &snapshot, const catalog::Table *from, const catalog::Table *to)
{
    if (!from || !to)
        return false;
    return std::any_of(from->constraints.begin(), from->constraints.end(), [&](const Constraint &key) {
        return key.type == Constraint::Type::ForeignKey && isPartOf(snapshot, *to, key.referencedTable);
    });
}

/// The place of each relation: the referenced before the referencing, as far as there is no circle.
QHash<ObjectId, int> placesOf(const std::vector<RowChange> &changes, const catalog::Snapshot &snapshot)
{
    QHash<ObjectId, int> places;
    std::vector<const catalog::Table *> tables;
    std::vector<ObjectId> ids;
    for (const auto &change : changes) {
        const auto &id = change.relation;
        if (places.contains(id))
            continue;
        places.insert(id, static_cast<int>(ids.size()));
        ids.push_back(id);
        tables.push_back(catalog::findTable(snapshot, {id.schema, id.name}));
    }
    std::vector<std::vector<int>> before(tables.size());
    for (size_t i = 0; i < tables.size(); ++i) {
        for (size_t j = 0; j < tables.size(); ++j) {
            if (i != j && references(snapshot, tables[i], tables[j]))
                before[i].push_back(static_cast<int>(j));
        }
    }
    int place = 0;
    for (const int number : topologicalOrder(before))
        places[ids[static_cast<size_t>(number)]] = place++ - static_cast<int>(ids.size());
    return places;
}

/// Deletes from the referencing on, updates, inserts from the referenced on: what holds without looking at
/// values.
std::vector<int> byTables(const std::vector<RowChange> &changes, const catalog::Snapshot &snapshot)
{
    const auto places = placesOf(changes, snapshot);
    std::vector<int> order(changes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [&](int number) {
        const auto &change = changes[static_cast<size_t>(number)];
        const int place = places[change.relation];
        switch (change.verb) {
        case Verb::Delete: return std::pair(0, -place);
        case Verb::Update: return std::pair(1, place);
        case Verb::Insert:
        case Verb::Setting: break;
        }
        return std::pair(2, place);
    };
    std::stable_sort(order.begin(), order.end(), [&](int one, int other) { return rank(one) < rank(other); });
    return order;
}

Error circle(const Need &need)
{
    return {.code = Error::Code::Unsupported,
            .message = Text::tr("Some of these changes cannot be made one after the other: in %1 each would "
                                "have to come before the other because of %2.")
                           .arg(need.table, need.constraint),
            .hint = Text::tr("Apply a part of them first, for example with a value in between. A constraint "
                             "that is DEFERRABLE would allow all at once.")};
}

/// Sorts by needs, giving up those that can be given up where they run in a circle.
class Sorter
{
public:
    Sorter(std::vector<Need> needs, std::vector<int> preferred)
        : m_needs(std::move(needs))
        , m_preferred(std::move(preferred))
        , m_place(m_preferred.size())
    {
        for (size_t i = 0; i < m_preferred.size(); ++i)
            m_place[static_cast<size_t>(m_preferred[i])] = static_cast<int>(i);
    }

    Result<StatementOrder> sort()
    {
        for (;;) {
            const auto before = graph();
            const auto sorted = topologicalOrder(before);
            if (sorted.size() == before.size()) {
                for (const int place : sorted)
                    m_answer.order.push_back(m_preferred[static_cast<size_t>(place)]);
                m_answer.deferred.removeDuplicates();
                return m_answer;
            }
            if (const auto stuck = giveUpOne(findCycle(before)))
                return circle(*stuck);
        }
    }

private:
    std::vector<std::vector<int>> graph() const
    {
        std::vector<std::vector<int>> before(m_preferred.size());
        for (const auto &need : m_needs) {
            for (const auto &[first, then] : need.pairs)
                before[static_cast<size_t>(place(then))].push_back(place(first));
        }
        return before;
    }
    int place(int change) const { return m_place[static_cast<size_t>(change)]; }

    bool isOn(const std::vector<int> &cycle, const Need &need) const
    {
        for (size_t i = 0; i < cycle.size(); ++i) {
            const int node = cycle[i];
            const int needed = cycle[(i + 1) % cycle.size()];
            const auto found = std::find_if(need.pairs.begin(), need.pairs.end(), [&](const auto &pair) {
                return place(pair.first) == needed && place(pair.second) == node;
            });
            if (found != need.pairs.end())
                return true;
        }
        return false;
    }

    /// The weakest need on the circle goes; answers with one that holds the circle together when none can.
    std::optional<Need> giveUpOne(const std::vector<int> &cycle)
    {
        for (const auto strength : {Strength::Soft, Strength::Deferrable}) {
            for (auto &need : m_needs) {
                if (need.strength != strength || !isOn(cycle, need))
                    continue;
                if (strength == Strength::Deferrable && !need.initiallyDeferred)
                    m_answer.deferred << need.constraint;
                need.pairs.clear();
                return std::nullopt;
            }
        }
        return *std::find_if(m_needs.begin(), m_needs.end(),
                             [&](const Need &need) { return isOn(cycle, need); });
    }

    std::vector<Need> m_needs;
    std::vector<int> m_preferred;
    std::vector<int> m_place;
    StatementOrder m_answer;
};

} // namespace

Result<StatementOrder> orderOf(const std::vector<RowChange> &changes, const catalog::Snapshot &snapshot)
{
    return Sorter(needsOf(changes, snapshot), byTables(changes, snapshot)).sort();
}

} // namespace squall::edit

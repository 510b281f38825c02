#include "core/diff/plan.h"

#include "core/base/topologicalorder.h"
#include "core/diff/compare.h"
#include "core/diff/creation.h"
#include "core/diff/needs.h"
#include "core/diff/renamed.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

/// The table that `change` may be written inside, when nothing else forbids it.
const Table *foldsInto(const Change &change)
{
    if (const auto *set = std::get_if<SetDefault>(&change))
        return set->column->local || set->table->isPartition() ? set->table : nullptr;
    const auto *added = std::get_if<AddConstraint>(&change);
    if (!added || added->constraint->type == Constraint::Type::ForeignKey)
        return nullptr;
    if (added->constraint->type == Constraint::Type::Check)
        return added->constraint->validated ? added->table : nullptr;
    // Inside CREATE TABLE a child's primary key would make NOT NULLs of its own where it has its parents'
    // (18).
    if (added->constraint->type == Constraint::Type::PrimaryKey && !added->table->inherits.empty())
        return nullptr;
    // Inside CREATE TABLE a partitioned table's key would be copied to its partitions under other names.
    return added->table->isPartitioned() || added->table->isPartition() ? nullptr : added->table;
}

/// Folds facts into their CREATE TABLE wherever all they need is there before it.
std::vector<Step> fold(std::vector<Change> &&changes, const std::vector<int> &order,
                       const std::vector<std::vector<int>> &before)
{
    std::vector<int> place(changes.size());
    for (size_t i = 0; i < order.size(); ++i)
        place[static_cast<size_t>(order[i])] = static_cast<int>(i);

    QHash<const Table *, size_t> stepOfTable;
    std::vector<Step> steps;
    for (const int number : order) {
        const auto &change = changes[static_cast<size_t>(number)];
        if (const auto *create = std::get_if<CreateTable>(&change))
            stepOfTable.insert(create->table, static_cast<size_t>(number));
    }
    const auto mayFold = [&](int number, const Table *table) {
        if (!stepOfTable.contains(table))
            return false;
        const auto tableNumber = static_cast<int>(stepOfTable.value(table));
        for (const int needed : before[static_cast<size_t>(number)]) {
            if (needed != tableNumber &&
                place[static_cast<size_t>(needed)] > place[static_cast<size_t>(tableNumber)])
                return false;
        }
        return true;
    };

    QHash<const Table *, size_t> written;
    for (const int number : order) {
        auto &change = changes[static_cast<size_t>(number)];
        const auto *table = foldsInto(change);
        if (table && mayFold(number, table)) {
            steps[written.value(table)].folded.push_back(change);
            continue;
        }
        if (const auto *create = std::get_if<CreateTable>(&change))
            written.insert(create->table, steps.size());
        steps.push_back({change});
    }
    return steps;
}

std::vector<Change> ranked(std::vector<Change> changes, const Rank &rank)
{
    std::vector<std::pair<std::array<int, 4>, Change>> places;
    places.reserve(changes.size());
    for (auto &change : changes)
        places.emplace_back(rank(change), std::move(change));
    std::stable_sort(places.begin(), places.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t i = 0; i < changes.size(); ++i)
        changes[i] = places[i].second;
    return changes;
}

Error circle(const std::vector<Change> &changes, const std::vector<std::vector<int>> &before)
{
    QStringList names;
    for (const int number : findCycle(before))
        names << produces(changes[static_cast<size_t>(number)]).text();
    return {.code = Error::Code::Unsupported,
            .message = QStringLiteral("objects need each other in a circle: %1").arg(names.join(u" → "_s))};
}

/// Each as it is called when its turn has come: after what holds it, and after its own move.
std::vector<Change> renamings(const Renames &renames)
{
    auto ids = renames.keys();
    std::sort(ids.begin(), ids.end());
    std::vector<Change> changes;
    for (const auto &id : ids) {
        const auto to = renames.value(id);
        if (!to.part.isEmpty()) {
            changes.push_back(Rename{{to.kind, to.schema, to.name, id.part}, to});
            continue;
        }
        auto from = id;
        if (const auto schema = renames.constFind({Kind::Schema, {}, id.schema});
            !id.schema.isEmpty() && schema != renames.cend())
            from.schema = schema->name;
        if (from.schema != to.schema) {
            const ObjectId moved{to.kind, to.schema, from.name};
            changes.push_back(Move{from, moved});
            from = moved;
        }
        if (from.name != to.name)
            changes.push_back(Rename{from, to});
    }
    return changes;
}

} // namespace

Difference difference(const Snapshot &from, SnapshotPtr to, const Renames &renames, Transactions transactions)
{
    Difference found{.from = std::make_shared<const Snapshot>(renamed(from, renames)),
                     .to = std::move(to),
                     .changes = renamings(renames)};
    auto changes = changesBetween(*found.from, *found.to);
    if (transactions == Transactions::One)
        replaceTypesInUse(changes, *found.from, *found.to);
    found.rebuilds = addRebuilds(changes, *found.from, *found.to);
    found.changes.insert(found.changes.end(), std::make_move_iterator(changes.begin()),
                         std::make_move_iterator(changes.end()));
    return found;
}

Result<Plan> plan(Difference difference, const Rank &rank)
{
    auto changes = std::move(difference.changes);
    if (rank)
        changes = ranked(std::move(changes), rank);
    const auto before = needs(changes, difference.from.get(), *difference.to);
    const auto order = topologicalOrder(before);
    if (order.size() != changes.size())
        return circle(changes, before);
    return Plan{.to = std::move(difference.to),
                .steps = fold(std::move(changes), order, before),
                .from = std::move(difference.from)};
}

Result<Plan> planCreation(SnapshotPtr snapshot, const Rank &rank)
{
    auto changes = creationOf(*snapshot);
    return plan({.from = {}, .to = std::move(snapshot), .changes = std::move(changes)}, rank);
}

} // namespace squall::diff

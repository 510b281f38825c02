#include "core/edit/statementneeds.h"

#include "core/base/quote.h"

#include <QHash>

#include <algorithm>

namespace squall::edit {

using namespace Qt::StringLiterals;
using catalog::Constraint;
using catalog::Table;
using Strength = Need::Strength;
using Verb = Statement::Verb;

namespace {

/// The values of some columns in one piece; nothing when one is not known.
using Tuple = std::optional<QByteArray>;

enum class Nulls {
    Distinct, ///< a NULL equals nothing: such a tuple counts as not known
    Equal,
};

/// How the server would write what may have been typed otherwise.
QByteArray normal(const QString &type, const QByteArray &text)
{
    if (type == u"uuid")
        return text.trimmed().toLower();
    if (type != u"smallint" && type != u"integer" && type != u"bigint")
        return text;
    bool isNumber = false;
    const auto number = text.trimmed().toLongLong(&isNumber);
    return isNumber ? QByteArray::number(number) : text;
}

Tuple tupleOf(const Table &table, const QStringList &columns, const RowValues &values, Nulls nulls)
{
    QByteArray tuple;
    for (const auto &name : columns) {
        const auto value = values.constFind(name);
        const auto *column = catalog::findColumn(table.columns, name);
        if (value == values.constEnd() || !column || (!value->has_value() && nulls == Nulls::Distinct))
            return std::nullopt;
        const auto text = *value ? normal(column->type, **value) : QByteArray("null");
        tuple += QByteArray::number(*value ? text.size() : -1) + ':' + text;
    }
    return tuple;
}

/// Which changes take a tuple away and which make it.
class Traffic
{
public:
    void note(int change, const Tuple &before, const Tuple &after)
    {
        if (before == after)
            return;
        if (before)
            m_freed[*before].push_back(change);
        if (after)
            m_made[*after].push_back(change);
    }
    const std::vector<int> &freed(const QByteArray &tuple) const { return find(m_freed, tuple); }
    const std::vector<int> &made(const QByteArray &tuple) const { return find(m_made, tuple); }

    /// Who frees a tuple goes before who takes it.
    std::vector<std::pair<int, int>> handovers() const
    {
        std::vector<std::pair<int, int>> pairs;
        for (auto it = m_made.begin(); it != m_made.end(); ++it) {
            for (const int giver : freed(it.key())) {
                for (const int taker : it.value())
                    pairs.emplace_back(giver, taker);
            }
        }
        return pairs;
    }

private:
    using Map = QHash<QByteArray, std::vector<int>>;
    static const std::vector<int> &find(const Map &map, const QByteArray &tuple)
    {
        static const std::vector<int> none;
        const auto found = map.constFind(tuple);
        return found == map.constEnd() ? none : *found;
    }

    Map m_freed;
    Map m_made;
};

/// The changes of one table.
struct Group
{
    const Table *table = nullptr;
    std::vector<int> changes = {};
};

std::vector<Group> groupsOf(const std::vector<RowChange> &changes, const catalog::Snapshot &snapshot)
{
    std::vector<Group> groups;
    QHash<ObjectId, size_t> numbers;
    for (size_t i = 0; i < changes.size(); ++i) {
        const auto &id = changes[i].relation;
        const auto *table = catalog::findTable(snapshot, {id.schema, id.name});
        if (!table)
            continue;
        if (!numbers.contains(id)) {
            numbers.insert(id, groups.size());
            groups.push_back({.table = table});
        }
        groups[numbers[id]].changes.push_back(static_cast<int>(i));
    }
    return groups;
}

Need needFrom(const Table &table, const Constraint &constraint, Strength strength)
{
    return {.strength = strength,
            .constraint = quote(table.schema, constraint.name),
            .table = catalog::idOf(table).text(),
            .initiallyDeferred = constraint.initiallyDeferred};
}

Need needFrom(const Table &table, const catalog::Index &index)
{
    const auto named = [&](const Constraint &constraint) { return constraint.name == index.constraint; };
    const auto found = std::find_if(table.constraints.begin(), table.constraints.end(), named);
    if (!index.constraint.isEmpty() && found != table.constraints.end())
        return needFrom(table, *found, found->deferrable ? Strength::Deferrable : Strength::Hard);
    return {.strength = index.predicate.isEmpty() ? Strength::Hard : Strength::Soft,
            .constraint = quote(table.schema, index.name),
            .table = catalog::idOf(table).text()};
}

/// An index on expressions tells nothing by its columns.
QStringList plainColumns(const catalog::Index &index)
{
    QStringList columns;
    for (const auto &key : index.keys) {
        if (key.column.isEmpty())
            return {};
        columns << key.column;
    }
    return columns;
}

class Finder
{
public:
    Finder(const std::vector<RowChange> &changes, const catalog::Snapshot &snapshot)
        : m_changes(changes)
        , m_snapshot(snapshot)
        , m_groups(groupsOf(changes, snapshot))
    {
    }

    std::vector<Need> find()
    {
        for (const auto &group : m_groups) {
            for (const auto &index : group.table->indexes) {
                if (index.unique)
                    addUnique(group, index);
            }
            for (const auto &constraint : group.table->constraints) {
                if (constraint.type == Constraint::Type::ForeignKey && constraint.enforced)
                    addReferences(group, constraint);
            }
        }
        return std::move(m_needs);
    }

private:
    Traffic trafficOf(const Group &group, const QStringList &columns, Nulls nulls) const
    {
        Traffic traffic;
        for (const int number : group.changes) {
            const auto &change = m_changes[static_cast<size_t>(number)];
            traffic.note(number, tupleOf(*group.table, columns, change.before, nulls),
                         tupleOf(*group.table, columns, change.after, nulls));
        }
        return traffic;
    }

    void addUnique(const Group &group, const catalog::Index &index)
    {
        const auto columns = plainColumns(index);
        if (columns.isEmpty())
            return;
        const auto traffic =
            trafficOf(group, columns, index.nullsNotDistinct ? Nulls::Equal : Nulls::Distinct);
        auto need = needFrom(*group.table, index);
        need.pairs = traffic.handovers();
        add(std::move(need));
    }

    void addReferences(const Group &group, const Constraint &key)
    {
        for (const auto &referenced : m_groups) {
            if (isPartOf(m_snapshot, *referenced.table, key.referencedTable))
                addReferences(group, key, trafficOf(referenced, key.referencedColumns, Nulls::Distinct));
        }
    }

    void addReferences(const Group &group, const Constraint &key, const Traffic &referenced)
    {
        const auto deferrable = key.deferrable ? Strength::Deferrable : Strength::Hard;
        auto arrivals = needFrom(*group.table, key, deferrable);
        // The actions of a foreign key happen at once, whatever is deferred.
        auto departures = needFrom(
            *group.table, key, key.onDelete == Constraint::Action::NoAction ? deferrable : Strength::Hard);
        // Not to be overtaken by an action that changes the row itself.
        auto touches = needFrom(*group.table, key, Strength::Soft);
        for (const int number : group.changes) {
            const auto &change = m_changes[static_cast<size_t>(number)];
            const auto before = tupleOf(*group.table, key.columns, change.before, Nulls::Distinct);
            const auto after = tupleOf(*group.table, key.columns, change.after, Nulls::Distinct);
            if (after && after != before) {
                for (const int maker : referenced.made(*after))
                    arrivals.pairs.emplace_back(maker, number);
            }
            if (before) {
                auto &leaving = before == after ? touches : departures;
                for (const int remover : referenced.freed(*before))
                    leaving.pairs.emplace_back(number, remover);
            }
        }
        add(std::move(arrivals));
        add(std::move(departures));
        add(std::move(touches));
    }

    void add(Need need)
    {
        // A row may refer to itself.
        std::erase_if(need.pairs, [](const auto &pair) { return pair.first == pair.second; });
        if (!need.pairs.empty())
            m_needs.push_back(std::move(need));
    }

    const std::vector<RowChange> &m_changes;
    const catalog::Snapshot &m_snapshot;
    std::vector<Group> m_groups;
    std::vector<Need> m_needs;
};

} // namespace

bool isPartOf(const catalog::Snapshot &snapshot, const Table &table, const catalog::QualifiedName &wanted)
{
    const Table *whole = &table;
    while (whole && catalog::QualifiedName{whole->schema, whole->name} != wanted)
        whole = whole->isPartition() ? catalog::findTable(snapshot, whole->partitionOf) : nullptr;
    return whole != nullptr;
}

std::vector<Need> needsOf(const std::vector<RowChange> &changes, const catalog::Snapshot &snapshot)
{
    return Finder(changes, snapshot).find();
}

} // namespace squall::edit

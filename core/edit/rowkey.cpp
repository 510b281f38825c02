#include "core/edit/rowkey.h"

#include "core/edit/viewsource.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace squall::edit {

using namespace Qt::StringLiterals;
using catalog::Constraint;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::RowKey)
};

constexpr int viewDepth = 16;

bool allNotNull(const std::vector<catalog::Column> &columns, const QStringList &names)
{
    return std::all_of(names.begin(), names.end(), [&](const QString &name) {
        const auto *column = catalog::findColumn(columns, name);
        return column && column->notNull;
    });
}

/// The columns of an index that holds every row exactly once; empty when this one does not.
QStringList uniqueColumns(const catalog::Index &index)
{
    QStringList names;
    if (!index.unique || !index.valid || !index.predicate.isEmpty() || index.method != u"btree")
        return {};
    for (const auto &key : index.keys) {
        if (key.column.isEmpty())
            return {};
        names << key.column;
    }
    return names;
}

/// Every key of a table, best first: the primary key, then unique and not null indexes, short ones first.
std::vector<QStringList> keysOf(const catalog::Table &table)
{
    std::vector<QStringList> keys;
    for (const auto &constraint : table.constraints) {
        if (constraint.type == Constraint::Type::PrimaryKey && !constraint.period)
            keys.push_back(constraint.columns);
    }
    const auto unique = static_cast<std::ptrdiff_t>(keys.size());
    for (const auto &index : table.indexes) {
        const auto names = uniqueColumns(index);
        if (!names.isEmpty() && allNotNull(table.columns, names))
            keys.push_back(names);
    }
    std::stable_sort(keys.begin() + unique, keys.end(),
                     [](const auto &one, const auto &other) { return one.size() < other.size(); });
    return keys;
}

bool hasChildren(const catalog::Snapshot &snapshot, const catalog::Table &table)
{
    const catalog::QualifiedName name{table.schema, table.name};
    return std::any_of(snapshot.tables.begin(), snapshot.tables.end(), [&](const catalog::Table &other) {
        return std::find(other.inherits.begin(), other.inherits.end(), name) != other.inherits.end();
    });
}

bool isHeap(const catalog::Table &table)
{
    return !table.foreign && (table.accessMethod.isEmpty() || table.accessMethod == u"heap");
}

/// Whether rows lie on disk wherever the table has some.
bool isAllHeap(const catalog::Snapshot &snapshot, const catalog::Table &table)
{
    std::set<catalog::QualifiedName> tree{{table.schema, table.name}};
    for (size_t before = 0; before != tree.size();) {
        before = tree.size();
        for (const auto &other : snapshot.tables) {
            const bool inside =
                tree.contains(other.partitionOf) ||
                std::any_of(other.inherits.begin(), other.inherits.end(),
                            [&](const catalog::QualifiedName &parent) { return tree.contains(parent); });
            if (inside)
                tree.insert({other.schema, other.name});
        }
    }
    return std::all_of(tree.begin(), tree.end(), [&](const catalog::QualifiedName &name) {
        const auto *part = catalog::findTable(snapshot, name);
        return part && isHeap(*part);
    });
}

/// Keys hold within one table: where others inherit from it, a row is named by its table too.
RowKey tableKey(const catalog::Snapshot &snapshot, const catalog::Table &table)
{
    if (table.foreign)
        return {.refusal = Text::tr("Nothing tells the rows of a foreign table apart.")};
    const bool inherited = hasChildren(snapshot, table);
    if (const auto keys = keysOf(table); !keys.empty()) {
        RowKey key{.by = RowKey::By::Columns, .columns = keys.front()};
        if (inherited)
            key.columns << u"tableoid"_s;
        return key;
    }
    if (isAllHeap(snapshot, table)) {
        if (table.isPartitioned() || inherited)
            return {.by = RowKey::By::Position, .columns = {u"tableoid"_s, u"ctid"_s}};
        return {.by = RowKey::By::Position, .columns = {u"ctid"_s}};
    }
    return {.refusal = Text::tr("Without a primary key nothing tells the rows of this table apart.")};
}

std::vector<QStringList> keysOf(const catalog::Snapshot &snapshot, const ObjectId &relation, int depth);

/// Whether each row of the others comes with one row of `joined` at most.
bool isDetermined(const ViewSource &source, int joined, const std::set<int> &by,
                  const std::vector<QStringList> &keys)
{
    QStringList bound;
    for (const auto &[one, other] : source.equalities) {
        if (one.relation == joined && by.contains(other.relation))
            bound << one.name;
        if (other.relation == joined && by.contains(one.relation))
            bound << other.name;
    }
    return std::any_of(keys.begin(), keys.end(), [&](const QStringList &key) {
        return std::all_of(key.begin(), key.end(), [&](const QString &name) { return bound.contains(name); });
    });
}

/// The shown columns of one relation's key; empty when the view hides a part of each.
QStringList shownKey(const ViewSource &source, int relation, const std::vector<QStringList> &keys)
{
    for (const auto &key : keys) {
        QStringList shown;
        for (const auto &name : key) {
            for (auto it = source.columns.begin(); it != source.columns.end(); ++it) {
                if (*it == ViewSource::Column{relation, name}) {
                    shown << it.key();
                    break;
                }
            }
        }
        if (shown.size() == key.size())
            return shown;
    }
    return {};
}

/// The key of a view in which `first` and whatever it does not determine name a row.
QStringList keyFrom(const ViewSource &source, int first, const std::vector<std::vector<QStringList>> &keys)
{
    std::set<int> known;
    QStringList key;
    const auto count = static_cast<int>(source.relations.size());
    for (int driver = first; driver < count;) {
        const auto shown = shownKey(source, driver, keys[static_cast<size_t>(driver)]);
        if (source.relations[static_cast<size_t>(driver)].optional || shown.isEmpty())
            return {};
        key << shown;
        known.insert(driver);
        for (bool grown = true; grown;) {
            grown = false;
            for (int i = 0; i < count; ++i) {
                if (!known.contains(i) && isDetermined(source, i, known, keys[static_cast<size_t>(i)]))
                    grown = known.insert(i).second;
            }
        }
        for (driver = 0; known.contains(driver);)
            ++driver;
    }
    return key;
}

std::vector<QStringList> viewKeys(const catalog::Snapshot &snapshot, const catalog::View &view, int depth)
{
    const auto source = viewSource(snapshot, view);
    if (!source || depth >= viewDepth)
        return {};
    std::vector<std::vector<QStringList>> keys;
    for (const auto &relation : source->relations)
        keys.push_back(keysOf(snapshot, relation.id, depth + 1));
    std::vector<QStringList> all;
    for (size_t first = 0; first < source->relations.size(); ++first) {
        if (auto key = keyFrom(*source, static_cast<int>(first), keys); !key.isEmpty())
            all.push_back(std::move(key));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &one, const auto &other) { return one.size() < other.size(); });
    return all;
}

std::vector<QStringList> keysOf(const catalog::Snapshot &snapshot, const ObjectId &relation, int depth)
{
    if (const auto *view = catalog::findView(snapshot, {relation.schema, relation.name}))
        return viewKeys(snapshot, *view, depth);
    const auto *table = catalog::findTable(snapshot, {relation.schema, relation.name});
    if (!table || table->foreign || hasChildren(snapshot, *table))
        return {};
    return keysOf(*table);
}

bool hasInsteadTrigger(const catalog::View &view)
{
    return std::any_of(view.triggers.begin(), view.triggers.end(), [](const catalog::Trigger &trigger) {
        return trigger.firing != catalog::Firing::Disabled && trigger.definition.contains(u" INSTEAD OF ");
    });
}

/// Whether PostgreSQL passes changes on by itself.
bool isUpdatable(const catalog::Snapshot &snapshot, const catalog::View &view, int depth)
{
    if (hasInsteadTrigger(view))
        return true;
    const auto source = depth < viewDepth ? viewSource(snapshot, view) : std::nullopt;
    if (!source || source->relations.size() != 1 || source->columns.isEmpty())
        return false;
    const auto &below = source->relations.front().id;
    const auto *inner = catalog::findView(snapshot, {below.schema, below.name});
    return !inner || isUpdatable(snapshot, *inner, depth + 1);
}

RowKey viewKey(const catalog::Snapshot &snapshot, const catalog::View &view)
{
    if (view.materialized) {
        return {.by = RowKey::By::Position,
                .columns = {u"ctid"_s},
                .refusal = Text::tr("The rows of a materialized view only change when it is refreshed.")};
    }
    RowKey key;
    if (const auto keys = viewKeys(snapshot, view, 0); !keys.empty())
        key = {.by = RowKey::By::Columns, .columns = keys.front()};
    if (!isUpdatable(snapshot, view, 0)) {
        key.refusal = Text::tr(
            "This view cannot be written to: it is more than a selection from one table, and no INSTEAD OF "
            "trigger says what a change means.");
    } else if (key.columns.isEmpty()) {
        key.refusal = Text::tr("This view does not show what tells its rows apart.");
    }
    return key;
}

bool writesThroughTriggers(const catalog::Snapshot &snapshot, const ObjectId &relation, int depth)
{
    const auto *view = catalog::findView(snapshot, {relation.schema, relation.name});
    if (!view || depth >= viewDepth)
        return false;
    if (hasInsteadTrigger(*view))
        return true;
    const auto source = viewSource(snapshot, *view);
    return source && source->relations.size() == 1 &&
           writesThroughTriggers(snapshot, source->relations.front().id, depth + 1);
}

} // namespace

bool writesThroughTriggers(const catalog::Snapshot &snapshot, const ObjectId &relation)
{
    return writesThroughTriggers(snapshot, relation, 0);
}

RowKey rowKey(const catalog::Snapshot &snapshot, const ObjectId &relation)
{
    if (const auto *table = catalog::findTable(snapshot, {relation.schema, relation.name}))
        return tableKey(snapshot, *table);
    if (const auto *view = catalog::findView(snapshot, {relation.schema, relation.name}))
        return viewKey(snapshot, *view);
    return {.refusal = Text::tr("It is not there any more.")};
}

} // namespace squall::edit

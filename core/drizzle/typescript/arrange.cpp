#include "core/drizzle/typescript/arrange.h"

#include "core/drizzle/typescript/context.h"

#include <algorithm>
#include <map>
#include <set>

namespace squall::drizzle {

namespace {

template<typename Value>
Members<Value> byConstant(const Members<Value> &members, const QHash<QString, QString> &names)
{
    std::vector<std::pair<QString, const std::pair<QString, Value> *>> order;
    order.reserve(members.size());
    for (const auto &entry : members)
        order.emplace_back(names.value(entry.first), &entry);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    Members<Value> sorted;
    for (const auto &[name, entry] : order)
        sorted.set(entry->first, entry->second);
    return sorted;
}

Table arranged(const Table &table)
{
    Table made = table;
    made.uniqueConstraints = {};
    made.foreignKeys = {};
    for (const auto &[name, column] : table.columns) {
        if (const auto *unique = columnUnique(table, name))
            made.uniqueConstraints.set(unique->name, *unique);
        for (const auto &[keyName, key] : table.foreignKeys) {
            if (key.columnsFrom == QStringList{name} && isColumnReference(key))
                made.foreignKeys.set(keyName, key);
        }
    }
    for (const auto &[name, unique] : table.uniqueConstraints) {
        if (!made.uniqueConstraints.contains(name))
            made.uniqueConstraints.set(name, unique);
    }
    for (const auto &[name, key] : table.foreignKeys) {
        if (!made.foreignKeys.contains(name))
            made.foreignKeys.set(name, key);
    }
    return made;
}

} // namespace

Snapshot arranged(const Snapshot &snapshot, const SchemaNames &names)
{
    Snapshot made = snapshot;
    made.tables = {};
    for (const auto &[key, table] : byConstant(snapshot.tables, names.tables))
        made.tables.set(key, arranged(table));
    made.enums = byConstant(snapshot.enums, names.enums);
    made.schemas = byConstant(snapshot.schemas, names.schemas);
    made.sequences = byConstant(snapshot.sequences, names.sequences);
    made.roles = byConstant(snapshot.roles, names.roles);
    made.views = {};
    const auto views = byConstant(snapshot.views, names.views);
    for (const bool materialized : {false, true}) {
        for (const auto &[key, view] : views) {
            if (view.materialized == materialized)
                made.views.set(key, view);
        }
    }
    return made;
}

QStringList readingOrder(const Snapshot &snapshot)
{
    std::map<QString, std::set<QString>> waiting; // for the tables that each refers to
    std::map<QString, std::vector<QString>> referring;
    for (const auto &[key, table] : snapshot.tables) {
        auto &needs = waiting[key];
        for (const auto &[name, foreign] : table.foreignKeys) {
            const auto target = placeOf(foreign.schemaTo.value_or(QString()), foreign.tableTo);
            if (target == key || !snapshot.tables.contains(target))
                continue;
            needs.insert(target);
            referring[target].push_back(key);
        }
    }
    std::set<QString> free;
    for (const auto &[key, needs] : waiting) {
        if (needs.empty())
            free.insert(key);
    }
    QStringList order;
    while (!waiting.empty()) {
        const auto next = free.empty() ? waiting.begin()->first : *free.begin();
        free.erase(next);
        waiting.erase(next);
        order << next;
        for (const auto &key : referring[next]) {
            const auto found = waiting.find(key);
            if (found != waiting.end() && found->second.erase(next) > 0 && found->second.empty())
                free.insert(key);
        }
    }
    return order;
}

} // namespace squall::drizzle

#include "core/diff/renamed.h"

#include "core/base/arraytype.h"
#include "core/base/quote.h"

#include <algorithm>
#include <tuple>

namespace squall::diff {

using namespace catalog;

namespace {

/// The relations that a part can be a part of.
constexpr Kind wholes[] = {Kind::Table, Kind::View, Kind::MaterializedView};

ObjectId wholeRenamed(const ObjectId &id, const Renames &renames)
{
    const auto own = renames.constFind(id);
    if (own != renames.cend())
        return *own;
    auto answer = id;
    if (id.kind == Kind::Schema || id.kind == Kind::Role)
        return answer;
    const auto schema = renames.constFind({Kind::Schema, {}, id.schema});
    if (schema != renames.cend())
        answer.schema = schema->name;
    // What was renamed in a renamed schema may be listed from the new one.
    const auto there = renames.constFind(answer);
    return there == renames.cend() ? answer : *there;
}

template<typename Object>
void takeName(Object &object, const ObjectId &id)
{
    object.schema = id.schema;
    object.name = id.name;
}

template<typename Object>
void sortBySchema(std::vector<Object> &list)
{
    std::sort(list.begin(), list.end(), [](const Object &a, const Object &b) {
        return std::tie(a.schema, a.name) < std::tie(b.schema, b.name);
    });
}

/// The type of a column, whose enum may be called otherwise now.
QString typeRenamed(const QString &type, const QHash<QString, QString> &enums)
{
    const auto found = enums.constFind(elementType(type));
    return found == enums.cend() ? type : *found + dimensionsOf(type);
}

} // namespace

ObjectId renamed(const ObjectId &id, const Renames &renames)
{
    if (id.part.isEmpty())
        return wholeRenamed(id, renames);
    if (id.kind == Kind::Default) {
        const auto column = renamed({Kind::Column, id.schema, id.name, id.part}, renames);
        return {id.kind, column.schema, column.name, column.part};
    }
    if (const auto own = renames.constFind(id); own != renames.cend())
        return *own;
    for (const auto kind : wholes) {
        const ObjectId whole{kind, id.schema, id.name};
        const auto now = wholeRenamed(whole, renames);
        if (now == whole)
            continue;
        ObjectId answer{id.kind, now.schema, now.name, id.part};
        const auto there = renames.constFind(answer);
        return there == renames.cend() ? answer : *there;
    }
    return id;
}

Snapshot renamed(const Snapshot &snapshot, const Renames &renames)
{
    auto made = snapshot;
    if (renames.isEmpty())
        return made;
    for (auto &schema : made.schemas)
        schema.name = renamed(idOf(schema), renames).name;
    for (auto &role : made.roles)
        role.name = renamed({Kind::Role, {}, role.name}, renames).name;
    QHash<QString, QString> enums;
    for (auto &type : made.enums) {
        const auto before = quote(type.schema, type.name);
        takeName(type, renamed(idOf(type), renames));
        if (const auto now = quote(type.schema, type.name); now != before)
            enums.insert(before, now);
    }
    for (auto &sequence : made.sequences)
        takeName(sequence, renamed(idOf(sequence), renames));
    for (auto &table : made.tables) {
        const auto id = idOf(table);
        for (auto &column : table.columns) {
            column.name = renamed(partOf(id, Kind::Column, column.name), renames).part;
            column.type = typeRenamed(column.type, enums);
        }
        for (auto &policy : table.policies) {
            policy.name = renamed(partOf(id, Kind::Policy, policy.name), renames).part;
            for (auto &role : policy.roles)
                role = renamed({Kind::Role, {}, role}, renames).name;
            policy.roles.sort();
        }
        takeName(table, renamed(id, renames));
    }
    for (auto &view : made.views)
        takeName(view, renamed(idOf(view), renames));
    const auto byName = [](const auto &a, const auto &b) { return a.name < b.name; };
    std::sort(made.schemas.begin(), made.schemas.end(), byName);
    std::sort(made.roles.begin(), made.roles.end(), byName);
    sortBySchema(made.enums);
    sortBySchema(made.sequences);
    sortBySchema(made.tables);
    sortBySchema(made.views);
    for (auto &dependency : *made.dependencies) {
        dependency.object = renamed(dependency.object, renames);
        dependency.needs = renamed(dependency.needs, renames);
    }
    std::sort(made.dependencies->begin(), made.dependencies->end());
    return made;
}

} // namespace squall::diff

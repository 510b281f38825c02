#include "core/catalog/assembly.h"

#include <algorithm>
#include <tuple>

namespace squall::catalog {

namespace {

template<typename T>
void sortByName(std::vector<T> &list)
{
    std::sort(list.begin(), list.end(), [](const T &one, const T &other) { return one.name < other.name; });
}

template<typename T>
void sortById(std::vector<T> &list)
{
    std::sort(list.begin(), list.end(), [](const T &one, const T &other) {
        return std::tie(one.schema, one.name) < std::tie(other.schema, other.name);
    });
}

template<typename T>
void dropNameless(std::vector<T> &list)
{
    std::erase_if(list, [](const T &item) { return item.name.isEmpty(); });
}

void finishTable(Table &table)
{
    dropNameless(table.columns);
    sortByName(table.constraints);
    sortByName(table.indexes);
    sortByName(table.triggers);
    sortByName(table.rules);
    sortByName(table.policies);
}

void finishView(View &view)
{
    dropNameless(view.columns);
    sortByName(view.indexes);
    sortByName(view.triggers);
    sortByName(view.rules);
}

} // namespace

Snapshot Assembly::finish()
{
    for (auto relation = m_relations.cbegin(); relation != m_relations.cend(); ++relation) {
        if (!isMember(Catalog::Relation, relation.key()))
            continue;
        if (auto *hidden = table(relation.key()))
            hidden->name.clear();
        if (auto *hidden = view(relation.key()))
            hidden->name.clear();
    }
    dropNameless(snapshot.tables);
    dropNameless(snapshot.views);
    for (auto &table : snapshot.tables)
        finishTable(table);
    for (auto &view : snapshot.views)
        finishView(view);
    for (auto &composite : snapshot.composites)
        dropNameless(composite.attributes);
    for (auto &domain : snapshot.domains)
        sortByName(domain.constraints);

    sortByName(snapshot.schemas);
    sortByName(snapshot.extensions);
    sortByName(snapshot.roles);
    sortById(snapshot.tables);
    sortById(snapshot.views);
    sortById(snapshot.sequences);
    sortById(snapshot.enums);
    sortById(snapshot.domains);
    sortById(snapshot.composites);
    sortById(snapshot.ranges);
    std::sort(snapshot.functions.begin(), snapshot.functions.end(),
              [](const Function &one, const Function &other) {
                  return std::tie(one.schema, one.name, one.identityArguments) <
                         std::tie(other.schema, other.name, other.identityArguments);
              });
    std::sort(snapshot.definitions.begin(), snapshot.definitions.end(),
              [](const Definition &one, const Definition &other) {
                  return std::tie(one.schema, one.name, one.kind, one.qualifier) <
                         std::tie(other.schema, other.name, other.kind, other.qualifier);
              });
    std::sort(snapshot.defaultPrivileges.begin(), snapshot.defaultPrivileges.end(),
              [](const DefaultPrivileges &one, const DefaultPrivileges &other) {
                  return std::tie(one.schema, one.role, one.objectType) <
                         std::tie(other.schema, other.role, other.objectType);
              });
    std::sort(snapshot.unmodeled.begin(), snapshot.unmodeled.end(),
              [](const Unmodeled &one, const Unmodeled &other) {
                  return std::tie(one.id, one.what) < std::tie(other.id, other.what);
              });

    auto &edges = *snapshot.dependencies;
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    edges.shrink_to_fit();
    return std::move(snapshot);
}

} // namespace squall::catalog

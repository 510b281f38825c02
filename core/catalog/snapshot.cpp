#include "core/catalog/snapshot.h"

#include <algorithm>
#include <tuple>

namespace squall::catalog {

namespace {

template<typename T>
const T *findSorted(const std::vector<T> &list, const QualifiedName &name)
{
    const auto found =
        std::lower_bound(list.begin(), list.end(), name, [](const T &object, const QualifiedName &wanted) {
            return std::tie(object.schema, object.name) < std::tie(wanted.schema, wanted.name);
        });
    return found != list.end() && found->schema == name.schema && found->name == name.name ? &*found
                                                                                           : nullptr;
}

template<typename T>
const T *findNamed(const std::vector<T> &list, const QString &name)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const T &item) { return item.name == name; });
    return found == list.end() ? nullptr : &*found;
}

QString withQualifier(const QString &name, const QString &qualifier)
{
    return qualifier.isEmpty() ? name : name + u'(' + qualifier + u')';
}

} // namespace

ObjectId idOf(const Schema &schema)
{
    return {Kind::Schema, {}, schema.name};
}

ObjectId idOf(const Extension &extension)
{
    return {Kind::Extension, {}, extension.name};
}

ObjectId idOf(const Table &table)
{
    return {table.foreign ? Kind::ForeignTable : Kind::Table, table.schema, table.name};
}

ObjectId idOf(const View &view)
{
    return {view.materialized ? Kind::MaterializedView : Kind::View, view.schema, view.name};
}

ObjectId idOf(const Sequence &sequence)
{
    return {Kind::Sequence, sequence.schema, sequence.name};
}

ObjectId idOf(const Enum &type)
{
    return {Kind::Enum, type.schema, type.name};
}

ObjectId idOf(const Domain &type)
{
    return {Kind::Domain, type.schema, type.name};
}

ObjectId idOf(const Composite &type)
{
    return {Kind::Composite, type.schema, type.name};
}

ObjectId idOf(const Range &type)
{
    return {Kind::Range, type.schema, type.name};
}

ObjectId idOf(const Function &function)
{
    const auto kind = function.type == Function::Type::Aggregate ? Kind::Aggregate : Kind::Function;
    return {kind, function.schema, function.name + u'(' + function.identityArguments + u')'};
}

ObjectId idOf(const Definition &definition)
{
    return {definition.kind, definition.schema, withQualifier(definition.name, definition.qualifier)};
}

ObjectId idOf(const DefaultPrivileges &privileges)
{
    return {Kind::DefaultPrivileges, privileges.schema, privileges.role, privileges.objectType};
}

ObjectId partOf(const ObjectId &relation, Kind kind, const QString &part)
{
    return {kind, relation.schema, relation.name, part};
}

ObjectId indexId(const QString &schema, const Index &index)
{
    return {Kind::Index, schema, index.name};
}

bool knownEqual(const Snapshot &one, const Snapshot &other)
{
    return one == other && one.unmodeled.empty();
}

const Table *findTable(const Snapshot &snapshot, const QualifiedName &name)
{
    return findSorted(snapshot.tables, name);
}

const View *findView(const Snapshot &snapshot, const QualifiedName &name)
{
    return findSorted(snapshot.views, name);
}

const Privileges &Column::rights() const
{
    static const Privileges none;
    return privileges ? *privileges : none;
}

const Column *findColumn(const std::vector<Column> &columns, const QString &name)
{
    return findNamed(columns, name);
}

const Index *findIndex(const std::vector<Index> &indexes, const QString &name)
{
    return findNamed(indexes, name);
}

} // namespace squall::catalog

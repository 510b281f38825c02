#pragma once

#include "core/base/objectid.h"
#include "core/catalog/database.h"
#include "core/catalog/definition.h"
#include "core/catalog/function.h"
#include "core/catalog/informative.h"
#include "core/catalog/role.h"
#include "core/catalog/sequence.h"
#include "core/catalog/table.h"
#include "core/catalog/type.h"
#include "core/catalog/view.h"

#include <memory>
#include <vector>

namespace squall::catalog {

/// `object` cannot exist without `needs`.
struct Dependency
{
    ObjectId object;
    ObjectId needs;

    bool operator==(const Dependency &) const = default;
    auto operator<=>(const Dependency &) const = default;
};

/// A database schema as a value: compared, copied, never edited in place. Lists are sorted by schema, name
/// and whatever tells namesakes apart, so equal schemas are equal values. Members of extensions are not in
/// it.
struct Snapshot
{
    Informative<Database> database;
    std::vector<Schema> schemas;
    std::vector<Extension> extensions;
    std::vector<Table> tables;
    std::vector<View> views;
    std::vector<Sequence> sequences;
    std::vector<Enum> enums;
    std::vector<Domain> domains;
    std::vector<Composite> composites;
    std::vector<Range> ranges;
    std::vector<Function> functions;
    std::vector<Definition> definitions;
    std::vector<DefaultPrivileges> defaultPrivileges;
    std::vector<Role> roles;
    std::vector<Unmodeled> unmodeled;
    /// Sorted. What follows from containment (a constraint needs its table) is left out.
    Informative<std::vector<Dependency>> dependencies;

    bool operator==(const Snapshot &) const = default;
};

/// Whether both are the same in all that a database consists of. What Squall does not model may differ behind
/// the same name: where there is such, nobody knows.
bool knownEqual(const Snapshot &one, const Snapshot &other);

using SnapshotPtr = std::shared_ptr<const Snapshot>;

// How objects are named in dependencies and everywhere else.
ObjectId idOf(const Schema &schema);
ObjectId idOf(const Extension &extension);
ObjectId idOf(const Table &table);
ObjectId idOf(const View &view);
ObjectId idOf(const Sequence &sequence);
ObjectId idOf(const Enum &type);
ObjectId idOf(const Domain &type);
ObjectId idOf(const Composite &type);
ObjectId idOf(const Range &type);
/// The name carries the identity arguments: `total(integer, text)`.
ObjectId idOf(const Function &function);
/// The name carries the qualifier in brackets when there is one: `==(integer, text)`.
ObjectId idOf(const Definition &definition);
ObjectId idOf(const DefaultPrivileges &privileges);
/// A column, default, constraint, trigger, rule or policy of a relation.
ObjectId partOf(const ObjectId &relation, Kind kind, const QString &part);
/// Indexes are named by their schema and own name.
ObjectId indexId(const QString &schema, const Index &index);

const Table *findTable(const Snapshot &snapshot, const QualifiedName &name);
const View *findView(const Snapshot &snapshot, const QualifiedName &name);
const Column *findColumn(const std::vector<Column> &columns, const QString &name);
const Index *findIndex(const std::vector<Index> &indexes, const QString &name);

} // namespace squall::catalog

#pragma once

#include "core/drizzle/snapshot.h"

#include <QStringList>

#include <vector>

/// What a project's TypeScript declares: the schema, and how the program calls and uses it.
namespace squall::drizzle {

/// Where something is declared.
struct SourcePlace
{
    QString file = {}; ///< whole path
    int line = 0;      ///< 0 when it cannot be seen

    bool operator==(const SourcePlace &) const = default;
};

/// What a column's values are to the program; of an array, what its elements are.
enum class ValueKind : unsigned char { String, Number, BigInt, Boolean, Date, Json, Array, Buffer, Custom };

struct DeclaredColumn
{
    QString key; ///< of the object that declares the columns
    ValueKind value = ValueKind::Custom;
    QStringList values = {};   ///< the only ones that the program knows: `text({enum: […]})`
    bool defaultByApp = false; ///< `$default`, `$defaultFn`
    bool updatedByApp = false; ///< `$onUpdate`, `$onUpdateFn`

    bool operator==(const DeclaredColumn &) const = default;
};

struct Declaration
{
    QString name; ///< under which the project exports it
    SourcePlace place = {};
    Members<DeclaredColumn> columns = {}; ///< by their names in the database

    bool operator==(const Declaration &) const = default;
};

struct RelationSide
{
    QString table; ///< as the snapshot has it: `schema.name`
    QStringList columns = {};

    bool operator==(const RelationSide &) const = default;
};

/// The table between two sides of which each may have many of the other.
struct RelationLink
{
    QString table;
    QStringList from = {};
    QStringList to = {};

    bool operator==(const RelationLink &) const = default;
};

/// One field of `relations()` or `defineRelations()`. It may be declared in both directions, then it is there
/// twice.
struct Relation
{
    enum class Kind : unsigned char { One, Many };
    /// Why nothing can be followed here.
    enum class Fault : unsigned char {
        None,
        MissingSide, ///< neither this nor the other direction says the columns
        Ambiguous,   ///< the other direction is declared more than once
        Unequal,     ///< not as many columns on both sides
        Failed,      ///< the project's function threw an error
    };

    QString key;       ///< of the field
    QString name = {}; ///< `relationName`, or `alias`
    Kind kind = Kind::One;
    RelationSide from;
    RelationSide to = {};
    std::optional<RelationLink> through = {};
    bool optional = false; ///< a `one` that may have none
    SourcePlace place = {};
    Fault fault = Fault::None;
    QString message = {}; ///< of what was thrown

    bool operator==(const Relation &) const = default;
};

struct ProjectSchema
{
    Snapshot snapshot = {};           ///< as drizzle-kit would record it, as yet without an id
    Members<Declaration> tables = {}; ///< by `schema.name`, as in the snapshot
    Members<Declaration> views = {};
    Members<Declaration> enums = {};
    std::vector<Relation> relations = {};
    bool newerDrizzle = false;  ///< the project has a drizzle-orm of 1.0
    QStringList filesRead = {}; ///< whole paths: what to watch for changes
    QStringList console = {};   ///< what the project printed, and what is worth knowing

    bool operator==(const ProjectSchema &) const = default;
};

/// What is wrong with a relation, for a person; empty when nothing is. It keeps no migration from being made.
QString sentence(const Relation &relation);
/// All that a person should know and that keeps nothing from being done.
QStringList warnings(const ProjectSchema &schema);

} // namespace squall::drizzle

#pragma once

#include "core/base/objectid.h"
#include "core/catalog/snapshot.h"

#include <QString>
#include <QStringList>

#include <vector>

/// A database as entities and what stands between them, before anybody draws or writes it.
namespace squall::diagram {

struct Column
{
    QString name;
    QString type; ///< as the catalog writes it
    bool notNull = false;
    bool key = false;       ///< of the primary key
    bool unique = false;    ///< by itself
    bool reference = false; ///< points to another entity, alone or with others
    bool declared = false;  ///< the same, as somebody says: no foreign key knows of it
    QString comment = {};

    bool operator==(const Column &) const = default;
};

/// A table with its partitions folded under it.
struct Entity
{
    ObjectId id;
    QString comment = {};
    std::vector<Column> columns = {};
    std::vector<ObjectId> partitions = {}; ///< at any depth, sorted
    catalog::Size size = {};               ///< its partitions' with it

    bool operator==(const Entity &) const = default;
};

/// Rows of one entity that point to rows of another, or of the same.
struct Reference
{
    enum class Origin : unsigned char {
        ForeignKey,
        Declared, ///< by somebody, without a foreign key
    };

    QString name;
    int from = 0; ///< an entity
    std::vector<int> columns = {};
    int to = 0;
    std::vector<int> toColumns = {};
    bool optional = false; ///< a row may point to none
    bool single = false;   ///< at most one row points to each
    bool indexed = false;  ///< an index finds the pointing rows
    catalog::Constraint::Action onUpdate = catalog::Constraint::Action::NoAction;
    catalog::Constraint::Action onDelete = catalog::Constraint::Action::NoAction;
    Origin origin = Origin::ForeignKey;
    QString source = {}; ///< of a declared one: where a project's file says so

    bool operator==(const Reference &) const = default;
};

struct Diagram
{
    std::vector<Entity> entities; ///< by schema and name
    std::vector<Reference> references;

    bool operator==(const Diagram &) const = default;
};

/// Of all tables, or of those in `schemas` when there are any, with what stands between them.
Diagram diagramOf(const catalog::Snapshot &snapshot, const QStringList &schemas = {});

/// Only these entities, and what stands between them.
Diagram only(const Diagram &diagram, const std::vector<int> &entities);

/// -1: there is none. A partition is the entity that it is folded under.
int entityOf(const Diagram &diagram, const ObjectId &table);

/// Its schema where a picture says it: nothing for `public`.
QString shownSchema(const ObjectId &table);
/// With it.
QString shownName(const ObjectId &table);

} // namespace squall::diagram

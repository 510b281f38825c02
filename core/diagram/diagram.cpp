#include "core/diagram/diagram.h"

#include "core/catalog/lookup.h"

#include <QHash>

#include <algorithm>
#include <set>
#include <tuple>

namespace squall::diagram {

using catalog::Constraint;
using catalog::QualifiedName;
using catalog::Table;

namespace {

constexpr int deepestPartition = 64;

class Builder
{
public:
    Builder(const catalog::Snapshot &snapshot, const QStringList &schemas)
        : m_snapshot(snapshot)
    {
        for (const auto &table : snapshot.tables) {
            if (!table.isPartition() && (schemas.isEmpty() || schemas.contains(table.schema)))
                addEntity(table);
        }
    }

    Diagram build()
    {
        for (const auto &table : m_snapshot.tables) {
            if (table.isPartition())
                fold(table);
        }
        for (const auto &table : m_snapshot.tables) {
            for (const auto &constraint : table.constraints)
                addReference(table, constraint);
        }
        return std::move(m_diagram);
    }

private:
    static QString key(const QualifiedName &name) { return name.schema + QChar(0) + name.name; }

    void addEntity(const Table &table)
    {
        Entity entity{.id = idOf(table), .comment = table.comment};
        if (table.size.value.bytes >= 0)
            entity.size = table.size.value;
        for (const auto &column : table.columns)
            entity.columns.push_back({.name = column.name,
                                      .type = column.type,
                                      .notNull = column.notNull,
                                      .unique = catalog::lookupBy(table, {column.name}).unique,
                                      .comment = column.comment});
        for (const auto &constraint : table.constraints) {
            if (constraint.type != Constraint::Type::PrimaryKey)
                continue;
            for (const int column : columnsIn(entity, constraint.columns))
                entity.columns[static_cast<std::size_t>(column)].key = true;
        }
        m_entities.insert(key({table.schema, table.name}), static_cast<int>(m_diagram.entities.size()));
        m_diagram.entities.push_back(std::move(entity));
    }

    /// The entity that a table is, or is folded under; -1: it is not in the picture.
    int entityFor(QualifiedName name) const
    {
        for (int depth = 0; depth < deepestPartition; ++depth) {
            const auto *table = catalog::findTable(m_snapshot, name);
            if (!table || !table->isPartition())
                break;
            name = table->partitionOf;
        }
        return m_entities.value(key(name), -1);
    }

    void fold(const Table &partition)
    {
        const int parent = entityFor({partition.schema, partition.name});
        if (parent < 0)
            return;
        auto &entity = m_diagram.entities[static_cast<std::size_t>(parent)];
        entity.partitions.push_back(idOf(partition));
        // What is partitioned has no pages, which the server may say with -1.
        entity.size.bytes += std::max<qint64>(0, partition.size.value.bytes);
        // What is partitioned again has no rows of its own, and the server may count those below it.
        if (!partition.isPartitioned() && partition.size.value.rows >= 0)
            m_partitionRows[parent] += partition.size.value.rows;
        if (entity.size.rows < m_partitionRows.value(parent))
            entity.size.rows = m_partitionRows.value(parent);
    }

    /// Nothing when one of them is not there.
    static std::vector<int> columnsIn(const Entity &entity, const QStringList &names)
    {
        std::vector<int> found;
        for (const auto &name : names) {
            const auto column = std::find_if(entity.columns.begin(), entity.columns.end(),
                                             [&](const Column &each) { return each.name == name; });
            if (column == entity.columns.end())
                return {};
            found.push_back(static_cast<int>(column - entity.columns.begin()));
        }
        return found;
    }

    void addReference(const Table &table, const Constraint &constraint)
    {
        if (constraint.type != Constraint::Type::ForeignKey || constraint.inheritedForeignKey)
            return;
        const int from = entityFor({table.schema, table.name});
        const int to = entityFor(constraint.referencedTable);
        if (from < 0 || to < 0)
            return;
        auto &entity = m_diagram.entities[static_cast<std::size_t>(from)];
        Reference reference{.name = constraint.name,
                            .from = from,
                            .columns = columnsIn(entity, constraint.columns),
                            .to = to,
                            .toColumns = columnsIn(m_diagram.entities[static_cast<std::size_t>(to)],
                                                   constraint.referencedColumns),
                            .onUpdate = constraint.onUpdate,
                            .onDelete = constraint.onDelete};
        // Partitions may have the same ones, each by a name of its own.
        const bool isNew =
            m_known.insert({reference.from, reference.columns, reference.to, reference.toColumns}).second;
        if (reference.columns.empty() || !isNew)
            return;
        for (const int column : reference.columns) {
            auto &each = entity.columns[static_cast<std::size_t>(column)];
            each.reference = true;
            reference.optional |= !each.notNull;
        }
        const auto lookup = catalog::lookupBy(table, constraint.columns);
        reference.single = lookup.unique;
        reference.indexed = lookup.indexed;
        m_diagram.references.push_back(std::move(reference));
    }

    const catalog::Snapshot &m_snapshot;
    Diagram m_diagram;
    QHash<QString, int> m_entities;
    std::set<std::tuple<int, std::vector<int>, int, std::vector<int>>> m_known;
    QHash<int, qint64> m_partitionRows;
};

} // namespace

Diagram diagramOf(const catalog::Snapshot &snapshot, const QStringList &schemas)
{
    return Builder(snapshot, schemas).build();
}

Diagram only(const Diagram &diagram, const std::vector<int> &entities)
{
    std::vector<int> places(diagram.entities.size(), -1);
    for (const int entity : entities)
        places[static_cast<std::size_t>(entity)] = 0;
    Diagram part;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] < 0)
            continue;
        places[i] = static_cast<int>(part.entities.size());
        part.entities.push_back(diagram.entities[i]);
    }
    for (auto reference : diagram.references) {
        reference.from = places[static_cast<std::size_t>(reference.from)];
        reference.to = places[static_cast<std::size_t>(reference.to)];
        if (reference.from >= 0 && reference.to >= 0)
            part.references.push_back(std::move(reference));
    }
    return part;
}

int entityOf(const Diagram &diagram, const ObjectId &table)
{
    const auto names = [&](const ObjectId &id) { return id.schema == table.schema && id.name == table.name; };
    const auto found =
        std::find_if(diagram.entities.begin(), diagram.entities.end(), [&](const Entity &each) {
            return names(each.id) || std::any_of(each.partitions.begin(), each.partitions.end(), names);
        });
    return found == diagram.entities.end() ? -1 : static_cast<int>(found - diagram.entities.begin());
}

QString shownSchema(const ObjectId &table)
{
    return table.schema == u"public" ? QString() : table.schema;
}

QString shownName(const ObjectId &table)
{
    const auto schema = shownSchema(table);
    return schema.isEmpty() ? table.name : schema + u'.' + table.name;
}

} // namespace squall::diagram

#include "models/schematree.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>
#include <utility>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;
using Node = SchemaTree::Node;
using NodeType = SchemaTree::NodeType;
using Group = SchemaTree::Group;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::SchemaTree)
};

/// Fills a tree; finds or makes the schemas and groups on the way.
class Arranger
{
public:
    Arranger(const catalog::Snapshot &snapshot, const std::vector<SavedFilter> &filters,
             const std::vector<workspace::SavedQuery> &queries)
        : m_snapshot(snapshot)
        , m_filters(filters)
        , m_queries(queries)
    {
    }

    SchemaTree arranged()
    {
        for (const auto &schema : m_snapshot.schemas)
            schemaNode(schema.name);
        addQueries();
        addTables();
        addViews();
        addFunctions();
        addTypes();
        for (const auto &sequence : m_snapshot.sequences)
            add(groupNode(sequence.schema, Group::Sequences), {.id = idOf(sequence), .label = sequence.name});
        for (const auto &definition : m_snapshot.definitions)
            addDefinition(definition);
        addFilters();
        for (const auto &extension : m_snapshot.extensions)
            add(groupNode({}, Group::Extensions),
                {.id = idOf(extension), .label = extension.name, .note = extension.version});
        for (const auto &role : m_snapshot.roles)
            add(groupNode({}, Group::Roles), {.id = {Kind::Role, {}, role.name},
                                              .label = role.name,
                                              .note = role.superuser ? Text::tr("superuser") : QString()});
        for (const auto &item : m_snapshot.unmodeled)
            add(groupNode({}, Group::NotCompared),
                {.group = Group::NotCompared, .id = item.id, .label = item.id.text(), .note = item.what});
        sumPartitions();
        m_tree.filter({});
        return std::move(m_tree);
    }

private:
    using Partitions = std::map<std::pair<QString, QString>, std::vector<const catalog::Table *>>;

    int add(int parent, Node node)
    {
        const int number = static_cast<int>(m_tree.nodes.size());
        node.parent = parent;
        m_tree.nodes.push_back(std::move(node));
        m_tree.nodes[static_cast<size_t>(parent)].children.push_back(number);
        return number;
    }

    int schemaNode(const QString &schema)
    {
        const auto known = m_schemas.constFind(schema);
        if (known != m_schemas.constEnd())
            return *known;
        const int number =
            add(0, {.type = NodeType::Schema, .id = {Kind::Schema, {}, schema}, .label = schema});
        m_schemas.insert(schema, number);
        return number;
    }

    int groupNode(const QString &schema, Group group)
    {
        const auto key = std::pair(schema, static_cast<int>(group));
        const auto known = m_groups.constFind(key);
        if (known != m_groups.constEnd())
            return *known;
        const int parent = schema.isEmpty() ? 0 : schemaNode(schema);
        // The schema names the group, so that it is the same one in the next snapshot.
        const int number =
            add(parent, {.type = NodeType::Group, .group = group, .id = {Kind::Schema, schema, {}}});
        m_groups.insert(key, number);
        return number;
    }

    void addTables()
    {
        Partitions partitions;
        for (const auto &table : m_snapshot.tables) {
            if (table.isPartition())
                partitions[{table.partitionOf.schema, table.partitionOf.name}].push_back(&table);
        }
        for (const auto &table : m_snapshot.tables) {
            // A partition whose parent is not in the snapshot stands on its own.
            if (!table.isPartition() || !findTable(m_snapshot, table.partitionOf))
                addTable(schemaNode(table.schema), table, partitions);
        }
    }

    void addTable(int parent, const catalog::Table &table, const Partitions &partitions)
    {
        const bool elsewhere = table.isPartition() && table.partitionOf.schema != table.schema;
        const int number = add(parent, {.id = idOf(table),
                                        .label = elsewhere ? table.schema + u'.' + table.name : table.name,
                                        .note = table.foreign ? table.server : QString(),
                                        .rows = table.size->rows,
                                        .bytes = table.size->bytes,
                                        .isPartitioned = table.isPartitioned()});
        const auto own = partitions.find({table.schema, table.name});
        if (own == partitions.end())
            return;
        for (const auto *partition : own->second)
            addTable(number, *partition, partitions);
    }

    void addViews()
    {
        for (const auto &view : m_snapshot.views)
            add(groupNode(view.schema, Group::Views),
                {.id = idOf(view),
                 .label = view.name,
                 .note = view.materialized ? Text::tr("materialized") : QString(),
                 .rows = view.materialized ? view.size->rows : -1,
                 .bytes = view.materialized ? view.size->bytes : -1});
    }

    void addFunctions()
    {
        for (const auto &function : m_snapshot.functions) {
            const auto note =
                function.type == catalog::Function::Type::Procedure ? Text::tr("procedure") : function.result;
            add(groupNode(function.schema, Group::Functions),
                {.id = idOf(function),
                 .label = function.name + u'(' + function.identityArguments + u')',
                 .note = note});
        }
    }

    void addTypes()
    {
        const auto addAll = [this](const auto &types, const QString &word) {
            for (const auto &type : types)
                add(groupNode(type.schema, Group::Types),
                    {.id = idOf(type), .label = type.name, .note = word});
        };
        addAll(m_snapshot.enums, Text::tr("enum"));
        addAll(m_snapshot.domains, Text::tr("domain"));
        addAll(m_snapshot.composites, Text::tr("composite"));
        addAll(m_snapshot.ranges, Text::tr("range"));
    }

    /// A filter of a relation that is gone stays, unseen, for the day it comes back.
    void addFilters()
    {
        for (const auto &saved : m_filters) {
            const catalog::QualifiedName relation{saved.relation.schema, saved.relation.name};
            if (!findTable(m_snapshot, relation) && !findView(m_snapshot, relation))
                continue;
            auto id = saved.relation;
            id.part = saved.name;
            add(groupNode(id.schema, Group::SavedFilters), {.id = id, .label = saved.name, .note = id.name});
        }
    }

    int folderNode(const QString &path)
    {
        if (path.isEmpty())
            return groupNode({}, Group::SavedQueries);
        const auto known = m_folders.constFind(path);
        if (known != m_folders.constEnd())
            return *known;
        const auto slash = path.lastIndexOf(u'/');
        const int number =
            add(folderNode(slash < 0 ? QString() : path.left(slash)), {.type = NodeType::Group,
                                                                       .group = Group::SavedQueries,
                                                                       .id = {Kind::Schema, {}, path},
                                                                       .label = path.mid(slash + 1)});
        m_folders.insert(path, number);
        return number;
    }

    void addQueries()
    {
        for (const auto &query : m_queries)
            add(folderNode(query.folder), {.group = Group::SavedQueries,
                                           .id = {Kind::Schema, {}, {}, query.id},
                                           .query = query.id,
                                           .label = query.name,
                                           .note = query.abbreviation});
    }

    void addDefinition(const catalog::Definition &definition)
    {
        const auto id = idOf(definition);
        const auto group = definition.schema.isEmpty() ? Group::Database : Group::Other;
        // `OPERATOR CLASS s.c USING btree`: the words before the name say what it is.
        QStringList words;
        for (const auto &word : definition.address.split(u' ')) {
            if (word.isEmpty() || word != word.toUpper() || !word.front().isLetter())
                break;
            words += word.toLower();
        }
        add(groupNode(definition.schema, group), {.id = id, .label = id.name, .note = words.join(u' ')});
    }

    /// A partitioned table holds no rows itself; the planner may not know their sum, but knows the parts.
    /// Children come after their parents, so that walking backwards adds up nested partitions first.
    void sumPartitions()
    {
        for (auto node = m_tree.nodes.rbegin(); node != m_tree.nodes.rend(); ++node) {
            if (!node->isPartitioned)
                continue;
            qint64 rows = 0;
            bool known = !node->children.empty();
            node->bytes = 0;
            for (const int child : node->children) {
                const auto &part = m_tree.nodes[static_cast<size_t>(child)];
                known = known && part.rows >= 0;
                rows += part.rows;
                node->bytes += std::max<qint64>(part.bytes, 0);
            }
            if (known)
                node->rows = rows;
        }
    }

    const catalog::Snapshot &m_snapshot;
    const std::vector<SavedFilter> &m_filters;
    const std::vector<workspace::SavedQuery> &m_queries;
    SchemaTree m_tree;
    QHash<QString, int> m_schemas;
    QHash<QString, int> m_folders;
    QHash<std::pair<QString, int>, int> m_groups;
};

bool passes(const Node &node, const QString &text)
{
    if (node.label.contains(text, Qt::CaseInsensitive))
        return true;
    if (!node.query.isEmpty())
        return node.note.startsWith(text, Qt::CaseInsensitive);
    return text.contains(u'.') && (node.id.schema + u'.' + node.label).contains(text, Qt::CaseInsensitive);
}

} // namespace

void SchemaTree::filter(const QString &text)
{
    std::vector<bool> shown(nodes.size());
    for (size_t number = nodes.size(); number-- > 0;) {
        auto &node = nodes[number];
        node.shown.clear();
        for (const int child : node.children) {
            if (!shown[static_cast<size_t>(child)])
                continue;
            nodes[static_cast<size_t>(child)].position = static_cast<int>(node.shown.size());
            node.shown.push_back(child);
        }
        shown[number] =
            text.isEmpty() || !node.shown.empty() || (node.type == NodeType::Object && passes(node, text));
    }
}

SchemaTree arrange(const catalog::Snapshot &snapshot, const std::vector<SavedFilter> &filters,
                   const std::vector<workspace::SavedQuery> &queries)
{
    return Arranger(snapshot, filters, queries).arranged();
}

} // namespace squall::models

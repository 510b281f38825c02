#include "models/schematreemodel.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;
using Node = SchemaTree::Node;
using NodeType = SchemaTree::NodeType;

namespace {

QString keyOf(const ObjectId &id, SchemaTree::Group group = SchemaTree::Group::None)
{
    // Names may hold anything but NUL.
    return QString::number(static_cast<int>(id.kind)) + QChar(0) + QString::number(static_cast<int>(group)) +
           QChar(0) + id.schema + QChar(0) + id.name + QChar(0) + id.part;
}

QString keyOf(const Node &node)
{
    return keyOf(node.id, node.group);
}

} // namespace

SchemaTreeModel::SchemaTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void SchemaTreeModel::setSnapshot(const catalog::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    rebuild();
}

void SchemaTreeModel::setSavedFilters(const std::vector<SavedFilter> &filters)
{
    if (filters == m_filters)
        return;
    m_filters = filters;
    if (m_snapshot)
        rebuild();
}

void SchemaTreeModel::setSavedQueries(const std::vector<workspace::SavedQuery> &queries)
{
    if (queries == m_queries)
        return;
    m_queries = queries;
    if (m_snapshot)
        rebuild();
}

void SchemaTreeModel::rebuild()
{
    beginResetModel();
    m_tree = m_snapshot ? arrange(*m_snapshot, m_filters, m_queries) : SchemaTree();
    m_byKey.clear();
    m_byKey.reserve(static_cast<qsizetype>(m_tree.nodes.size()));
    for (size_t number = 1; number < m_tree.nodes.size(); ++number)
        m_byKey.insert(keyOf(m_tree.nodes[number]), static_cast<int>(number));
    m_tree.filter(m_filter);
    endResetModel();
}

void SchemaTreeModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    m_tree.filter(m_filter);
    endResetModel();
}

QModelIndex SchemaTreeModel::indexOf(const ObjectId &id) const
{
    return indexOfKey(keyOf(id));
}

QModelIndex SchemaTreeModel::indexOfKey(const QString &key) const
{
    const int number = m_byKey.value(key, 0);
    return number > 0 && isShown(number) ? indexOfNode(number) : QModelIndex();
}

bool SchemaTreeModel::isShown(int number) const
{
    while (number != 0) {
        const auto &child = m_tree.nodes[static_cast<size_t>(number)];
        const auto &shown = m_tree.nodes[static_cast<size_t>(child.parent)].shown;
        if (child.position >= static_cast<int>(shown.size()) ||
            shown[static_cast<size_t>(child.position)] != number)
            return false;
        number = child.parent;
    }
    return true;
}

QModelIndex SchemaTreeModel::indexOfNode(int number) const
{
    if (number == 0)
        return {};
    return createIndex(m_tree.nodes[static_cast<size_t>(number)].position, 0, static_cast<quintptr>(number));
}

const Node &SchemaTreeModel::node(const QModelIndex &index) const
{
    return m_tree.nodes[index.isValid() ? static_cast<size_t>(index.internalId()) : 0];
}

QModelIndex SchemaTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(node(parent).shown[static_cast<size_t>(row)]));
}

QModelIndex SchemaTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfNode(node(child).parent) : QModelIndex();
}

int SchemaTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).shown.size());
}

int SchemaTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SchemaTreeModel::label(const Node &node) const
{
    switch (node.group) {
    case SchemaTree::Group::None: return node.label;
    case SchemaTree::Group::Views: return tr("Views");
    case SchemaTree::Group::Functions: return tr("Functions");
    case SchemaTree::Group::Types: return tr("Types");
    case SchemaTree::Group::Sequences: return tr("Sequences");
    case SchemaTree::Group::SavedQueries: return node.label.isEmpty() ? tr("Saved queries") : node.label;
    case SchemaTree::Group::SavedFilters: return tr("Saved filters");
    case SchemaTree::Group::Other: return tr("Other");
    case SchemaTree::Group::Extensions: return tr("Extensions");
    case SchemaTree::Group::Roles: return tr("Roles");
    case SchemaTree::Group::Database: return tr("Database");
    case SchemaTree::Group::NotCompared:
        return node.type == NodeType::Group ? tr("Not compared") : node.label;
    }
    return {};
}

QVariant SchemaTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &item = node(index);
    const bool group = item.type == NodeType::Group || !item.query.isEmpty();
    switch (role) {
    case Qt::DisplayRole: return label(item);
    case IdRole: return group ? QVariant() : QVariant::fromValue(item.id);
    case KeyRole: return keyOf(item);
    case TypeRole: return static_cast<int>(item.type);
    case KindRole: return group ? QVariant() : QVariant(static_cast<int>(item.id.kind));
    case RowsRole: return item.rows < 0 ? QVariant() : QVariant(item.rows);
    case BytesRole: return item.bytes < 0 ? QVariant() : QVariant(item.bytes);
    case NoteRole: return item.note;
    case ChildrenRole:
        return static_cast<int>(std::count_if(item.shown.begin(), item.shown.end(), [this](int child) {
            return m_tree.nodes[static_cast<size_t>(child)].type == NodeType::Object;
        }));
    case MatchRole:
        return m_filter.isEmpty() || item.type != NodeType::Object
                   ? -1
                   : static_cast<int>(item.label.indexOf(m_filter, 0, Qt::CaseInsensitive));
    case PartitionedRole: return item.isPartitioned;
    case QueryRole: return item.query;
    case FolderRole:
        if (item.group != SchemaTree::Group::SavedQueries)
            return {};
        return item.query.isEmpty() ? item.id.name : m_tree.nodes[static_cast<size_t>(item.parent)].id.name;
    default: return {};
    }
}

QHash<int, QByteArray> SchemaTreeModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert({{IdRole, "id"},
                  {KeyRole, "key"},
                  {TypeRole, "type"},
                  {KindRole, "kind"},
                  {RowsRole, "rows"},
                  {BytesRole, "bytes"},
                  {NoteRole, "note"},
                  {ChildrenRole, "children"},
                  {MatchRole, "match"}});
    return names;
}

} // namespace squall::models

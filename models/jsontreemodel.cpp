#include "models/jsontreemodel.h"

#include "core/base/jsonstring.h"
#include "core/edit/values/jsonedit.h"
#include "models/pooled.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// As much of a value as one line of a tree shows.
constexpr qsizetype shownLength = 500;

bool isContainer(JsonKind kind)
{
    return kind == JsonKind::Object || kind == JsonKind::Array;
}

} // namespace

/// The tree, and where each node stands among its siblings: a model asks for the n-th child.
struct JsonTreeModel::Shape
{
    JsonTree tree;
    std::vector<int> children; ///< of all nodes, those of one side by side
    std::vector<int> begin;    ///< by node: where its children begin there
    std::vector<int> row;      ///< by node: its place among its siblings
};

Result<JsonTreeModel::ShapePtr> JsonTreeModel::shapeOf(const QByteArray &text, JsonRules rules)
{
    auto tree = JsonTree::parse(text, rules);
    if (!tree)
        return tree.error();
    auto shape = std::make_shared<Shape>();
    shape->tree = std::move(*tree);
    const auto size = static_cast<size_t>(shape->tree.size());
    shape->begin.resize(size);
    shape->row.resize(size);
    shape->children.reserve(size);
    for (int node = 0; node < shape->tree.size(); ++node) {
        shape->begin[static_cast<size_t>(node)] = static_cast<int>(shape->children.size());
        int row = 0;
        for (int child = shape->tree.node(node).firstChild; child >= 0;
             child = shape->tree.node(child).next) {
            shape->row[static_cast<size_t>(child)] = row++;
            shape->children.push_back(child);
        }
    }
    return ShapePtr(shape);
}

JsonTreeModel::JsonTreeModel(JsonRules rules, QObject *parent)
    : QAbstractItemModel(parent)
    , m_rules(rules)
{
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setText(const QByteArray &text)
{
    m_current = false;
    m_fault.reset();
    const auto future = pooled([text, rules = m_rules] { return shapeOf(text, rules); });
    m_reading.run(future, [this](const Result<ShapePtr> &shape) {
        if (shape) {
            beginResetModel();
            m_shape = *shape;
            endResetModel();
            m_current = true;
        } else {
            m_fault = shape.error();
        }
        emit settled();
    });
}

const JsonTree &JsonTreeModel::tree() const
{
    return m_shape->tree;
}

int JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return static_cast<int>(index.internalId());
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    const auto first = m_shape->begin[static_cast<size_t>(nodeOf(parent))];
    return createIndex(row, column, quintptr(m_shape->children[static_cast<size_t>(first + row)]));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int parent = tree().node(nodeOf(index)).parent;
    return parent < 0 ? QModelIndex()
                      : createIndex(m_shape->row[static_cast<size_t>(parent)], 0, quintptr(parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_shape || parent.column() > 0)
        return 0;
    return parent.isValid() ? tree().node(nodeOf(parent)).childCount : 1;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString JsonTreeModel::keyText(int node) const
{
    const auto &at = tree().node(node);
    if (at.hasKey())
        return tree().key(node);
    return at.parent < 0 ? u"$"_s : QString::number(m_shape->row[static_cast<size_t>(node)]);
}

QString JsonTreeModel::valueText(int node) const
{
    const auto &at = tree().node(node);
    if (at.kind == JsonKind::Object)
        return tr("{ } %Ln members", nullptr, at.childCount);
    if (at.kind == JsonKind::Array)
        return tr("[ ] %Ln elements", nullptr, at.childCount);
    const auto length = std::min(at.end - at.begin, shownLength);
    auto text = QString::fromUtf8(tree().text().mid(at.begin, length));
    return length < at.end - at.begin ? text + u'…' : text;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole: return index.column() == KeyColumn ? keyText(node) : valueText(node);
    case Qt::EditRole:
        return index.column() == KeyColumn ? keyText(node) : QString::fromUtf8(tree().value(node));
    case JsonKindRole: return static_cast<int>(tree().node(node).kind);
    case PathRole: return tree().path(node);
    case RawRole: return tree().value(node);
    default: return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Key") : tr("Value");
}

Qt::ItemFlags JsonTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto &node = tree().node(nodeOf(index));
    const bool editable =
        m_current && (index.column() == KeyColumn ? node.hasKey() : !isContainer(node.kind));
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (editable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool JsonTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (index.column() == ValueColumn)
        return setRaw(index, value.toString().toUtf8());
    if (value.toString() != keyText(nodeOf(index)))
        edited(edit::withJsonKey(tree(), nodeOf(index), value.toString()));
    return true;
}

bool JsonTreeModel::setRaw(const QModelIndex &index, const QByteArray &json)
{
    if (!m_current || !JsonTree::parse(json, m_rules))
        return false;
    if (json != tree().value(nodeOf(index)))
        edited(edit::withJsonValue(tree(), nodeOf(index), json));
    return true;
}

void JsonTreeModel::append(const QModelIndex &index)
{
    if (!m_current || !index.isValid())
        return;
    int container = nodeOf(index);
    if (!isContainer(tree().node(container).kind))
        container = tree().node(container).parent;
    if (container >= 0)
        edited(edit::withJsonAppended(tree(), container, edit::freeJsonKey(tree(), container, u"key"_s),
                                      "null"));
}

void JsonTreeModel::remove(const QModelIndex &index)
{
    if (m_current && index.isValid() && index.parent().isValid())
        edited(edit::withoutJsonNode(tree(), nodeOf(index)));
}

void JsonTreeModel::move(const QModelIndex &index, int delta)
{
    const auto other = index.sibling(index.row() + delta, index.column());
    if (m_current && other.isValid() && index.parent().isValid())
        edited(edit::withJsonSwapped(tree(), nodeOf(index), nodeOf(other)));
}

void JsonTreeModel::edited(const QByteArray &text)
{
    setText(text);
    emit textEdited(text);
}

QList<int> JsonTreeModel::rowsTo(const QModelIndex &index)
{
    QList<int> rows;
    for (auto i = index; i.isValid(); i = i.parent())
        rows.prepend(i.row());
    return rows;
}

QModelIndex JsonTreeModel::indexAt(const QList<int> &rows) const
{
    QModelIndex found;
    for (const int row : rows) {
        const int last = rowCount(found) - 1;
        if (last < 0)
            break;
        found = index(std::min(row, last), 0, found);
    }
    return found;
}

} // namespace squall::models

#include "core/diff/needs.h"

#include "core/diff/alterationneeds.h"

#include <QHash>

#include <algorithm>
#include <bitset>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

ObjectId relationId(const Table *table, const View *view)
{
    return table ? idOf(*table) : idOf(*view);
}

/// A type by its name alone.
ObjectId shellOf(const ObjectId &type)
{
    return {Kind::BaseType, type.schema, type.name};
}

struct Producer
{
    ObjectId operator()(const CreateSchema &c) const { return idOf(*c.schema); }
    ObjectId operator()(const CreateExtension &c) const { return idOf(*c.extension); }
    ObjectId operator()(const CreateEnum &c) const { return idOf(*c.type); }
    ObjectId operator()(const CreateDomain &c) const { return idOf(*c.type); }
    ObjectId operator()(const CreateComposite &c) const { return idOf(*c.type); }
    ObjectId operator()(const CreateShell &c) const { return shellOf(idOf(*c.type)); }
    ObjectId operator()(const CreateRange &c) const { return idOf(*c.type); }
    ObjectId operator()(const CreateFunction &c) const { return idOf(*c.function); }
    ObjectId operator()(const SetFunctionRights &c) const
    {
        auto id = idOf(*c.function);
        id.part = u"rights"_s;
        return id;
    }
    ObjectId operator()(const CreateDefinition &c) const { return idOf(*c.definition); }
    ObjectId operator()(const CreateSequence &c) const { return idOf(*c.sequence); }
    ObjectId operator()(const OwnSequence &c) const
    {
        return {Kind::Sequence, c.sequence->schema, c.sequence->name, u"owned by"_s};
    }
    ObjectId operator()(const CreateTable &c) const { return idOf(*c.table); }
    ObjectId operator()(const SetDefault &c) const
    {
        return partOf(idOf(*c.table), Kind::Default, c.column->name);
    }
    ObjectId operator()(const AddConstraint &c) const
    {
        return partOf(idOf(*c.table), Kind::Constraint, c.constraint->name);
    }
    ObjectId operator()(const AttachPartition &c) const
    {
        return {Kind::Table, c.partition->schema, c.partition->name, u"partition of"_s};
    }
    ObjectId operator()(const CreateIndex &c) const { return indexId(c.table->schema, *c.index); }
    ObjectId operator()(const AttachIndex &c) const
    {
        return {Kind::Index, c.table->schema, c.index->name, u"attached"_s};
    }
    ObjectId operator()(const CreateView &c) const { return idOf(*c.view); }
    ObjectId operator()(const SetViewDefault &c) const
    {
        return partOf(idOf(*c.view), Kind::Default, c.column->name);
    }
    ObjectId operator()(const CreateViewIndex &c) const { return indexId(c.view->schema, *c.index); }
    ObjectId operator()(const CreateTrigger &c) const
    {
        return partOf(relationId(c.table, c.view), Kind::Trigger, c.trigger->name);
    }
    ObjectId operator()(const CreateRule &c) const
    {
        return partOf(relationId(c.table, c.view), Kind::Rule, c.rule->name);
    }
    ObjectId operator()(const CreatePolicy &c) const
    {
        return partOf(idOf(*c.table), Kind::Policy, c.policy->name);
    }
    ObjectId operator()(const AlterDefaultPrivileges &c) const { return idOf(*c.privileges); }
    ObjectId operator()(const CreateRole &c) const { return roleId(*c.role); }
    ObjectId operator()(const AddColumn &c) const { return columnId(c.table, c.column); }
    ObjectId operator()(const Rename &c) const { return c.to; }
    ObjectId operator()(const Move &c) const { return c.to; }
    ObjectId operator()(const AlterRole &c) const { return roleId(*c.to); }
    ObjectId operator()(const AddEnumValue &c) const
    {
        auto id = idOf(*c.type);
        id.part = c.label;
        return id;
    }
    ObjectId operator()(const ReplaceEnum &c) const { return idOf(*c.to); }
    ObjectId operator()(const AlterSequence &c) const { return idOf(*c.to); }
    ObjectId operator()(const SetType &c) const { return columnId(c.table, c.to); }
    ObjectId operator()(const ReplaceColumn &c) const { return columnId(c.table, c.to); }
    ObjectId operator()(const DropDefault &c) const
    {
        return partOf(idOf(*c.table), Kind::Default, c.column->name);
    }
    ObjectId operator()(const SetNotNull &c) const { return factOf(c.table, c.column, u"not null"); }
    ObjectId operator()(const DropNotNull &c) const { return factOf(c.table, c.column, u"not null"); }
    ObjectId operator()(const AddIdentity &c) const { return factOf(c.table, c.column, u"identity"); }
    ObjectId operator()(const AlterIdentity &c) const { return factOf(c.table, c.to, u"identity"); }
    ObjectId operator()(const DropIdentity &c) const { return factOf(c.table, c.column, u"identity"); }
    ObjectId operator()(const DropExpression &c) const { return factOf(c.table, c.column, u"expression"); }
    ObjectId operator()(const SetRowSecurity &c) const
    {
        return {Kind::Table, c.table->schema, c.table->name, u"row security"_s};
    }
    ObjectId operator()(const AlterView &c) const { return idOf(*c.to); }
    ObjectId operator()(const AlterPolicy &c) const
    {
        return partOf(idOf(*c.table), Kind::Policy, c.to->name);
    }
    /// What it takes away, rather.
    ObjectId operator()(const Drop &c) const { return c.id; }

private:
    static ObjectId roleId(const Role &role) { return {Kind::Role, {}, role.name}; }
    static ObjectId columnId(const Table *table, const Column *column)
    {
        return partOf(idOf(*table), Kind::Column, column->name);
    }
    /// Of a column, and no column.
    static ObjectId factOf(const Table *table, const Column *column, QStringView fact)
    {
        return partOf(idOf(*table), Kind::Column, column->name + u'\n' + fact);
    }
};

/// Finds who makes an object, falling back from a part to the whole it is written with.
class Producers
{
public:
    explicit Producers(const std::vector<Change> &changes)
    {
        m_byId.reserve(static_cast<qsizetype>(changes.size()));
        for (size_t i = 0; i < changes.size(); ++i) {
            if (!isCreation(changes[i]))
                continue;
            add(produces(changes[i]), i);
            // The index of a key is made with its constraint.
            if (const auto *added = std::get_if<AddConstraint>(&changes[i])) {
                if (added->constraint->type != Constraint::Type::ForeignKey &&
                    added->constraint->type != Constraint::Type::Check)
                    add({Kind::Index, added->table->schema, added->constraint->name}, i);
            }
        }
    }

    int find(const ObjectId &id) const
    {
        if (const int exact = maker(id); exact >= 0 || id.part.isEmpty())
            return exact;
        for (const Kind whole : {Kind::Table, Kind::ForeignTable, Kind::View, Kind::MaterializedView,
                                 Kind::Domain, Kind::Composite}) {
            if (const int found = maker({whole, id.schema, id.name}); found >= 0)
                return found;
        }
        return -1;
    }

private:
    void add(const ObjectId &id, size_t number)
    {
        m_byId.insert(id, static_cast<int>(number));
        m_kinds.set(static_cast<size_t>(id.kind));
    }
    /// Columns, for one, are asked for often and made by nobody but their tables.
    int maker(const ObjectId &id) const
    {
        return m_kinds.test(static_cast<size_t>(id.kind)) ? m_byId.value(id, -1) : -1;
    }

    QHash<ObjectId, int> m_byId;
    std::bitset<64> m_kinds; ///< of which something is made
};

/// What containment and PostgreSQL's way of copying things to partitions and children demand.
class Containment
{
public:
    Containment(const Producers &producers, const Snapshot &snapshot, std::vector<std::vector<int>> &before)
        : m_producers(producers)
        , m_snapshot(snapshot)
        , m_before(before)
    {
    }

    void add(int number, const Change &change)
    {
        if (!isCreation(change))
            return;
        m_number = number;
        const ObjectId made = produces(change);
        if (!made.schema.isEmpty())
            after({Kind::Schema, {}, made.schema});
        if (!made.part.isEmpty())
            after({made.kind, made.schema, made.name}), after(wholeOf(made));
        std::visit(*this, change);
    }

    void operator()(const CreateRange &c) { after(shellOf(idOf(*c.type))); }
    void operator()(const CreateTable &c)
    {
        for (const auto &parent : c.table->inherits) {
            after(tableId(parent));
            // A check that the parent has by then is copied; one that comes later is handed down.
            if (const auto *table = findTable(m_snapshot, parent))
                afterChecks(*table, false);
        }
        if (!c.table->server.isEmpty())
            after({Kind::ForeignServer, {}, c.table->server});
    }
    void operator()(const SetDefault &c)
    {
        // Of parents that disagree on a default the server takes none, and refuses to make the child; where
        // they have theirs only afterwards, there is nothing to disagree on.
        for (const auto *child : childrenOf(*c.table)) {
            if (parentsDisagree(*child, c.column->name))
                after(idOf(*child));
        }
    }
    void operator()(const AttachPartition &c)
    {
        after(tableId(c.partition->partitionOf));
        afterChecks(*c.partition, true);
        if (const auto *parent = findTable(m_snapshot, c.partition->partitionOf))
            afterChecks(*parent, true);
    }
    void operator()(const AddConstraint &c)
    {
        const auto type = c.constraint->type;
        if (type == Constraint::Type::ForeignKey)
            after(tableId(c.constraint->referencedTable));
        else if (type != Constraint::Type::Check)
            afterAttaching(*c.table);
        else if (!c.constraint->validated)
            afterChildren(*c.table);
        // A foreign key may lean on a key that is only whole once its parts are attached.
        if (type == Constraint::Type::ForeignKey)
            afterAttachedKeys(c.constraint->referencedTable);
    }
    void operator()(const CreateIndex &c)
    {
        after(idOf(*c.table));
        afterAttaching(*c.table);
    }
    void operator()(const AttachIndex &c)
    {
        after(indexId(c.table->schema, *c.index));
        after({Kind::Index, c.index->parent.schema, c.index->parent.name});
        after({Kind::Table, c.table->schema, c.table->name, u"partition of"_s});
    }
    void operator()(const CreateViewIndex &c) { after(idOf(*c.view)); }
    void operator()(const OwnSequence &c) { after(tableId(c.sequence->ownerTable)); }
    void operator()(const CreateTrigger &c)
    {
        if (!c.trigger->inherited)
            return;
        if (c.table && c.table->isPartition()) {
            after({Kind::Table, c.table->schema, c.table->name, u"partition of"_s});
            after({Kind::Trigger, c.table->partitionOf.schema, c.table->partitionOf.name, c.trigger->name});
        }
    }
    template<typename Other>
    void operator()(const Other &)
    {
    }

private:
    void after(const ObjectId &id)
    {
        if (const int producer = m_producers.find(id); producer >= 0 && producer != m_number)
            m_before[static_cast<size_t>(m_number)].push_back(producer);
    }
    ObjectId wholeOf(const ObjectId &part) const { return {Kind::Column, part.schema, part.name, part.part}; }
    ObjectId tableId(const QualifiedName &name) const
    {
        const auto *table = findTable(m_snapshot, name);
        return table ? idOf(*table) : ObjectId{Kind::Table, name.schema, name.name};
    }
    bool parentsDisagree(const Table &child, const QString &column) const
    {
        const QString *first = nullptr;
        for (const auto &parent : child.inherits) {
            const auto *table = findTable(m_snapshot, parent);
            const auto *inherited = table ? findColumn(table->columns, column) : nullptr;
            if (!inherited || !inherited->defaultSql)
                continue;
            if (first && *first != *inherited->defaultSql)
                return true;
            first = &*inherited->defaultSql;
        }
        return false;
    }
    void afterChecks(const Table &table, bool alsoUnvalidated)
    {
        for (const auto &constraint : table.constraints) {
            if (constraint.type == Constraint::Type::Check && (constraint.validated || alsoUnvalidated))
                after(partOf(idOf(table), Kind::Constraint, constraint.name));
        }
    }
    void afterAttaching(const Table &table)
    {
        for (const auto *child : childrenOf(table)) {
            if (child->isPartition())
                after({Kind::Table, child->schema, child->name, u"partition of"_s});
        }
    }
    void afterChildren(const Table &table)
    {
        for (const auto *child : childrenOf(table)) {
            if (child->isPartition())
                continue;
            after(idOf(*child));
            afterChildren(*child);
        }
    }
    void afterAttachedKeys(const QualifiedName &referenced)
    {
        const auto *table = findTable(m_snapshot, referenced);
        if (!table)
            return;
        for (const auto *child : childrenOf(*table)) {
            if (!child->isPartition())
                continue;
            for (const auto &index : child->indexes) {
                if (!index.parent.isEmpty())
                    after({Kind::Index, child->schema, index.name, u"attached"_s});
            }
            afterAttachedKeys({child->schema, child->name});
        }
    }
    const std::vector<const Table *> &childrenOf(const Table &table)
    {
        if (m_children.isEmpty()) {
            for (const auto &child : m_snapshot.tables) {
                if (child.isPartition())
                    m_children[child.partitionOf.schema + u'.' + child.partitionOf.name].push_back(&child);
                for (const auto &parent : child.inherits)
                    m_children[parent.schema + u'.' + parent.name].push_back(&child);
            }
            m_children[{}]; // so that looking is done once, found or not
        }
        return m_children[table.schema + u'.' + table.name];
    }

    const Producers &m_producers;
    const Snapshot &m_snapshot;
    std::vector<std::vector<int>> &m_before;
    QHash<QString, std::vector<const Table *>> m_children;
    int m_number = 0;
};

} // namespace

ObjectId produces(const Change &change)
{
    return std::visit(Producer{}, change);
}

std::vector<std::vector<int>> needs(const std::vector<Change> &changes, const Snapshot *from,
                                    const Snapshot &snapshot)
{
    std::vector<std::vector<int>> before(changes.size());
    const Producers producers(changes);
    const auto &dependencies = *snapshot.dependencies;
    for (const auto &dependency : dependencies) {
        const int object = producers.find(dependency.object);
        int needed = producers.find(dependency.needs);
        // What a range type needs of functions over itself needs no more of it than its name.
        const bool mutual = dependency.needs.kind == Kind::Range &&
                            dependency.object.kind == Kind::Function &&
                            std::binary_search(dependencies.begin(), dependencies.end(),
                                               Dependency{dependency.needs, dependency.object});
        if (mutual)
            needed = producers.find(shellOf(dependency.needs));
        if (object >= 0 && needed >= 0 && object != needed)
            before[static_cast<size_t>(object)].push_back(needed);
    }
    Containment containment(producers, snapshot, before);
    for (size_t i = 0; i < changes.size(); ++i)
        containment.add(static_cast<int>(i), changes[i]);
    if (from)
        addNeedsOfAlterations(before, changes, *from, snapshot);
    for (auto &list : before) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return before;
}

} // namespace squall::diff

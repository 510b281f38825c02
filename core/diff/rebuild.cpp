#include "core/diff/rebuild.h"

#include "core/base/arraytype.h"
#include "core/base/quote.h"
#include "core/diff/mentions.h"
#include "core/diff/needs.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace squall::diff {

using namespace catalog;

namespace {

template<typename Part>
const Part *named(const std::vector<Part> &parts, const QString &name)
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const Part &p) { return p.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

class Rebuilding
{
public:
    Rebuilding(std::vector<Change> &changes, const Snapshot &from, const Snapshot &to)
        : m_changes(changes)
        , m_from(from)
        , m_to(to)
    {
        for (const auto &change : changes) {
            if (const auto *drop = std::get_if<Drop>(&change))
                m_dropped.insert(drop->id);
        }
    }

    std::vector<Rebuild> run()
    {
        // What is added may entail more.
        std::size_t next = 0;
        while (next < m_changes.size()) {
            const auto change = m_changes[next++];
            std::visit(*this, change);
        }
        return std::move(m_rebuilds);
    }

    void operator()(const SetType &c) { columnChanges(*c.table, c.to->name, isEnum(c.from->type)); }
    void operator()(const ReplaceColumn &c)
    {
        columnChanges(*c.table, c.to->name, false);
        restoreWhatGoesWith(*c.table, c.to->name);
    }
    void operator()(const ReplaceEnum &c)
    {
        const auto type = quote(c.from->schema, c.from->name);
        for (const auto &table : m_from.tables) {
            const auto *now = findTable(m_to, {table.schema, table.name});
            for (const auto &column : table.columns) {
                if (now && elementType(column.type) == type)
                    columnChanges(*now, column.name, true);
            }
        }
    }
    void operator()(const Drop &c)
    {
        switch (c.id.kind) {
        case Kind::View:
        case Kind::MaterializedView:
        case Kind::Table: dropReaders(c.id, {}); break;
        case Kind::Column: dropReaders({Kind::Table, c.id.schema, c.id.name}, c.id.part); break;
        case Kind::Constraint: dropReferences(c.id); break;
        default: break;
        }
    }
    template<typename Other>
    void operator()(const Other &)
    {
    }

private:
    bool isEnum(const QString &type) const
    {
        return std::any_of(m_from.enums.begin(), m_from.enums.end(), [&](const Enum &each) {
            return quote(each.schema, each.name) == elementType(type);
        });
    }
    bool goes(const ObjectId &id) const { return m_dropped.contains(id); }

    void rebuild(const ObjectId &id, const ObjectId &because, const Change &creation)
    {
        if (!dropInsteadOfAltering(id))
            m_changes.push_back(Drop{id});
        m_dropped.insert(id);
        m_changes.push_back(creation);
        m_rebuilds.push_back({id, because});
    }

    void columnChanges(const Table &now, const QString &column, bool wasEnum)
    {
        const auto because = partOf(idOf(now), Kind::Column, column);
        dropReaders(idOf(now), column);
        const auto *before = findTable(m_from, {now.schema, now.name});
        if (!before)
            return;
        for (const auto &policy : before->policies) {
            const auto id = partOf(idOf(now), Kind::Policy, policy.name);
            const auto *same = named(now.policies, policy.name);
            if (!same || goes(id) ||
                !(mentions(policy.usingSql, column) || mentions(policy.checkSql, column)))
                continue;
            rebuild(id, because, CreatePolicy{&now, same});
        }
        for (const auto &other : before->columns) {
            const auto *same = findColumn(now.columns, other.name);
            if (same && other.name != column && other.generated != Column::Generated::No &&
                same->generated != Column::Generated::No && mentions(*other.defaultSql, column) &&
                !isReplaced(now, other.name)) {
                m_changes.push_back(ReplaceColumn{&now, &other, same});
                m_rebuilds.push_back({partOf(idOf(now), Kind::Column, other.name), because});
            }
        }
        // Their texts hold labels of the type that it had.
        if (wasEnum)
            dropTexts(*before, now, column);
    }

    void dropTexts(const Table &before, const Table &now, const QString &column)
    {
        const auto because = partOf(idOf(now), Kind::Column, column);
        for (const auto &index : before.indexes) {
            const auto id = indexId(now.schema, index);
            const auto *same = named(now.indexes, index.name);
            const bool speaks = mentions(index.predicate, column) ||
                                std::any_of(index.keys.begin(), index.keys.end(), [&](const IndexKey &key) {
                                    return mentions(key.expression, column);
                                });
            if (same && speaks && index.constraint.isEmpty() && !goes(id))
                rebuild(id, because, CreateIndex{&now, same});
        }
        for (const auto &check : before.constraints) {
            const auto id = partOf(idOf(now), Kind::Constraint, check.name);
            const auto *same = named(now.constraints, check.name);
            if (same && check.type == Constraint::Type::Check && mentions(check.expression, column) &&
                !goes(id))
                rebuild(id, because, AddConstraint{&now, same});
        }
    }

    /// Views that read a relation; of a table, those that may read a column of it.
    void dropReaders(const ObjectId &relation, const QString &column)
    {
        for (const auto &dependency : *m_from.dependencies) {
            const bool reads = dependency.needs.kind == relation.kind &&
                               dependency.needs.schema == relation.schema &&
                               dependency.needs.name == relation.name;
            if (!reads || goes(dependency.object))
                continue;
            const QualifiedName name{dependency.object.schema, dependency.object.name};
            const auto *before = findView(m_from, name);
            const auto *now = findView(m_to, name);
            if (!before || !now || (!column.isEmpty() && !mentions(before->definition, column)))
                continue;
            rebuild(idOf(*before),
                    column.isEmpty() ? relation
                                     : ObjectId{Kind::Column, relation.schema, relation.name, column},
                    CreateView{now});
        }
    }

    /// Foreign keys that lean on a key.
    void dropReferences(const ObjectId &key)
    {
        const ObjectId index{Kind::Index, key.schema, key.part};
        for (const auto &dependency : *m_from.dependencies) {
            if ((dependency.needs != index && dependency.needs != key) ||
                dependency.object.kind != Kind::Constraint || goes(dependency.object))
                continue;
            const auto *now = findTable(m_to, {dependency.object.schema, dependency.object.name});
            const auto *same = now ? named(now->constraints, dependency.object.part) : nullptr;
            if (same)
                rebuild(dependency.object, key, AddConstraint{now, same});
        }
    }

    /// Indexes and keys over a column go with it.
    void restoreWhatGoesWith(const Table &now, const QString &column)
    {
        const auto because = partOf(idOf(now), Kind::Column, column);
        const auto *before = findTable(m_from, {now.schema, now.name});
        for (const auto &index : now.indexes) {
            const auto *same = before ? named(before->indexes, index.name) : nullptr;
            const bool has = mentions(index.predicate, column) ||
                             std::any_of(index.keys.begin(), index.keys.end(), [&](const IndexKey &key) {
                                 return key.column == column || mentions(key.expression, column);
                             });
            const auto id = indexId(now.schema, index);
            if (!has || !same || !index.constraint.isEmpty() || goes(id) || *same != index)
                continue;
            m_dropped.insert(id);
            m_changes.push_back(CreateIndex{&now, &index});
            m_rebuilds.push_back({id, because});
        }
        for (const auto &constraint : now.constraints) {
            const auto id = partOf(idOf(now), Kind::Constraint, constraint.name);
            const auto *same = before ? named(before->constraints, constraint.name) : nullptr;
            if (!same || goes(id) || *same != constraint ||
                !(constraint.columns.contains(column) || mentions(constraint.expression, column)))
                continue;
            m_dropped.insert(id);
            m_changes.push_back(AddConstraint{&now, &constraint});
            m_rebuilds.push_back({id, because});
        }
    }

    bool isReplaced(const Table &table, const QString &column) const
    {
        return std::any_of(m_changes.begin(), m_changes.end(), [&](const Change &change) {
            const auto *replace = std::get_if<ReplaceColumn>(&change);
            return replace && replace->table == &table && replace->to->name == column;
        });
    }

    /// What would have altered it drops it.
    bool dropInsteadOfAltering(const ObjectId &id)
    {
        for (auto &change : m_changes) {
            const bool alters =
                std::holds_alternative<AlterPolicy>(change) || std::holds_alternative<AlterView>(change);
            if (!alters || produces(change) != id)
                continue;
            change = Drop{id};
            return true;
        }
        return false;
    }

    std::vector<Change> &m_changes;
    const Snapshot &m_from;
    const Snapshot &m_to;
    QSet<ObjectId> m_dropped;
    std::vector<Rebuild> m_rebuilds;
};

} // namespace

std::vector<Rebuild> addRebuilds(std::vector<Change> &changes, const Snapshot &from, const Snapshot &to)
{
    return Rebuilding(changes, from, to).run();
}

} // namespace squall::diff

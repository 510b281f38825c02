#include "models/affectedrelations.h"

#include <algorithm>
#include <map>

namespace squall::models {

namespace {

using catalog::Constraint;
using catalog::QualifiedName;

bool takesAlong(const Constraint &key)
{
    const auto moves = [](Constraint::Action action) {
        return action != Constraint::Action::NoAction && action != Constraint::Action::Restrict;
    };
    return key.type == Constraint::Type::ForeignKey && (moves(key.onDelete) || moves(key.onUpdate));
}

using Edges = std::multimap<ObjectId, ObjectId>;

/// Which relations follow which.
class Followers
{
public:
    explicit Followers(const catalog::Snapshot &snapshot)
    {
        for (const auto &table : snapshot.tables)
            m_names.emplace(QualifiedName{table.schema, table.name}, catalog::idOf(table));
        for (const auto &view : snapshot.views)
            m_names.emplace(QualifiedName{view.schema, view.name}, catalog::idOf(view));
        for (const auto &table : snapshot.tables)
            addTable(table);
        for (const auto &[object, needs] : *snapshot.dependencies) {
            const auto *relation = find({needs.schema, needs.name});
            if (object.kind != Kind::View || !relation)
                continue;
            const ObjectId view{object.kind, object.schema, object.name};
            m_behind.emplace(view, *relation);
            m_of.emplace(*relation, view);
        }
    }

    /// With what the views among them show.
    std::set<ObjectId> behind(const std::set<ObjectId> &relations) const
    {
        return closure(m_behind, relations);
    }
    /// With all that follows them.
    std::set<ObjectId> of(const std::set<ObjectId> &relations) const { return closure(m_of, relations); }

private:
    void addTable(const catalog::Table &table)
    {
        const auto id = catalog::idOf(table);
        auto parents = table.inherits;
        if (table.isPartition())
            parents.push_back(table.partitionOf);
        for (const auto &name : parents) {
            if (const auto *parent = find(name)) {
                m_of.emplace(id, *parent);
                m_of.emplace(*parent, id);
            }
        }
        for (const auto &constraint : table.constraints) {
            const auto *to = takesAlong(constraint) ? find(constraint.referencedTable) : nullptr;
            if (to)
                m_of.emplace(*to, id);
        }
    }
    static std::set<ObjectId> closure(const Edges &edges, std::set<ObjectId> relations)
    {
        std::vector<ObjectId> next(relations.begin(), relations.end());
        while (!next.empty()) {
            const auto [first, end] = edges.equal_range(next.back());
            next.pop_back();
            std::for_each(first, end, [&](const auto &edge) {
                if (relations.insert(edge.second).second)
                    next.push_back(edge.second);
            });
        }
        return relations;
    }
    const ObjectId *find(const QualifiedName &name) const
    {
        const auto found = m_names.find(name);
        return found == m_names.end() ? nullptr : &found->second;
    }

    std::map<QualifiedName, ObjectId> m_names;
    Edges m_behind; ///< from views to what they show
    Edges m_of;
};

} // namespace

std::set<ObjectId> affectedBy(const catalog::Snapshot &snapshot, const std::set<ObjectId> &written)
{
    const Followers followers(snapshot);
    return followers.of(followers.behind(written));
}

} // namespace squall::models

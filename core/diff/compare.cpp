#include "core/diff/compare.h"

#include "core/base/quote.h"
#include "core/diff/comparetable.h"
#include "core/diff/creation.h"
#include "core/diff/needs.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <type_traits>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

/// The table or view that a change in the creation of a schema is about; nullptr for others.
const Object *relationOf(const Change &change)
{
    const auto relation = [](const auto &c) -> const Object * {
        using Made = std::decay_t<decltype(c)>;
        if constexpr (std::is_same_v<Made, CreateTrigger> || std::is_same_v<Made, CreateRule>)
            return c.table ? static_cast<const Object *>(c.table) : c.view;
        else if constexpr (requires { c.table; })
            return c.table;
        else if constexpr (requires { c.view; })
            return c.view;
        else if constexpr (requires { c.partition; })
            return c.partition;
        else
            return nullptr;
    };
    return std::visit(relation, change);
}

class Comparison
{
public:
    Comparison(const Snapshot &from, const Snapshot &to)
        : m_from(from)
        , m_to(to)
    {
    }

    std::vector<Change> run()
    {
        for (const auto *type : missing(m_from.enums, m_to.enums))
            m_changes.push_back(Drop{idOf(*type)});
        for (const auto *sequence : missing(m_from.sequences, m_to.sequences))
            m_changes.push_back(Drop{idOf(*sequence)});
        for (const auto *view : missing(m_from.views, m_to.views))
            m_changes.push_back(Drop{idOf(*view)});
        for (const auto *table : missing(m_from.tables, m_to.tables))
            m_changes.push_back(Drop{idOf(*table)});
        for (const auto *schema : missing(m_from.schemas, m_to.schemas))
            m_changes.push_back(Drop{idOf(*schema)});
        compareRoles();
        forBoth(m_from.enums, m_to.enums, [&](const Enum &a, const Enum &b) { compareEnum(a, b); });
        forBoth(m_from.sequences, m_to.sequences, [&](const Sequence &a, const Sequence &b) {
            if (a.options != b.options)
                m_changes.push_back(AlterSequence{&a, &b});
        });
        forBoth(m_from.tables, m_to.tables,
                [&](const Table &a, const Table &b) { compareTable(a, b, m_changes); });
        std::vector<const View *> anew;
        forBoth(m_from.views, m_to.views, [&](const View &a, const View &b) {
            if (a.definition != b.definition)
                anew.push_back(&b);
            else if (a.options != b.options || a.tablespace != b.tablespace ||
                     a.accessMethod != b.accessMethod)
                m_changes.push_back(AlterView{&a, &b});
        });
        for (const auto *view : anew) {
            m_changes.push_back(Drop{idOf(*view)});
            m_changes.push_back(CreateView{view});
        }
        addCreations();
        return std::move(m_changes);
    }

private:
    template<typename Object>
    static std::vector<const Object *> missing(const std::vector<Object> &here,
                                               const std::vector<Object> &there)
    {
        QSet<ObjectId> known;
        for (const auto &object : there)
            known.insert(idOf(object));
        std::vector<const Object *> found;
        for (const auto &object : here) {
            if (!known.contains(idOf(object)))
                found.push_back(&object);
        }
        return found;
    }

    template<typename Object, typename Compare>
    static void forBoth(const std::vector<Object> &from, const std::vector<Object> &to,
                        const Compare &compare)
    {
        QHash<ObjectId, const Object *> known;
        for (const auto &object : to)
            known.insert(idOf(object), &object);
        for (const auto &object : from) {
            if (const auto *other = known.value(idOf(object)))
                compare(object, *other);
        }
    }

    void compareRoles()
    {
        QHash<QString, const Role *> before;
        for (const auto &role : m_from.roles)
            before.insert(role.name, &role);
        for (const auto &role : m_to.roles) {
            const auto *known = before.take(role.name);
            if (!known)
                m_changes.push_back(CreateRole{&role});
            else if (*known != role)
                m_changes.push_back(AlterRole{known, &role});
        }
        for (const auto &role : m_from.roles) {
            if (before.contains(role.name))
                m_changes.push_back(Drop{{Kind::Role, {}, role.name}});
        }
    }

    /// Labels can be added anywhere; whatever else changes needs another type.
    void compareEnum(const Enum &from, const Enum &to)
    {
        if (from.labels == to.labels)
            return;
        qsizetype kept = 0;
        std::vector<AddEnumValue> added;
        for (const auto &label : to.labels) {
            if (kept < from.labels.size() && label == from.labels[kept])
                ++kept;
            else
                added.push_back({&to, label, from.labels.value(kept)});
        }
        if (kept < from.labels.size())
            m_changes.push_back(ReplaceEnum{&from, &to});
        else
            m_changes.insert(m_changes.end(), added.begin(), added.end());
    }
    void addCreations()
    {
        QSet<ObjectId> known;
        for (const auto &change : creationOf(m_from))
            known.insert(produces(change));
        for (auto &change : creationOf(m_to)) {
            const auto *relation = relationOf(change);
            const bool stays =
                relation && (known.contains({Kind::Table, relation->schema, relation->name}) ||
                             known.contains({Kind::View, relation->schema, relation->name}) ||
                             known.contains({Kind::MaterializedView, relation->schema, relation->name}));
            // What belongs to a table that stays was found when the tables were compared.
            if (!stays && !known.contains(produces(change)))
                m_changes.push_back(std::move(change));
        }
    }

    const Snapshot &m_from;
    const Snapshot &m_to;
    std::vector<Change> m_changes;
};

} // namespace

void replaceTypesInUse(std::vector<Change> &changes, const Snapshot &from, const Snapshot &to)
{
    const auto isUsed = [&](const AddEnumValue &added) {
        const auto type = quote(added.type->schema, added.type->name);
        auto label = added.label;
        const QString constant = u'\'' + label.replace(u'\'', u"''"_s) + u'\'';
        return std::any_of(to.tables.begin(), to.tables.end(), [&](const Table &table) {
            return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column &column) {
                const bool isArray = column.type.contains(u'[');
                return column.type.section(u'[', 0, 0) == type && column.defaultSql &&
                       column.defaultSql->contains(isArray ? added.label : constant);
            });
        });
    };
    QSet<const Enum *> used;
    for (const auto &change : changes) {
        const auto *added = std::get_if<AddEnumValue>(&change);
        if (added && isUsed(*added))
            used.insert(added->type);
    }
    std::erase_if(changes, [&](const Change &change) {
        const auto *added = std::get_if<AddEnumValue>(&change);
        return added && used.contains(added->type);
    });
    for (const auto &type : from.enums) {
        const auto now = std::find_if(used.begin(), used.end(),
                                      [&](const Enum *each) { return idOf(*each) == idOf(type); });
        if (now != used.end())
            changes.push_back(ReplaceEnum{&type, *now});
    }
}

std::vector<Change> changesBetween(const Snapshot &from, const Snapshot &to)
{
    return Comparison(from, to).run();
}

} // namespace squall::diff

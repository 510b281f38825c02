#include "core/drizzle/renamequestions.h"

#include "core/drizzle/catalogof.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

using About = RenameQuestion::About;

namespace {

using Items = std::vector<RenameItem>;

/// An object with the key under which the other snapshot would have it.
struct Keyed
{
    QString key;
    RenameItem item;
};
using KeyedItems = std::vector<Keyed>;

/// What the names of `"schema"."table"` are; all of it the table where that is not how it reads.
std::pair<QString, QString> namesIn(const QString &relation)
{
    QStringList names;
    QString name;
    bool quoted = false;
    for (qsizetype i = 0; i < relation.size(); ++i) {
        const auto c = relation[i];
        if (c == u'"' && quoted && i + 1 < relation.size() && relation[i + 1] == u'"')
            name += relation[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u'.' && !quoted)
            names << std::exchange(name, {});
        else
            name += c;
    }
    names << name;
    return names.size() == 2 ? std::pair(names[0], names[1]) : std::pair(u"public"_s, relation);
}

QString keyOf(const QString &schema, const QString &name)
{
    return schema + u'.' + name;
}

QString shownAs(const QString &schema, const QString &name)
{
    return schema == u"public" ? name : keyOf(schema, name);
}

template<typename Value>
KeyedItems named(const Members<Value> &members, const std::function<ObjectId(const QString &)> &id)
{
    KeyedItems items;
    for (const auto &[key, value] : members)
        items.push_back({key, {id(key), key}});
    return items;
}

Items missingIn(const KeyedItems &these, const KeyedItems &those)
{
    QSet<QString> keys;
    for (const auto &each : those)
        keys << each.key;
    Items missing;
    for (const auto &each : these) {
        if (!keys.contains(each.key))
            missing.push_back(each.item);
    }
    return missing;
}

class Asking
{
public:
    Asking(const Snapshot &from, const Snapshot &to, const AskRename &ask)
        : m_from(from)
        , m_to(to)
        , m_ask(ask)
    {
    }

    Result<diff::Renames> run()
    {
        for (const auto step :
             {&Asking::schemas, &Asking::enums, &Asking::sequences, &Asking::roles, &Asking::tables,
              &Asking::columns, &Asking::tablePolicies, &Asking::linkedPolicies, &Asking::views}) {
            if (auto done = (this->*step)(); !done)
                return done.error();
        }
        return m_renames;
    }

private:
    using Pairs = std::vector<std::pair<RenameItem, RenameItem>>;

    /// What was renamed to what, among those that only one side has.
    Result<Pairs> resolve(About about, const Items &created, Items deleted)
    {
        Pairs pairs;
        for (const auto &each : created) {
            if (deleted.empty())
                break;
            const auto answer = m_ask({about, each, deleted});
            if (!answer)
                return answer.error();
            if (!*answer || **answer >= deleted.size())
                continue;
            const auto chosen = deleted.begin() + static_cast<std::ptrdiff_t>(**answer);
            pairs.emplace_back(*chosen, each);
            deleted.erase(chosen);
        }
        return pairs;
    }

    Result<Pairs> resolve(About about, const KeyedItems &old, const KeyedItems &now)
    {
        return resolve(about, missingIn(now, old), missingIn(old, now));
    }

    void note(const Pairs &pairs)
    {
        for (const auto &[old, now] : pairs)
            m_renames.insert(old.id, now.id);
    }

    /// Under which name the new snapshot has a schema of the old one.
    QString schemaNow(const QString &schema) const
    {
        const auto name = schemaOf(schema);
        return m_renames.value({Kind::Schema, {}, name}, {Kind::Schema, {}, name}).name;
    }

    template<typename Value, typename KindOf>
    KeyedItems inSchemas(const Members<Value> &members, const KindOf &kindOf, bool old) const
    {
        KeyedItems items;
        for (const auto &[key, value] : members) {
            const auto schema = old ? schemaNow(value.schema) : schemaOf(value.schema);
            items.push_back(
                {keyOf(schema, value.name),
                 {{kindOf(value), schemaOf(value.schema), value.name}, shownAs(schema, value.name)}});
        }
        return items;
    }

    template<typename Value>
    Result<Done> resolveIn(About about, Kind kind, const Members<Value> &old, const Members<Value> &now)
    {
        const auto kindOf = [kind](const Value &) { return kind; };
        const auto pairs = resolve(about, inSchemas(old, kindOf, true), inSchemas(now, kindOf, false));
        if (!pairs)
            return pairs.error();
        note(*pairs);
        return Done{};
    }

    Result<Done> resolveNamed(About about, const KeyedItems &old, const KeyedItems &now)
    {
        const auto pairs = resolve(about, old, now);
        if (!pairs)
            return pairs.error();
        note(*pairs);
        return Done{};
    }

    Result<Done> schemas()
    {
        const auto id = [](const QString &name) { return ObjectId{Kind::Schema, {}, name}; };
        return resolveNamed(About::Schema, named(m_from.schemas, id), named(m_to.schemas, id));
    }
    Result<Done> enums() { return resolveIn(About::Enum, Kind::Enum, m_from.enums, m_to.enums); }
    Result<Done> sequences()
    {
        return resolveIn(About::Sequence, Kind::Sequence, m_from.sequences, m_to.sequences);
    }
    Result<Done> roles()
    {
        const auto id = [](const QString &name) { return ObjectId{Kind::Role, {}, name}; };
        return resolveNamed(About::Role, named(m_from.roles, id), named(m_to.roles, id));
    }

    Result<Done> tables()
    {
        if (auto done = resolveIn(About::Table, Kind::Table, m_from.tables, m_to.tables); !done)
            return done;
        for (const auto &[key, old] : m_from.tables) {
            const ObjectId id{Kind::Table, schemaOf(old.schema), old.name};
            const auto followed = ObjectId{Kind::Table, schemaNow(old.schema), old.name};
            const auto now = m_renames.value(id, followed);
            if (const auto *table = m_to.tables.find(keyOf(now.schema, now.name)))
                m_tables.push_back({id, now, &old, table});
        }
        return Done{};
    }

    template<typename Value>
    Result<Done> resolveParts(About about, Kind kind, Members<Value> Table::*parts)
    {
        for (const auto &each : m_tables) {
            const auto partOf = [kind](const ObjectId &table) {
                return [kind, table](const QString &name) {
                    return ObjectId{kind, table.schema, table.name, name};
                };
            };
            if (auto done = resolveNamed(about, named(each.old->*parts, partOf(each.id)),
                                         named(each.table->*parts, partOf(each.now)));
                !done)
                return done;
        }
        return Done{};
    }
    Result<Done> columns() { return resolveParts(About::Column, Kind::Column, &Table::columns); }
    Result<Done> tablePolicies() { return resolveParts(About::TablePolicy, Kind::Policy, &Table::policies); }

    Result<Done> linkedPolicies()
    {
        const auto idIn = [](const Members<Policy> &policies) {
            return [&policies](const QString &name) {
                const auto [schema, table] = namesIn(policies.find(name)->on.value_or(QString()));
                return ObjectId{Kind::Policy, schema, table, name};
            };
        };
        const auto pairs = resolve(About::LinkedPolicy, named(m_from.policies, idIn(m_from.policies)),
                                   named(m_to.policies, idIn(m_to.policies)));
        if (!pairs)
            return pairs.error();
        for (const auto &[old, now] : *pairs) {
            // A policy cannot go to another table.
            if (old.id.schema == now.id.schema && old.id.name == now.id.name)
                m_renames.insert(old.id, now.id);
        }
        return Done{};
    }

    Result<Done> views()
    {
        const auto kindOf = [](const View &view) {
            return view.materialized ? Kind::MaterializedView : Kind::View;
        };
        auto views = inSchemas(m_from.views, kindOf, true);
        // drizzle-kit does not take views along with a renamed schema, and calls them so.
        for (auto &view : views)
            view.item.shown = shownAs(view.item.id.schema, view.item.id.name);
        const auto pairs = resolve(About::View, views, inSchemas(m_to.views, kindOf, false));
        if (!pairs)
            return pairs.error();
        for (const auto &[old, now] : *pairs) {
            // What is a view on one side only is made anew, and others' views are not ours to rename.
            const bool ours = !m_from.views.find(keyOf(old.id.schema, old.id.name))->isExisting &&
                              !m_to.views.find(keyOf(now.id.schema, now.id.name))->isExisting;
            if (ours && old.id.kind == now.id.kind)
                m_renames.insert(old.id, now.id);
        }
        return Done{};
    }

    /// A table that both snapshots have.
    struct Paired
    {
        ObjectId id;
        ObjectId now;
        const Table *old = nullptr;
        const Table *table = nullptr;
    };

    const Snapshot &m_from;
    const Snapshot &m_to;
    const AskRename &m_ask;
    diff::Renames m_renames;
    std::vector<Paired> m_tables;
};

} // namespace

Result<diff::Renames> askRenames(const Snapshot &from, const Snapshot &to, const AskRename &ask)
{
    return Asking(from, to, ask).run();
}

} // namespace squall::drizzle

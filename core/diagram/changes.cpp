#include "core/diagram/changes.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace squall::diagram {

using namespace Qt::StringLiterals;
using catalog::Constraint;
using catalog::Table;

namespace {

QString sign(Fate fate)
{
    switch (fate) {
    case Fate::Added: return u"+ "_s;
    case Fate::Removed: return u"− "_s;
    case Fate::Altered: break;
    }
    return u"~ "_s;
}

/// A property that may be absent on either side.
QString turned(const QString &what, const QString &before, const QString &after)
{
    if (before.isEmpty())
        return sign(Fate::Added) + what + after;
    if (after.isEmpty())
        return sign(Fate::Removed) + what + before;
    return what + before + u" → "_s + after;
}

QStringList howColumn(const catalog::Column &before, const catalog::Column &after)
{
    QStringList how;
    if (before.type != after.type)
        how << before.type + u" → "_s + after.type;
    if (before.notNull != after.notNull)
        how << sign(after.notNull ? Fate::Added : Fate::Removed) + u"not null"_s;
    if (before.defaultSql != after.defaultSql)
        how << turned(u"default "_s, before.defaultSql.value_or(QString()),
                      after.defaultSql.value_or(QString()));
    if (before.comment != after.comment)
        how << u"~ comment"_s;
    if (how.isEmpty())
        how << u"~ options"_s;
    return how;
}

QString ruleOf(Constraint::Action action)
{
    switch (action) {
    case Constraint::Action::NoAction: return {};
    case Constraint::Action::Restrict: return u"restrict"_s;
    case Constraint::Action::Cascade: return u"cascade"_s;
    case Constraint::Action::SetNull: return u"set null"_s;
    case Constraint::Action::SetDefault: return u"set default"_s;
    }
    Q_UNREACHABLE();
}

QStringList howReference(const Reference &before, const Reference &after)
{
    QStringList how;
    if (before.name != after.name)
        how << before.name + u" → "_s + after.name;
    if (before.onUpdate != after.onUpdate)
        how << turned(u"on update "_s, ruleOf(before.onUpdate), ruleOf(after.onUpdate));
    if (before.onDelete != after.onDelete)
        how << turned(u"on delete "_s, ruleOf(before.onDelete), ruleOf(after.onDelete));
    if (before.optional != after.optional)
        how << sign(after.optional ? Fate::Removed : Fate::Added) + u"not null"_s;
    if (before.single != after.single)
        how << sign(after.single ? Fate::Added : Fate::Removed) + u"unique"_s;
    return how;
}

/// Additions, removals and alterations in a list of things with names.
template<typename Thing>
QStringList howNamed(const QString &what, const std::vector<Thing> &before, const std::vector<Thing> &after)
{
    const auto find = [](const std::vector<Thing> &things, const QString &name) {
        const auto found =
            std::find_if(things.begin(), things.end(), [&](const Thing &each) { return each.name == name; });
        return found == things.end() ? nullptr : &*found;
    };
    QStringList how;
    for (const auto &old : before) {
        if (!find(after, old.name))
            how << sign(Fate::Removed) + what + old.name;
    }
    for (const auto &now : after) {
        const auto *old = find(before, now.name);
        if (!old)
            how << sign(Fate::Added) + what + now.name;
        else if (*old != now)
            how << sign(Fate::Altered) + what + now.name;
    }
    return how;
}

/// Foreign keys are lines of their own, and NOT NULL is said of the column.
std::vector<Constraint> otherConstraints(const Table &table)
{
    std::vector<Constraint> others;
    for (const auto &each : table.constraints) {
        if (each.type != Constraint::Type::ForeignKey && each.type != Constraint::Type::NotNull)
            others.push_back(each);
    }
    return others;
}

/// The foreign keys of `table` that are in `other` by the same name and lead as there: what may be another is
/// when and how they are checked.
std::vector<Constraint> otherwise(const Table &table, const Table &other)
{
    const auto leads = [](const Constraint &each) {
        return std::tie(each.name, each.type, each.columns, each.referencedTable, each.referencedColumns,
                        each.onUpdate, each.onDelete, each.inheritedForeignKey);
    };
    std::vector<Constraint> same;
    for (const auto &each : table.constraints) {
        const auto alike = [&](const Constraint &one) { return leads(one) == leads(each); };
        if (each.type == Constraint::Type::ForeignKey && !each.inheritedForeignKey &&
            std::any_of(other.constraints.begin(), other.constraints.end(), alike))
            same.push_back(each);
    }
    return same;
}

/// What a diagram has no room for.
QStringList howTable(const Table &before, const Table &after)
{
    QStringList how;
    how += howNamed(u"constraint "_s, otherConstraints(before), otherConstraints(after));
    how += howNamed(u"foreign key "_s, otherwise(before, after), otherwise(after, before));
    how += howNamed(u"index "_s, before.indexes, after.indexes);
    how += howNamed(u"trigger "_s, before.triggers, after.triggers);
    how += howNamed(u"rule "_s, before.rules, after.rules);
    how += howNamed(u"policy "_s, before.policies, after.policies);
    if (before.rowSecurity != after.rowSecurity)
        how << sign(after.rowSecurity ? Fate::Added : Fate::Removed) + u"row level security"_s;
    if (before.comment != after.comment)
        how << u"~ comment"_s;
    if (before.owner != after.owner)
        how << u"owner "_s + before.owner + u" → "_s + after.owner;
    if (before.privileges != after.privileges)
        how << u"~ privileges"_s;
    return how;
}

QString keyOf(const ObjectId &id)
{
    return id.schema + QChar(0) + id.name;
}

QStringList namesOf(const Entity &entity, const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names << entity.columns[static_cast<std::size_t>(column)].name;
    return names;
}

const Entity &entityAt(const Diagram &diagram, int entity)
{
    return diagram.entities[static_cast<std::size_t>(entity)];
}

/// The same for a reference in either diagram.
QString keyOf(const Diagram &diagram, const Reference &reference)
{
    const auto &from = entityAt(diagram, reference.from);
    const auto &to = entityAt(diagram, reference.to);
    return QStringList{keyOf(from.id), namesOf(from, reference.columns).join(QChar(1)), keyOf(to.id),
                       namesOf(to, reference.toColumns).join(QChar(1))}
        .join(QChar(2));
}

QHash<QString, int> numbersOf(const Diagram &diagram)
{
    QHash<QString, int> numbers;
    for (std::size_t i = 0; i < diagram.entities.size(); ++i)
        numbers.insert(keyOf(diagram.entities[i].id), static_cast<int>(i));
    return numbers;
}

QHash<QString, const Reference *> referencesOf(const Diagram &diagram)
{
    QHash<QString, const Reference *> references;
    for (const auto &reference : diagram.references)
        references.insert(keyOf(diagram, reference), &reference);
    return references;
}

class Comparison
{
public:
    Comparison(const catalog::Snapshot &before, const catalog::Snapshot &after)
        : m_snapshots{&before, &after}
        , m_before(diagramOf(before))
        , m_after(diagramOf(after))
    {
    }

    Changes compare()
    {
        compareReferences();
        const auto then = numbersOf(m_before);
        const auto now = numbersOf(m_after);
        for (const auto &entity : m_before.entities) {
            if (!now.contains(keyOf(entity.id)))
                takeWhole(entity, Fate::Removed);
        }
        for (const auto &entity : m_after.entities) {
            const auto known = then.find(keyOf(entity.id));
            if (known == then.end())
                takeWhole(entity, Fate::Added);
            else
                compareEntities(entityAt(m_before, *known), entity);
        }
        std::sort(m_changes.begin(), m_changes.end(), [](const Change &one, const Change &other) {
            return std::tie(one.id, one.fate) < std::tie(other.id, other.fate);
        });
        return std::move(m_changes);
    }

private:
    void takeWhole(const Entity &entity, Fate fate)
    {
        m_changes.push_back({entity.id, fate});
        for (const auto &column : entity.columns)
            m_changes.push_back({catalog::partOf(entity.id, Kind::Column, column.name), fate});
    }

    void takeReference(const Diagram &diagram, const Reference &reference, Fate fate,
                       const QStringList &how = {})
    {
        const auto &from = entityAt(diagram, reference.from).id;
        m_touched.insert(keyOf(from), true);
        m_changes.push_back({catalog::partOf(from, Kind::Constraint, reference.name), fate, how});
    }

    void compareReferences()
    {
        const auto then = referencesOf(m_before);
        const auto now = referencesOf(m_after);
        for (const auto &reference : m_before.references) {
            if (!now.contains(keyOf(m_before, reference)))
                takeReference(m_before, reference, Fate::Removed);
        }
        for (const auto &reference : m_after.references) {
            const auto *old = then.value(keyOf(m_after, reference));
            if (!old)
                takeReference(m_after, reference, Fate::Added);
            else if (const auto how = howReference(*old, reference); !how.isEmpty())
                takeReference(m_after, reference, Fate::Altered, how);
        }
    }

    void compareEntities(const Entity &old, const Entity &now)
    {
        const auto *before = catalog::findTable(*m_snapshots.first, {old.id.schema, old.id.name});
        const auto *after = catalog::findTable(*m_snapshots.second, {now.id.schema, now.id.name});
        const auto first = m_changes.size();
        for (const auto &column : before->columns) {
            if (!catalog::findColumn(after->columns, column.name))
                m_changes.push_back({catalog::partOf(now.id, Kind::Column, column.name), Fate::Removed});
        }
        for (const auto &column : after->columns) {
            const auto *known = catalog::findColumn(before->columns, column.name);
            const auto id = catalog::partOf(now.id, Kind::Column, column.name);
            if (!known)
                m_changes.push_back({id, Fate::Added});
            else if (*known != column)
                m_changes.push_back({id, Fate::Altered, howColumn(*known, column)});
        }
        auto how = howTable(*before, *after);
        for (const auto &partition : old.partitions) {
            if (std::find(now.partitions.begin(), now.partitions.end(), partition) == now.partitions.end())
                how << sign(Fate::Removed) + u"partition "_s + partition.name;
        }
        for (const auto &partition : now.partitions) {
            if (std::find(old.partitions.begin(), old.partitions.end(), partition) == old.partitions.end())
                how << sign(Fate::Added) + u"partition "_s + partition.name;
        }
        const bool touched = m_changes.size() > first || m_touched.contains(keyOf(now.id));
        if (how.isEmpty() && !touched && *before != *after && !sameButForKeys(*before, *after))
            how << u"~ options"_s;
        if (!how.isEmpty() || touched)
            m_changes.push_back({now.id, Fate::Altered, how});
    }

    /// Foreign keys were compared as references.
    static bool sameButForKeys(Table before, Table after)
    {
        before.constraints.clear();
        after.constraints.clear();
        return before == after;
    }

    std::pair<const catalog::Snapshot *, const catalog::Snapshot *> m_snapshots;
    Diagram m_before;
    Diagram m_after;
    QHash<QString, bool> m_touched; ///< entities whose references have changed
    Changes m_changes;
};

/// What is gone stands behind what it stood behind.
void addGone(Entity &entity, const Entity &before)
{
    auto &columns = entity.columns;
    const auto find = [&](const QString &name) {
        return std::find_if(columns.begin(), columns.end(),
                            [&](const Column &each) { return each.name == name; });
    };
    auto place = columns.begin();
    for (const auto &column : before.columns) {
        const auto known = find(column.name);
        place = known != columns.end() ? known : columns.insert(place, column);
        ++place;
    }
}

std::vector<int> columnsBy(const Entity &entity, const QStringList &names)
{
    std::vector<int> columns;
    for (const auto &name : names) {
        const auto found = std::find_if(entity.columns.begin(), entity.columns.end(),
                                        [&](const Column &each) { return each.name == name; });
        columns.push_back(static_cast<int>(found - entity.columns.begin()));
    }
    return columns;
}

/// The reference of `from`, by the numbers of `to`, which has all that it stands on.
Reference translated(Reference reference, const Diagram &from, const Diagram &to,
                     const QHash<QString, int> &numbers)
{
    const auto &start = entityAt(from, reference.from);
    const auto &end = entityAt(from, reference.to);
    const auto columns = namesOf(start, reference.columns);
    const auto toColumns = namesOf(end, reference.toColumns);
    reference.from = numbers[keyOf(start.id)];
    reference.to = numbers[keyOf(end.id)];
    reference.columns = columnsBy(entityAt(to, reference.from), columns);
    reference.toColumns = columnsBy(entityAt(to, reference.to), toColumns);
    return reference;
}

} // namespace

Changes changesBetween(const catalog::Snapshot &before, const catalog::Snapshot &after)
{
    return Comparison(before, after).compare();
}

Diagram unionOf(const Diagram &before, const Diagram &after)
{
    Diagram both{.entities = after.entities, .references = {}};
    const auto known = numbersOf(after);
    for (const auto &entity : before.entities) {
        const auto now = known.find(keyOf(entity.id));
        if (now == known.end())
            both.entities.push_back(entity);
        else
            addGone(both.entities[static_cast<std::size_t>(*now)], entity);
    }
    std::stable_sort(both.entities.begin(), both.entities.end(), [](const Entity &one, const Entity &other) {
        return std::tie(one.id.schema, one.id.name) < std::tie(other.id.schema, other.id.name);
    });
    const auto numbers = numbersOf(both);
    for (const auto &reference : after.references)
        both.references.push_back(translated(reference, after, both, numbers));
    const auto there = referencesOf(after);
    for (const auto &reference : before.references) {
        if (!there.contains(keyOf(before, reference)))
            both.references.push_back(translated(reference, before, both, numbers));
    }
    return both;
}

} // namespace squall::diagram

#include "core/diff/alterationneeds.h"

#include "core/base/arraytype.h"
#include "core/base/quote.h"
#include "core/diff/findconstraint.h"
#include "core/diff/mentions.h"
#include "core/diff/needs.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <type_traits>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

bool isRelation(Kind kind)
{
    return kind == Kind::Table || kind == Kind::View || kind == Kind::MaterializedView;
}

/// What shares one name space: relations and types.
ObjectId nameOf(const ObjectId &id)
{
    if (!id.part.isEmpty())
        return id;
    switch (id.kind) {
    case Kind::Table:
    case Kind::ForeignTable:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Sequence:
    case Kind::Index:
    case Kind::Enum:
    case Kind::Domain:
    case Kind::Composite:
    case Kind::Range: return {Kind::Table, id.schema, id.name};
    default: return id;
    }
}

bool isKey(const Constraint &constraint)
{
    return constraint.type == Constraint::Type::PrimaryKey || constraint.type == Constraint::Type::Unique;
}

/// Whether a change is about what a column is, and which.
struct ColumnOf
{
    std::optional<ObjectId> operator()(const SetType &c) const { return id(*c.table, c.to->name); }
    std::optional<ObjectId> operator()(const ReplaceColumn &c) const { return id(*c.table, c.to->name); }
    std::optional<ObjectId> operator()(const AddColumn &c) const { return id(*c.table, c.column->name); }
    std::optional<ObjectId> operator()(const Rename &c) const
    {
        return c.to.kind == Kind::Column ? std::optional(c.to) : std::nullopt;
    }
    std::optional<ObjectId> operator()(const Drop &c) const
    {
        return c.id.kind == Kind::Column ? std::optional(c.id) : std::nullopt;
    }
    template<typename Other>
    std::optional<ObjectId> operator()(const Other &) const
    {
        return std::nullopt;
    }

    static ObjectId id(const Table &table, const QString &column)
    {
        return partOf(idOf(table), Kind::Column, column);
    }
};

/// Several numbers by one key.
template<typename Key>
class Numbers
{
public:
    void insert(const Key &key, int number) { m_lists[key].push_back(number); }
    std::vector<int> values(const Key &key) const { return m_lists.value(key); }

private:
    QHash<Key, std::vector<int>> m_lists;
};

class AlterationNeeds
{
public:
    AlterationNeeds(std::vector<std::vector<int>> &before, const std::vector<Change> &changes,
                    const Snapshot &from, const Snapshot &to)
        : m_before(before)
        , m_changes(changes)
        , m_from(from)
        , m_to(to)
    {
        for (std::size_t i = 0; i < changes.size(); ++i)
            note(static_cast<int>(i), changes[i]);
    }

    void run()
    {
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            m_number = static_cast<int>(i);
            const auto &change = m_changes[i];
            afterNames(change);
            if (!std::holds_alternative<Drop>(change))
                afterFreeingOf(produces(change), &change);
            std::visit(*this, change);
        }
        for (const auto &dependency : *m_from.dependencies)
            afterReaders(dependency);
        for (const auto &dependency : *m_to.dependencies)
            afterColumnsRead(dependency);
    }

    void operator()(const Rename &c) { afterTouching(c.from); }
    void operator()(const AddConstraint &c)
    {
        const auto id = idOf(*c.table);
        afterColumns(id, [&](const QString &column) {
            return c.constraint->columns.contains(column) || mentions(c.constraint->expression, column);
        });
        if (isKey(*c.constraint))
            afterFreeingOf({Kind::Index, c.table->schema, c.constraint->name});
        if (c.constraint->type != Constraint::Type::ForeignKey)
            return;
        const auto &target = c.constraint->referencedTable;
        const ObjectId there{Kind::Table, target.schema, target.name};
        afterTouching(there);
        afterColumns(there,
                     [&](const QString &column) { return c.constraint->referencedColumns.contains(column); });
    }
    void operator()(const CreateIndex &c)
    {
        afterTouching(idOf(*c.table));
        afterColumns(idOf(*c.table), [&](const QString &column) {
            return mentions(c.index->predicate, column) ||
                   std::any_of(c.index->keys.begin(), c.index->keys.end(), [&](const IndexKey &key) {
                       return key.column == column || mentions(key.expression, column);
                   });
        });
    }
    void operator()(const CreatePolicy &c) { afterWhatPolicyNeeds(*c.table, *c.policy); }
    void operator()(const AlterPolicy &c) { afterWhatPolicyNeeds(*c.table, *c.to); }
    void operator()(const AddColumn &c) { afterWhatColumnNeeds(*c.table, *c.column); }
    void operator()(const ReplaceColumn &c)
    {
        afterWhatColumnNeeds(*c.table, *c.to);
        afterObstacles(idOf(*c.table), c.to->name);
    }
    void operator()(const SetType &c)
    {
        afterWhatColumnNeeds(*c.table, *c.to);
        afterObstacles(idOf(*c.table), c.to->name);
    }
    void operator()(const SetDefault &c)
    {
        // No column of identity, nor a generated one, has a default.
        for (const int number : m_facts.values(partOf(idOf(*c.table), Kind::Column, c.column->name))) {
            if (std::holds_alternative<DropIdentity>(change(number)) ||
                std::holds_alternative<DropExpression>(change(number)))
                after(number);
        }
    }
    /// A new table gets a type that is replaced later, unless it asks for one of its new labels.
    void operator()(const CreateTable &c)
    {
        for (const int number : m_replacements) {
            if (usesNewLabel(*c.table, std::get<ReplaceEnum>(change(number))))
                after(number);
        }
    }
    void operator()(const DropNotNull &c)
    {
        for (const int number : m_facts.values(partOf(idOf(*c.table), Kind::Column, c.column->name))) {
            if (std::holds_alternative<DropIdentity>(change(number)))
                after(number);
        }
        for (const int number : m_drops.values(idOf(*c.table))) {
            const auto *key = findConstraint(m_from, std::get<Drop>(change(number)).id);
            if (key && key->type == Constraint::Type::PrimaryKey)
                after(number);
        }
    }
    void operator()(const ReplaceEnum &c) { afterLeaving(*c.from); }
    void operator()(const Drop &c)
    {
        switch (c.id.kind) {
        case Kind::Schema: afterLeavingSchema(c.id.name); break;
        case Kind::Role: afterPoliciesFor(c.id.name); break;
        case Kind::Enum: {
            const auto found = std::find_if(m_from.enums.begin(), m_from.enums.end(),
                                            [&](const Enum &each) { return idOf(each) == c.id; });
            if (found != m_from.enums.end())
                afterLeaving(*found);
            break;
        }
        case Kind::Index: afterTouching(m_tableOfIndex.value(c.id)); break;
        case Kind::Table: afterReferencesTo(c.id, {}); break;
        case Kind::Column:
            afterObstacles({Kind::Table, c.id.schema, c.id.name}, c.id.part);
            afterReferencesTo({Kind::Table, c.id.schema, c.id.name}, c.id.part);
            break;
        default: break;
        }
    }
    template<typename Other>
    void operator()(const Other &)
    {
    }

private:
    const Change &change(int number) const { return m_changes[static_cast<std::size_t>(number)]; }

    void note(int number, const Change &change)
    {
        const auto made = produces(change);
        if (const auto *drop = std::get_if<Drop>(&change)) {
            m_freed.insert(nameOf(drop->id), number);
            m_schemaLeft.insert(drop->id.schema, number);
            if (!drop->id.part.isEmpty())
                m_drops.insert({Kind::Table, drop->id.schema, drop->id.name}, number);
            m_exactDrops.insert(drop->id, number);
            // The index of a key goes with it.
            const auto *key = drop->id.kind == Kind::Constraint ? findConstraint(m_from, drop->id) : nullptr;
            if (key && isKey(*key)) {
                const ObjectId index{Kind::Index, drop->id.schema, key->name};
                m_freed.insert(nameOf(index), number);
                m_exactDrops.insert(index, number);
            }
            if (key && key->type == Constraint::Type::ForeignKey)
                m_referencesDropped.insert(
                    {Kind::Table, key->referencedTable.schema, key->referencedTable.name}, number);
            if (drop->id.kind == Kind::Index)
                noteIndexDrop(drop->id, number);
        } else if (!isCreation(change) || std::holds_alternative<AddColumn>(change) ||
                   made.kind == Kind::Schema || made.kind == Kind::Role) {
            m_touched.insert(made, number);
        }
        if (std::holds_alternative<ReplaceEnum>(change))
            m_replacements.push_back(number);
        if (std::holds_alternative<CreateEnum>(change) || std::holds_alternative<ReplaceEnum>(change))
            m_typesMade.push_back(number);
        if (const auto *policy = std::get_if<AlterPolicy>(&change))
            m_policiesAltered.insert(idOf(*policy->table), number);
        if (const auto *rename = std::get_if<Rename>(&change))
            m_freed.insert(nameOf(rename->from), number);
        if (const auto *move = std::get_if<Move>(&change)) {
            m_freed.insert(nameOf(move->from), number);
            m_schemaLeft.insert(move->from.schema, number);
        }
        if (const auto column = std::visit(ColumnOf{}, change))
            m_columns.insert({Kind::Table, column->schema, column->name}, number);
        else if (made.kind == Kind::Column)
            m_facts.insert(
                partOf({Kind::Table, made.schema, made.name}, Kind::Column, made.part.section(u'\n', 0, 0)),
                number);
    }
    void noteIndexDrop(const ObjectId &id, int number)
    {
        if (m_tableOfIndex.isEmpty()) {
            for (const auto &table : m_from.tables) {
                for (const auto &index : table.indexes)
                    m_tableOfIndex.insert(indexId(table.schema, index), idOf(table));
            }
        }
        m_drops.insert(m_tableOfIndex.value(id), number);
    }

    void after(int number)
    {
        if (number != m_number)
            m_before[static_cast<std::size_t>(m_number)].push_back(number);
    }
    void afterTouching(const ObjectId &id)
    {
        for (const int number : m_touched.values(id))
            after(number);
    }

    /// What it speaks of must have its name, and its place.
    void afterNames(const Change &change)
    {
        const auto id = produces(change);
        if (!id.schema.isEmpty())
            afterTouching({Kind::Schema, {}, id.schema});
        if (std::holds_alternative<Drop>(change))
            afterTouching(id);
        if (id.part.isEmpty())
            return;
        for (const Kind whole : {Kind::Table, Kind::View, Kind::MaterializedView, Kind::Enum})
            afterTouching({whole, id.schema, id.name});
        if (id.kind == Kind::Column || id.kind == Kind::Default) {
            const ObjectId column{Kind::Column, id.schema, id.name, id.part.section(u'\n', 0, 0)};
            if (column != id)
                afterTouching(column);
            for (const int number : m_touched.values(column)) {
                if (std::holds_alternative<Rename>(this->change(number)))
                    after(number);
            }
        }
    }

    /// `taking` is what takes the name; what only then happens to the same object does not free it.
    void afterFreeingOf(const ObjectId &id, const Change *taking = nullptr)
    {
        for (const int number : m_freed.values(nameOf(id))) {
            if (!taking || !followsUp(*taking, change(number)))
                after(number);
        }
    }
    /// Moved, then renamed; moved or renamed, then made anew under the new name.
    static bool followsUp(const Change &taking, const Change &next)
    {
        const auto *move = std::get_if<Move>(&taking);
        const auto *rename = std::get_if<Rename>(&next);
        if (move && rename)
            return rename->from == move->to;
        const auto *drop = std::get_if<Drop>(&next);
        return drop && (move || std::holds_alternative<Rename>(taking)) && drop->id == produces(taking);
    }

    template<typename Speaks>
    void afterColumns(const ObjectId &table, const Speaks &speaks)
    {
        for (const int number : m_columns.values(table)) {
            const auto column = *std::visit(ColumnOf{}, change(number));
            if (!std::holds_alternative<Drop>(change(number)) && speaks(column.part))
                after(number);
        }
    }

    void afterWhatPolicyNeeds(const Table &table, const Policy &policy)
    {
        afterTouching(idOf(table));
        afterColumns(idOf(table), [&](const QString &column) {
            return mentions(policy.usingSql, column) || mentions(policy.checkSql, column);
        });
        for (const auto &role : policy.roles)
            afterTouching({Kind::Role, {}, role});
    }

    void afterWhatColumnNeeds(const Table &table, const Column &column)
    {
        for (const int number : m_typesMade) {
            const auto *made = std::get_if<CreateEnum>(&change(number));
            const auto *type = made ? made->type : std::get<ReplaceEnum>(change(number)).to;
            if (quote(type->schema, type->name) == elementType(column.type))
                after(number);
        }
        for (const auto &type : m_to.enums) {
            if (quote(type.schema, type.name) == elementType(column.type))
                afterTouching(idOf(type));
        }
        if (column.generated == Column::Generated::No)
            return;
        afterColumns(idOf(table), [&](const QString &other) {
            return other != column.name && mentions(column.defaultSql.value_or(QString()), other);
        });
    }

    /// What has to go before a column can: that of the table which speaks of it.
    void afterObstacles(const ObjectId &table, const QString &column)
    {
        const auto *was = findTable(m_from, {table.schema, table.name});
        for (const int number : m_drops.values(table)) {
            const auto &id = std::get<Drop>(change(number)).id;
            if (id.kind != Kind::Column && was && speaksOf(*was, id, column))
                after(number);
        }
        for (const int number : m_policiesAltered.values(table)) {
            const auto &policy = *std::get<AlterPolicy>(change(number)).from;
            if (mentions(policy.usingSql, column) || mentions(policy.checkSql, column))
                after(number);
        }
        // A generated column that reads it.
        for (const int number : m_columns.values(table)) {
            const auto *drop = std::get_if<Drop>(&change(number));
            const auto *other = drop && was ? findColumn(was->columns, drop->id.part) : nullptr;
            if (other && other->name != column && other->generated != Column::Generated::No &&
                mentions(other->defaultSql.value_or(QString()), column))
                after(number);
        }
    }
    static bool speaksOf(const Table &table, const ObjectId &id, const QString &column)
    {
        for (const auto &constraint : table.constraints) {
            if (id.kind == Kind::Constraint && constraint.name == id.part &&
                constraint.columns.contains(column))
                return true;
        }
        for (const auto &index : table.indexes) {
            if (id.kind == Kind::Index && index.name == id.name &&
                std::any_of(index.keys.begin(), index.keys.end(),
                            [&](const IndexKey &key) { return key.column == column; }))
                return true;
        }
        return textSpeaksOf(table, id, column);
    }
    static bool textSpeaksOf(const Table &table, const ObjectId &id, const QString &column)
    {
        for (const auto &constraint : table.constraints) {
            if (id.kind == Kind::Constraint && constraint.name == id.part)
                return mentions(constraint.expression, column);
        }
        for (const auto &policy : table.policies) {
            if (id.kind == Kind::Policy && policy.name == id.part)
                return mentions(policy.usingSql, column) || mentions(policy.checkSql, column);
        }
        for (const auto &index : table.indexes) {
            if (id.kind == Kind::Index && index.name == id.name)
                return mentions(index.predicate, column) ||
                       std::any_of(index.keys.begin(), index.keys.end(),
                                   [&](const IndexKey &key) { return mentions(key.expression, column); });
        }
        return false;
    }

    /// Foreign keys that point to a table, or to a column of it.
    void afterReferencesTo(const ObjectId &table, const QString &column)
    {
        for (const int number : m_referencesDropped.values(table)) {
            const auto *key = findConstraint(m_from, std::get<Drop>(change(number)).id);
            if (key && (column.isEmpty() || key->referencedColumns.contains(column)))
                after(number);
        }
    }

    /// A type only goes when no column has it any more.
    void afterLeaving(const Enum &type)
    {
        const auto name = quote(type.schema, type.name);
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            const auto number = static_cast<int>(i);
            const auto &each = m_changes[i];
            if (const auto *set = std::get_if<SetType>(&each)) {
                if (elementType(set->from->type) == name && elementType(set->to->type) != name)
                    after(number);
            } else if (const auto *drop = std::get_if<Drop>(&each)) {
                if (drop->id.kind == Kind::Table && hasColumnOf(drop->id, {}, name))
                    after(number);
                if (drop->id.kind == Kind::Column && hasColumnOf(drop->id, drop->id.part, name))
                    after(number);
                // Its text holds labels of the type.
                const auto table = drop->id.kind == Kind::Index
                                       ? m_tableOfIndex.value(drop->id)
                                       : ObjectId{Kind::Table, drop->id.schema, drop->id.name};
                const auto *was = findTable(m_from, {table.schema, table.name});
                if (was && textMentions(*was, drop->id, name))
                    after(number);
            }
        }
    }
    static bool usesNewLabel(const Table &table, const ReplaceEnum &replaced)
    {
        const auto type = quote(replaced.to->schema, replaced.to->name);
        return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column &column) {
            return elementType(column.type) == type && column.defaultSql &&
                   std::any_of(replaced.to->labels.begin(), replaced.to->labels.end(),
                               [&](const QString &label) {
                                   return !replaced.from->labels.contains(label) &&
                                          column.defaultSql->contains(label);
                               });
        });
    }
    /// Whether an expression of a part speaks of a column that has a type.
    static bool textMentions(const Table &table, const ObjectId &id, const QString &type)
    {
        return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column &column) {
            return elementType(column.type) == type && textSpeaksOf(table, id, column.name);
        });
    }
    bool hasColumnOf(const ObjectId &table, const QString &column, const QString &type) const
    {
        const auto *was = findTable(m_from, {table.schema, table.name});
        return was && std::any_of(was->columns.begin(), was->columns.end(), [&](const Column &each) {
                   return (column.isEmpty() || each.name == column) && elementType(each.type) == type;
               });
    }

    void afterLeavingSchema(const QString &schema)
    {
        for (const int number : m_schemaLeft.values(schema))
            after(number);
    }

    void afterPoliciesFor(const QString &role)
    {
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            const auto *altered = std::get_if<AlterPolicy>(&m_changes[i]);
            if (altered && altered->from->roles.contains(role))
                after(static_cast<int>(i));
            const auto *drop = std::get_if<Drop>(&m_changes[i]);
            if (!drop || (drop->id.kind != Kind::Policy && drop->id.kind != Kind::Table))
                continue;
            const auto *table = findTable(m_from, {drop->id.schema, drop->id.name});
            if (table && std::any_of(table->policies.begin(), table->policies.end(), [&](const Policy &each) {
                    return each.roles.contains(role) &&
                           (drop->id.part.isEmpty() || drop->id.part == each.name);
                }))
                after(static_cast<int>(i));
        }
    }

    /// What reads something goes before it does, and before its columns change.
    void afterReaders(const Dependency &dependency)
    {
        const auto readers = m_exactDrops.values(dependency.object);
        if (readers.empty())
            return;
        auto changed = m_exactDrops.values(dependency.needs);
        if (isRelation(dependency.needs.kind)) {
            for (const int number : m_columns.values(dependency.needs)) {
                if (!std::holds_alternative<AddColumn>(change(number)) &&
                    !std::holds_alternative<Rename>(change(number)) && isRelation(dependency.object.kind))
                    changed.push_back(number);
            }
        }
        for (const int number : changed) {
            m_number = number;
            for (const int reader : readers)
                after(reader);
        }
        // A type that is replaced changes the columns that have it.
        if (const auto *table = findTable(m_from, {dependency.needs.schema, dependency.needs.name})) {
            for (const int replacement : m_replacements) {
                const auto &type = *std::get<ReplaceEnum>(change(replacement)).from;
                if (!hasColumnOf(idOf(*table), {}, quote(type.schema, type.name)))
                    continue;
                m_number = replacement;
                for (const int reader : readers)
                    after(reader);
            }
        }
    }

    void afterColumnsRead(const Dependency &dependency)
    {
        if (!isRelation(dependency.needs.kind) || !isRelation(dependency.object.kind))
            return;
        const auto columns = m_columns.values(dependency.needs);
        const auto touched = m_touched.values(dependency.needs);
        if (columns.empty() && touched.empty())
            return;
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            const auto *view = std::get_if<CreateView>(&m_changes[i]);
            if (!view || idOf(*view->view) != dependency.object)
                continue;
            m_number = static_cast<int>(i);
            for (const int number : columns)
                after(number);
            for (const int number : touched)
                after(number);
        }
    }

    std::vector<std::vector<int>> &m_before;
    const std::vector<Change> &m_changes;
    const Snapshot &m_from;
    const Snapshot &m_to;
    int m_number = 0;
    Numbers<ObjectId> m_touched; ///< by what is renamed, moved or altered, and schemas and roles made
    Numbers<ObjectId> m_freed;   ///< by the name that nothing has any more
    Numbers<QString> m_schemaLeft;
    Numbers<ObjectId> m_exactDrops;
    Numbers<ObjectId> m_drops;             ///< of a table's parts, by table
    Numbers<ObjectId> m_columns;           ///< what columns are, by table
    Numbers<ObjectId> m_facts;             ///< about one column
    Numbers<ObjectId> m_referencesDropped; ///< by the table that they point to
    QHash<ObjectId, ObjectId> m_tableOfIndex;
    std::vector<int> m_replacements;     ///< of enums
    std::vector<int> m_typesMade;        ///< enums, new or replaced
    Numbers<ObjectId> m_policiesAltered; ///< by table
};

struct IsCreation
{
    template<typename Made>
    bool operator()(const Made &) const
    {
        return !(std::is_same_v<Made, Rename> || std::is_same_v<Made, Move> || std::is_same_v<Made, Drop> ||
                 requires(Made c) { c.from; } || std::is_same_v<Made, AddEnumValue> ||
                 std::is_same_v<Made, DropDefault> || std::is_same_v<Made, SetNotNull> ||
                 std::is_same_v<Made, DropNotNull> || std::is_same_v<Made, AddIdentity> ||
                 std::is_same_v<Made, DropIdentity> || std::is_same_v<Made, DropExpression> ||
                 std::is_same_v<Made, SetRowSecurity>);
    }
};

} // namespace

bool isCreation(const Change &change)
{
    return std::visit(IsCreation{}, change);
}

void addNeedsOfAlterations(std::vector<std::vector<int>> &before, const std::vector<Change> &changes,
                           const Snapshot &from, const Snapshot &to)
{
    AlterationNeeds(before, changes, from, to).run();
}

} // namespace squall::diff

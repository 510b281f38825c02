#include "core/diff/comparetable.h"

#include "core/diff/compare.h"

#include <QHash>

#include <algorithm>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

template<typename Part>
QHash<QString, const Part *> byName(const std::vector<Part> &parts)
{
    QHash<QString, const Part *> found;
    for (const auto &part : parts)
        found.insert(part.name, &part);
    return found;
}

const Constraint *primaryKeyOf(const Table &table)
{
    const auto found = std::find_if(table.constraints.begin(), table.constraints.end(), [](const auto &each) {
        return each.type == Constraint::Type::PrimaryKey;
    });
    return found == table.constraints.end() ? nullptr : &*found;
}

/// Whether rows with NULL are different, which only the index of a constraint knows.
bool nullsNotDistinct(const Table &table, const QString &constraint)
{
    return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const Index &index) {
        return index.constraint == constraint && index.nullsNotDistinct;
    });
}

class TableComparison
{
public:
    TableComparison(const Table &from, const Table &to, std::vector<Change> &changes)
        : m_from(from)
        , m_to(to)
        , m_id(idOf(to))
        , m_changes(changes)
    {
    }

    void run()
    {
        compareColumns();
        comparePrimaryKeys();
        compareConstraints();
        compareIndexes();
        comparePolicies();
        if (m_from.rowSecurity != m_to.rowSecurity)
            add(SetRowSecurity{&m_to, m_to.rowSecurity});
    }

private:
    void add(Change change) { m_changes.push_back(std::move(change)); }
    void drop(Kind kind, const QString &part) { add(Drop{partOf(m_id, kind, part)}); }

    void compareColumns()
    {
        const auto now = byName(m_to.columns);
        for (const auto &column : m_from.columns) {
            if (const auto *other = now.value(column.name))
                compareColumn(column, *other);
            else
                drop(Kind::Column, column.name);
        }
        const auto before = byName(m_from.columns);
        for (const auto &column : m_to.columns) {
            if (!before.contains(column.name))
                add(AddColumn{&m_to, &column});
        }
    }

    void compareColumn(const Column &from, const Column &to)
    {
        const bool wasGenerated = from.generated != Column::Generated::No;
        const bool isGenerated = to.generated != Column::Generated::No;
        if (isGenerated && (!wasGenerated || from.defaultSql != to.defaultSql)) {
            add(ReplaceColumn{&m_to, &from, &to});
            return;
        }
        if (!isSameType(from.type, to.type))
            add(SetType{&m_to, &from, &to});
        if (wasGenerated && !isGenerated)
            add(DropExpression{&m_to, &to});
        const auto before = wasGenerated ? std::nullopt : from.defaultSql;
        if (!isGenerated && before != to.defaultSql) {
            if (to.defaultSql)
                add(SetDefault{&m_to, &to});
            else
                add(DropDefault{&m_to, &to});
        }
        if (!from.notNull && to.notNull)
            add(SetNotNull{&m_to, &to});
        if (from.notNull && !to.notNull)
            add(DropNotNull{&m_to, &to});
        compareIdentity(from, to);
    }

    void compareIdentity(const Column &from, const Column &to)
    {
        if (!from.identity && to.identity)
            add(AddIdentity{&m_to, &to});
        else if (from.identity && !to.identity)
            add(DropIdentity{&m_to, &to});
        else if (from.identity &&
                 (from.identity->always != to.identity->always || differ(*from.identity, *to.identity)))
            add(AlterIdentity{&m_to, &from, &to});
    }
    /// The type of what counts follows that of the column.
    static bool differ(const Identity &one, const Identity &other)
    {
        auto same = one.options;
        same.type = other.options.type;
        return same != other.options;
    }

    void comparePrimaryKeys()
    {
        const auto *before = primaryKeyOf(m_from);
        const auto *now = primaryKeyOf(m_to);
        if (before && now && before->columns == now->columns)
            return;
        if (before)
            drop(Kind::Constraint, before->name);
        if (now)
            add(AddConstraint{&m_to, now});
    }

    void compareConstraints()
    {
        const auto now = byName(m_to.constraints);
        const auto before = byName(m_from.constraints);
        for (const auto &constraint : m_from.constraints) {
            if (constraint.type == Constraint::Type::PrimaryKey)
                continue;
            const auto *other = now.value(constraint.name);
            if (!other || !isSame(constraint, *other))
                drop(Kind::Constraint, constraint.name);
        }
        for (const auto &constraint : m_to.constraints) {
            if (constraint.type == Constraint::Type::PrimaryKey)
                continue;
            const auto *other = before.value(constraint.name);
            if (!other || !isSame(*other, constraint))
                add(AddConstraint{&m_to, &constraint});
        }
    }
    bool isSame(const Constraint &from, const Constraint &to) const
    {
        return from == to && nullsNotDistinct(m_from, from.name) == nullsNotDistinct(m_to, to.name);
    }

    void compareIndexes()
    {
        const auto now = byName(m_to.indexes);
        const auto before = byName(m_from.indexes);
        const auto changed = [](const Index &index, const Index *other) {
            return index.constraint.isEmpty() && (!other || !other->constraint.isEmpty() || *other != index);
        };
        for (const auto &index : m_from.indexes) {
            if (changed(index, now.value(index.name)))
                add(Drop{indexId(m_to.schema, index)});
        }
        for (const auto &index : m_to.indexes) {
            if (changed(index, before.value(index.name)))
                add(CreateIndex{&m_to, &index});
        }
    }

    void comparePolicies()
    {
        const auto now = byName(m_to.policies);
        const auto before = byName(m_from.policies);
        for (const auto &policy : m_from.policies) {
            const auto *other = now.value(policy.name);
            if (other && *other != policy && mayAlter(policy, *other))
                add(AlterPolicy{&m_to, &policy, other});
            else if (!other || *other != policy)
                drop(Kind::Policy, policy.name);
        }
        for (const auto &policy : m_to.policies) {
            const auto *other = before.value(policy.name);
            if (!other || (*other != policy && !mayAlter(*other, policy)))
                add(CreatePolicy{&m_to, &policy});
        }
    }
    /// ALTER POLICY changes neither command nor kind, and takes no condition away.
    static bool mayAlter(const Policy &from, const Policy &to)
    {
        return from.command == to.command && from.permissive == to.permissive &&
               (from.usingSql.isEmpty() || !to.usingSql.isEmpty()) &&
               (from.checkSql.isEmpty() || !to.checkSql.isEmpty());
    }

    const Table &m_from;
    const Table &m_to;
    ObjectId m_id;
    std::vector<Change> &m_changes;
};

} // namespace

bool isSameType(QStringView one, QStringView other)
{
    if (one == other)
        return true;
    const auto plain = [](QStringView type) { return type.toString().replace(u" ("_s, u"("_s); };
    return plain(one) == plain(other);
}

void compareTable(const Table &from, const Table &to, std::vector<Change> &changes)
{
    TableComparison(from, to, changes).run();
}

} // namespace squall::diff

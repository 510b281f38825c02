#include "core/drizzle/kitrules.h"

#include "core/base/quote.h"
#include "core/drizzle/alterstatements.h"
#include "core/drizzle/catalogof.h"
#include "core/drizzle/defaults.h"
#include "core/drizzle/statements.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <type_traits>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("squall::drizzle", text);
}

class Rules
{
public:
    Rules(diff::Difference &difference, const OldObjects &old, const Snapshot &to)
        : m_difference(difference)
        , m_old(old)
        , m_to(to)
    {
    }

    QStringList apply()
    {
        keepDeclaredNotNulls();
        keepSameMoments();
        leaveExistingViews();
        const bool altered = std::any_of(m_difference.changes.begin(), m_difference.changes.end(),
                                         [&](const auto &change) { return altersTable(change); }) ||
                             switchesFlag();
        std::erase_if(m_difference.changes, [](const auto &change) {
            return std::holds_alternative<diff::SetRowSecurity>(change);
        });
        if (altered)
            switchRowSecurity();
        return m_notes;
    }

private:
    const Table *now(const catalog::Table &table) const
    {
        return m_to.tables.find(table.schema + u'.' + table.name);
    }

    /// A key and an identity make their columns NOT NULL, and leave them so when they go.
    void keepDeclaredNotNulls()
    {
        QSet<const catalog::Table *> losesIdentity;
        QSet<const catalog::Column *> replaced;
        std::erase_if(m_difference.changes, [&](const diff::Change &change) {
            if (const auto *drop = std::get_if<diff::DropIdentity>(&change))
                losesIdentity.insert(drop->table);
            if (const auto *replace = std::get_if<diff::ReplaceColumn>(&change))
                replaced.insert(replace->to);
            return std::holds_alternative<diff::SetNotNull>(change) ||
                   std::holds_alternative<diff::DropNotNull>(change);
        });
        for (const auto &table : m_difference.to->tables) {
            const auto *was = catalog::findTable(*m_difference.from, {table.schema, table.name});
            if (!was)
                continue;
            for (const auto &column : table.columns) {
                const auto *before = catalog::findColumn(was->columns, column.name);
                if (before && !replaced.contains(&column))
                    declareNotNull(table, *before, column, losesIdentity.contains(&table));
            }
        }
    }
    void declareNotNull(const catalog::Table &table, const catalog::Column &before,
                        const catalog::Column &column, bool losesIdentity)
    {
        const bool was = wasDeclared(table, column);
        const bool is = isDeclared(table, column);
        if (is && !was)
            m_difference.changes.push_back(diff::SetNotNull{&table, &column});
        else if (was && !is && !column.notNull && !losesIdentity)
            m_difference.changes.push_back(diff::DropNotNull{&table, &column});
        else if (before.notNull && !column.notNull)
            m_notes << tr("%1 stays NOT NULL in the database, as drizzle-kit leaves it.")
                           .arg(idOf(table, column).text());
    }
    static ObjectId idOf(const catalog::Table &table, const catalog::Column &column)
    {
        return catalog::partOf(catalog::idOf(table), Kind::Column, column.name);
    }
    bool isDeclared(const catalog::Table &table, const catalog::Column &column) const
    {
        return now(table)->columns.find(column.name)->notNull;
    }
    bool wasDeclared(const catalog::Table &table, const catalog::Column &column) const
    {
        const auto *before = m_old.column(idOf(table, column));
        return before && before->notNull;
    }

    /// A date and a text are the same default, however each is spelled.
    void keepSameMoments()
    {
        std::erase_if(m_difference.changes, [&](const diff::Change &change) {
            const auto *set = std::get_if<diff::SetDefault>(&change);
            const auto *before = set ? m_old.column(idOf(*set->table, *set->column)) : nullptr;
            return before && before->defaultValue && before->type != set->column->type &&
                   set->column->type.startsWith(u"timestamp") && !set->column->type.contains(u" with ") &&
                   moment(defaultSql(*before->defaultValue)) == moment(*set->column->defaultSql);
        });
    }
    /// Without what a timestamp without a zone does not read.
    static QString moment(QString constant)
    {
        static const QRegularExpression iso(u"^'(\\d{4}-\\d\\d-\\d\\d)T([\\d:.]+)Z'$"_s);
        return constant.replace(iso, u"'\\1 \\2'"_s);
    }

    /// A view that is now somebody else's is left alone; one that was is made anew.
    void leaveExistingViews()
    {
        std::erase_if(m_difference.changes, [&](const diff::Change &change) {
            const auto *drop = std::get_if<diff::Drop>(&change);
            const auto *view = drop ? m_to.views.find(drop->id.schema + u'.' + drop->id.name) : nullptr;
            return view && view->isExisting &&
                   (drop->id.kind == Kind::View || drop->id.kind == Kind::MaterializedView);
        });
        std::vector<diff::Change> drops;
        for (const auto &change : m_difference.changes) {
            const auto *made = std::get_if<diff::CreateView>(&change);
            const auto *before = made ? m_old.view(catalog::idOf(*made->view)) : nullptr;
            if (before && before->isExisting)
                drops.push_back(diff::Drop{catalog::idOf(*made->view)});
        }
        m_difference.changes.insert(m_difference.changes.end(), drops.begin(), drops.end());
    }

    /// Whether drizzle-kit calls the table altered that a change is about.
    bool altersTable(const diff::Change &change) const
    {
        const auto isOld = [&](const ObjectId &table) {
            return m_old.table(table) && m_to.tables.contains(table.schema + u'.' + table.name);
        };
        const auto answer = [&](const auto &c) {
            using Changed = std::decay_t<decltype(c)>;
            if constexpr (std::is_same_v<Changed, diff::Drop>)
                return c.id.kind == Kind::Index || (!c.id.part.isEmpty() && c.id.kind != Kind::Column &&
                                                    isOld({Kind::Table, c.id.schema, c.id.name}));
            else if constexpr (requires { c.table; } && !std::is_same_v<Changed, diff::AddColumn>)
                return c.table && isOld(catalog::idOf(*c.table));
            else
                return false;
        };
        return std::visit(answer, change);
    }

    /// Whether a flag says something else now, even where policies switch it on anyway.
    bool switchesFlag() const
    {
        return std::any_of(m_to.tables.begin(), m_to.tables.end(), [&](const auto &entry) {
            const auto *before = m_old.table(drizzle::idOf(entry.second));
            return before && before->isRlsEnabled != entry.second.isRlsEnabled;
        });
    }

    void switchRowSecurity()
    {
        for (const auto &table : m_difference.to->tables) {
            const auto *before = m_old.table(catalog::idOf(table));
            const auto *after = now(table);
            if (before && after)
                switchRowSecurity(table, *before, *after);
        }
        // Nothing to do for a table that goes; drizzle-kit says it all the same.
        for (const auto &table : m_difference.from->tables) {
            const auto *before = m_old.table(catalog::idOf(table));
            if (!now(table) && before && !before->isRlsEnabled)
                m_difference.changes.push_back(diff::SetRowSecurity{&table, false});
        }
    }
    void switchRowSecurity(const catalog::Table &table, const Table &before, const Table &after)
    {
        const bool has = !after.policies.empty();
        const bool had = !before.policies.empty();
        const bool on = (!had && has && !after.isRlsEnabled) || (after.isRlsEnabled && !before.isRlsEnabled);
        const bool off = !has && !after.isRlsEnabled && (had || before.isRlsEnabled);
        if (on || off)
            m_difference.changes.push_back(diff::SetRowSecurity{&table, on});
    }

    diff::Difference &m_difference;
    const OldObjects &m_old;
    const Snapshot &m_to;
    QStringList m_notes;
};

} // namespace

QStringList keepToKit(diff::Difference &difference, const OldObjects &old, const Snapshot &to)
{
    return Rules(difference, old, to).apply();
}

QStringList linkedPolicies(const Snapshot &from, const Snapshot &to, const diff::Renames &renames)
{
    QStringList renamed;
    QStringList dropped;
    QStringList created;
    QStringList altered;
    Members<Policy> before;
    for (const auto &[key, policy] : from.policies) {
        if (!policy.on)
            continue;
        auto known = policy;
        for (auto rename = renames.cbegin(); rename != renames.cend(); ++rename) {
            const auto &id = rename.key();
            if (id.kind != Kind::Policy || id.part != policy.name || !to.policies.contains(rename->part) ||
                from.policies.contains(rename->part))
                continue;
            known.name = rename->part;
            renamed << u"ALTER POLICY "_s + quoteAlways(policy.name) + u" ON "_s + *policy.on +
                           u" RENAME TO "_s + quoteAlways(known.name) + u';';
        }
        before.set(known.name, known);
    }
    for (const auto &[key, policy] : before) {
        const auto *now = to.policies.find(key);
        if (!now || !now->on)
            dropped << dropPolicy(*policy.on, policy.name);
    }
    for (const auto &[key, policy] : to.policies) {
        if (!policy.on)
            continue;
        const auto *old = before.find(key);
        if (!old) {
            created << createPolicy(*policy.on, policy);
            continue;
        }
        if (*old == policy)
            continue;
        const bool mayAlter = old->as == policy.as && old->forCommand == policy.forCommand &&
                              old->on == policy.on && (!old->usingClause || policy.usingClause) &&
                              (!old->withCheck || policy.withCheck);
        if (mayAlter) {
            altered << alterPolicy(*policy.on, policy);
        } else {
            dropped << dropPolicy(*old->on, old->name);
            created << createPolicy(*policy.on, policy);
        }
    }
    return renamed + dropped + created + altered;
}

} // namespace squall::drizzle

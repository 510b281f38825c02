#include "models/editrules.h"

#include "core/edit/target.h"
#include "core/edit/viewsource.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace squall::models {

using namespace Qt::StringLiterals;
using catalog::Snapshot;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::EditRules)
};

/// The user and every role whose rights the user has without asking.
std::set<QString> rolesOf(const Snapshot &snapshot)
{
    std::set<QString> known;
    std::vector<QString> next{snapshot.database->user};
    while (!next.empty()) {
        const auto name = next.back();
        next.pop_back();
        if (!known.insert(name).second)
            continue;
        const auto role = std::find_if(snapshot.roles.begin(), snapshot.roles.end(),
                                       [&](const catalog::Role &r) { return r.name == name; });
        if (role == snapshot.roles.end())
            continue;
        for (const auto &membership : role->memberOf) {
            if (role->inherit && membership.inherit)
                next.push_back(membership.role);
        }
    }
    return known;
}

/// Whether the rights that were granted, or come with ownership, hold one of these roles.
class Rights
{
public:
    Rights(const Snapshot &snapshot, const catalog::Object &object)
        : m_roles(rolesOf(snapshot))
        , m_object(object)
        , m_everything(snapshot.database->superuser || m_roles.contains(u"pg_write_all_data"_s))
    {
    }

    bool may(const QString &right) const
    {
        const auto &[granted, revoked] = m_object.privileges;
        const auto taken = [&](const catalog::Privilege &p) {
            return p.right == right && p.grantee == m_object.owner;
        };
        const bool owner =
            m_roles.contains(m_object.owner) && std::none_of(revoked.begin(), revoked.end(), taken);
        return m_everything || owner || isAmong(granted, right);
    }
    bool may(const QString &right, const catalog::Column &column) const
    {
        return may(right) || isAmong(column.rights().granted, right);
    }

private:
    bool isAmong(const std::vector<catalog::Privilege> &granted, const QString &right) const
    {
        return std::any_of(granted.begin(), granted.end(), [&](const catalog::Privilege &p) {
            return p.right == right && (p.grantee.isEmpty() || m_roles.contains(p.grantee));
        });
    }

    std::set<QString> m_roles;
    const catalog::Object &m_object;
    bool m_everything;
};

QString noRight(const Snapshot &snapshot, const QString &right, const RowSource &source)
{
    return Text::tr("%1 has no %2 right on %3.").arg(snapshot.database->user, right, source.id.text());
}

QString defaultOf(const Snapshot &snapshot, const catalog::Column &column)
{
    if (column.identity)
        return u"identity"_s;
    if (column.defaultSql)
        return *column.defaultSql;
    const auto domain =
        std::find_if(snapshot.domains.begin(), snapshot.domains.end(), [&](const catalog::Domain &d) {
            return column.type == d.name || column.type == d.schema + u'.' + d.name;
        });
    return domain == snapshot.domains.end() ? QString() : domain->defaultSql.value_or(QString());
}

EditRules::Column rulesOf(const Snapshot &snapshot, const RowSource &source, const Rights &rights,
                          const catalog::Column &column)
{
    EditRules::Column rules{.nullable = !column.notNull,
                            .defaultSql = defaultOf(snapshot, column),
                            .copied = !column.identity && !source.key.contains(column.name)};
    if (column.generated != catalog::Column::Generated::No) {
        rules.updating = Text::tr("%1 is generated: the server computes it.").arg(column.name);
        rules.inserting = rules.updating;
        rules.copied = false;
        return rules;
    }
    const bool isComputed = !edit::writesThroughTriggers(snapshot, source.id) &&
                            !edit::originOf(snapshot, source.id, column.name);
    if (isComputed) {
        rules.updating = Text::tr("%1 is computed by the view.").arg(column.name);
        rules.inserting = rules.updating;
        rules.copied = false;
        return rules;
    }
    if (column.identity && column.identity->always) {
        rules.updating = Text::tr("%1 is an identity column: the server numbers it.").arg(column.name);
        rules.inserting = rules.updating;
        return rules;
    }
    const auto refused = [&](const QString &right) {
        return Text::tr("%1 has no %2 right on the column %3.")
            .arg(snapshot.database->user, right, column.name);
    };
    if (!rights.may(u"UPDATE"_s, column))
        rules.updating = refused(u"UPDATE"_s);
    if (!rights.may(u"INSERT"_s, column))
        rules.inserting = refused(u"INSERT"_s);
    return rules;
}

/// Why nothing in it can ever be edited.
QString kindRefusal(const Snapshot &snapshot, const RowSource &source)
{
    const auto name = source.id.text();
    const auto *table = catalog::findTable(snapshot, {source.id.schema, source.id.name});
    const auto *view = catalog::findView(snapshot, {source.id.schema, source.id.name});
    if (!table && !view)
        return Text::tr("%1 is not there any more.").arg(name);
    if (view && view->materialized)
        return Text::tr("%1 is a materialized view: its rows come from its query.").arg(name);
    if (source.identity != RowSource::Identity::None)
        return source.refusal;
    if (view)
        return Text::tr("%1 is a view: nothing tells its rows apart for certain.").arg(name);
    if (table->foreign)
        return Text::tr("%1 is a foreign table: nothing tells its rows apart for certain.").arg(name);
    return Text::tr("%1 has no primary key and no unique columns that are never null: nothing tells its rows "
                    "apart.")
        .arg(name);
}

} // namespace

EditRules editRules(const Snapshot &snapshot, const RowSource &source)
{
    EditRules rules{.nothing = kindRefusal(snapshot, source)};
    rules.columns.resize(source.columns.size());
    const auto *table = catalog::findTable(snapshot, {source.id.schema, source.id.name});
    const auto *view = catalog::findView(snapshot, {source.id.schema, source.id.name});
    if (!table && !view)
        return rules;
    const Rights rights(snapshot, table ? static_cast<const catalog::Object &>(*table) : *view);
    // Through a view, what becomes of a column is decided in the table below.
    const auto target = edit::target(snapshot, source.id);
    const auto &columns = target ? target->columns : table ? table->columns : view->columns;
    for (size_t i = 0; i < rules.columns.size(); ++i) {
        if (const auto *column = catalog::findColumn(columns, source.columns[i].name))
            rules.columns[i] = rulesOf(snapshot, source, rights, *column);
    }
    const bool mayInsert = std::any_of(columns.begin(), columns.end(), [&](const catalog::Column &column) {
        return rights.may(u"INSERT"_s, column);
    });
    const bool mayUpdate = std::any_of(columns.begin(), columns.end(), [&](const catalog::Column &column) {
        return rights.may(u"UPDATE"_s, column);
    });
    if (!mayInsert)
        rules.inserting = noRight(snapshot, u"INSERT"_s, source);
    if (!rights.may(u"DELETE"_s))
        rules.removing = noRight(snapshot, u"DELETE"_s, source);
    if (rules.nothing.isEmpty() && !mayInsert && !mayUpdate && !rules.removing.isEmpty())
        rules.nothing = Text::tr("%1 may only read %2.").arg(snapshot.database->user, source.id.text());
    return rules;
}

} // namespace squall::models

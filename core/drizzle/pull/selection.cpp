#include "core/drizzle/pull/selection.h"

#include "core/drizzle/glob.h"

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// Roles that a hosting service brings along.
QStringList rolesOf(const QString &provider)
{
    if (provider == u"supabase")
        return {u"anon"_s,           u"authenticator"_s,       u"authenticated"_s,
                u"service_role"_s,   u"supabase_auth_admin"_s, u"supabase_storage_admin"_s,
                u"dashboard_user"_s, u"supabase_admin"_s};
    return provider == u"neon" ? QStringList{u"authenticated"_s, u"anonymous"_s} : QStringList();
}

} // namespace

Selection::Selection() = default;

Selection::Selection(const Config &config)
    : m_schemas(config.schemaFilter)
    , m_migrations{config.migrationsSchema, config.migrationsTable}
{
    for (const auto &pattern : config.tablesFilter)
        addPattern(pattern);
    if (config.extensionsFilters.contains(u"postgis"_s)) {
        for (const auto *table : {"!geography_columns", "!geometry_columns", "!spatial_ref_sys"})
            addPattern(QString::fromLatin1(table));
    }
    if (const auto &roles = config.roles) {
        m_allRoles = roles->all;
        m_roles = roles->include;
        m_excludedRoles = roles->exclude + rolesOf(roles->provider);
    }
}

void Selection::addPattern(QString pattern)
{
    Pattern made;
    while (pattern.startsWith(u'!')) {
        made.negated = !made.negated;
        pattern.remove(0, 1);
    }
    for (const auto &alternative : expandBraces(pattern))
        made.alternatives.push_back(namePattern(alternative));
    m_tables.push_back(made);
}

bool Selection::hasRelation(const catalog::Object &relation) const
{
    if (!hasSchema(relation.schema) || m_migrations == catalog::QualifiedName{relation.schema, relation.name})
        return false;
    if (m_tables.empty())
        return true;
    // A negated pattern fits all that it does not name; one that does not fit says nothing unless negated.
    bool any = false;
    for (const auto &pattern : m_tables) {
        const bool named =
            std::any_of(pattern.alternatives.begin(), pattern.alternatives.end(),
                        [&](const auto &each) { return each.match(relation.name).hasMatch(); });
        if (pattern.negated && named)
            return false;
        any |= named != pattern.negated;
    }
    return any;
}

bool Selection::hasRole(const QString &role) const
{
    return m_allRoles || (m_roles.contains(role) && !m_excludedRoles.contains(role));
}

} // namespace squall::drizzle

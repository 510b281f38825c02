#include "core/diff/write/rights.h"

#include "core/base/quote.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

QString roleName(const QString &role)
{
    return role.isEmpty() ? u"PUBLIC"_s : quote(role);
}

/// Rights that go into one statement: same grantee, grantor and grant option.
struct Grouped
{
    QString grantee;
    QString grantor;
    bool grantable = false;
    QStringList rights;
};

std::vector<Grouped> group(const std::vector<Privilege> &privileges, const QString &column)
{
    std::vector<Grouped> groups;
    for (const auto &privilege : privileges) {
        const QString right =
            column.isEmpty() ? privilege.right : privilege.right + u" ("_s + quote(column) + u')';
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Grouped &g) {
            return std::tie(g.grantee, g.grantor, g.grantable) ==
                   std::tie(privilege.grantee, privilege.grantor, privilege.grantable);
        });
        if (same != groups.end())
            same->rights << right;
        else
            groups.push_back({privilege.grantee, privilege.grantor, privilege.grantable, {right}});
    }
    // Who passes a right on must have it first: the owner's own grants lead.
    std::stable_sort(groups.begin(), groups.end(), [](const Grouped &a, const Grouped &b) {
        return std::make_tuple(!a.grantor.isEmpty(), !a.grantable) <
               std::make_tuple(!b.grantor.isEmpty(), !b.grantable);
    });
    return groups;
}

} // namespace

QStringList commentOn(const QString &address, const QString &comment)
{
    if (comment.isEmpty())
        return {};
    return {u"COMMENT ON "_s + address + u" IS "_s + quoteLiteral(comment)};
}

QStringList ownerOf(const QString &address, const QString &owner, const QString &databaseOwner)
{
    if (owner.isEmpty() || owner == databaseOwner)
        return {};
    return {u"ALTER "_s + address + u" OWNER TO "_s + quote(owner)};
}

QStringList defaultRights(const QString &prefix, const QString &on, const Privileges &privileges)
{
    QStringList statements;
    for (const auto &g : group(privileges.revoked, {}))
        statements << prefix + u"REVOKE "_s + g.rights.join(u", "_s) + u" ON "_s + on + u" FROM "_s +
                          roleName(g.grantee);
    for (const auto &g : group(privileges.granted, {})) {
        statements << prefix + u"GRANT "_s + g.rights.join(u", "_s) + u" ON "_s + on + u" TO "_s +
                          roleName(g.grantee) + (g.grantable ? u" WITH GRANT OPTION"_s : QString());
    }
    return statements;
}

QStringList rightsOn(const QString &address, const Privileges &privileges, const QString &column)
{
    QStringList statements;
    for (const auto &g : group(privileges.revoked, column))
        statements << u"REVOKE "_s + g.rights.join(u", "_s) + u" ON "_s + address + u" FROM "_s +
                          roleName(g.grantee);
    for (const auto &g : group(privileges.granted, column)) {
        const QString grant = u"GRANT "_s + g.rights.join(u", "_s) + u" ON "_s + address + u" TO "_s +
                              roleName(g.grantee) + (g.grantable ? u" WITH GRANT OPTION"_s : QString());
        if (g.grantor.isEmpty())
            statements << grant;
        else
            statements << u"SET SESSION AUTHORIZATION "_s + quote(g.grantor) << grant
                       << u"RESET SESSION AUTHORIZATION"_s;
    }
    return statements;
}

} // namespace squall::diff

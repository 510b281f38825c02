#include "core/catalog/readers.h"

#include <algorithm>
#include <tuple>

namespace squall::catalog {

using namespace Qt::StringLiterals;

void readRole(Row &row, Assembly &assembly)
{
    Role role;
    const Oid oid = row.oid();
    role.name = row.text();
    assembly.roles.insert(oid, role.name);
    // Roles that the server brings along are known by name, to be granted things, and are nobody's to change.
    if (role.name.startsWith(u"pg_"_s))
        return;
    role.superuser = row.flag();
    role.inherit = row.flag();
    role.createRole = row.flag();
    role.createDatabase = row.flag();
    role.canLogin = row.flag();
    role.replication = row.flag();
    role.bypassRowSecurity = row.flag();
    role.connectionLimit = static_cast<int>(row.number());
    role.validUntil = row.text();
    role.comment = row.text();
    role.configuration = row.list();
    assembly.snapshot.roles.push_back(std::move(role));
}

void readMembership(Row &row, Assembly &assembly)
{
    const QString member = assembly.roles.value(row.oid());
    auto &roles = assembly.snapshot.roles;
    const auto role =
        std::find_if(roles.begin(), roles.end(), [&](const Role &each) { return each.name == member; });
    if (role == roles.end())
        return;
    Membership membership;
    membership.role = assembly.roles.value(row.oid());
    membership.grantor = assembly.roles.value(row.oid());
    membership.admin = row.flag();
    membership.inherit = row.flag();
    membership.set = row.flag();
    const auto before = [](const Membership &one, const Membership &other) {
        return std::tie(one.role, one.grantor) < std::tie(other.role, other.grantor);
    };
    auto &list = role->memberOf;
    list.insert(std::upper_bound(list.begin(), list.end(), membership, before), membership);
}

} // namespace squall::catalog

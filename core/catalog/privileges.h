#pragma once

#include <QString>

#include <compare>
#include <vector>

namespace squall::catalog {

/// One right of one role.
struct Privilege
{
    QString grantee = {}; ///< empty is PUBLIC
    QString right = {};   ///< SELECT, USAGE, …
    bool grantable = false;
    QString grantor = {}; ///< empty when the owner granted it

    bool operator==(const Privilege &) const = default;
    std::strong_ordering operator<=>(const Privilege &) const = default;
};

/// How an object's rights differ from those that its kind and owner give it by themselves; both lists sorted.
/// Said this way it means the same on every server version.
struct Privileges
{
    std::vector<Privilege> granted;
    std::vector<Privilege> revoked;

    bool isDefault() const { return granted.empty() && revoked.empty(); }

    bool operator==(const Privileges &) const = default;
};

} // namespace squall::catalog

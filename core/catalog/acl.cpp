#include "core/catalog/acl.h"

#include "core/catalog/row.h"

#include <algorithm>
#include <tuple>

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

QString rightOf(char letter)
{
    switch (letter) {
    case 'r': return u"SELECT"_s;
    case 'a': return u"INSERT"_s;
    case 'w': return u"UPDATE"_s;
    case 'd': return u"DELETE"_s;
    case 'D': return u"TRUNCATE"_s;
    case 'x': return u"REFERENCES"_s;
    case 't': return u"TRIGGER"_s;
    case 'X': return u"EXECUTE"_s;
    case 'U': return u"USAGE"_s;
    case 'C': return u"CREATE"_s;
    case 'c': return u"CONNECT"_s;
    case 'T': return u"TEMPORARY"_s;
    case 's': return u"SET"_s;
    case 'A': return u"ALTER SYSTEM"_s;
    case 'm': return u"MAINTAIN"_s;
    default: return QString(QLatin1Char(letter));
    }
}

/// Takes a role name off the front of an aclitem; names other than plain words stand in double quotes.
QString takeRole(QByteArrayView &item)
{
    QByteArray role;
    bool quoted = false;
    qsizetype at = 0;
    for (; at < item.size(); ++at) {
        const char c = item[at];
        if (c == '"' && quoted && at + 1 < item.size() && item[at + 1] == '"') {
            role += item[++at];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '=' || c == '/')) {
            break;
        } else {
            role += c;
        }
    }
    item = item.sliced(at);
    return QString::fromUtf8(role);
}

/// `grantee=rights/grantor`, a star after each right that may be passed on.
void appendPrivileges(QByteArrayView item, const QString &owner, std::vector<Privilege> &privileges)
{
    const QString grantee = takeRole(item);
    const auto slash = item.indexOf('/');
    if (slash < 1)
        return;
    const auto rights = item.sliced(1, slash - 1);
    item = item.sliced(slash + 1);
    QString grantor = takeRole(item);
    if (grantor == owner)
        grantor.clear();
    for (qsizetype at = 0; at < rights.size(); ++at) {
        const bool grantable = at + 1 < rights.size() && rights[at + 1] == '*';
        privileges.push_back({grantee, rightOf(rights[at]), grantable, grantor});
        at += grantable ? 1 : 0;
    }
}

std::vector<Privilege> privilegesOf(QByteArrayView acl, const QString &owner)
{
    std::vector<Privilege> privileges;
    for (const auto &item : arrayElements(acl))
        appendPrivileges(item, owner, privileges);
    std::sort(privileges.begin(), privileges.end());
    return privileges;
}

bool sameRight(const Privilege &one, const Privilege &other)
{
    return std::tie(one.grantee, one.right, one.grantor) ==
           std::tie(other.grantee, other.right, other.grantor);
}

} // namespace

Privileges differenceOfAcls(QByteArrayView acl, QByteArrayView byDefault, const QString &owner)
{
    const auto given = privilegesOf(acl, owner);
    const auto usual = privilegesOf(byDefault, owner);
    Privileges difference;
    std::set_difference(given.begin(), given.end(), usual.begin(), usual.end(),
                        std::back_inserter(difference.granted));
    std::copy_if(usual.begin(), usual.end(), std::back_inserter(difference.revoked),
                 [&](const Privilege &right) {
                     return std::none_of(given.begin(), given.end(),
                                         [&](const Privilege &has) { return sameRight(right, has); });
                 });
    return difference;
}

} // namespace squall::catalog

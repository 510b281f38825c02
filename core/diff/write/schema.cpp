#include "core/diff/write/schema.h"

#include "core/base/quote.h"
#include "core/diff/write/rights.h"

#include <algorithm>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

/// What PUBLIC may do in the `public` schema of a new database.
std::vector<Privilege> initialPublicRights(int serverVersion)
{
    if (serverVersion >= 150000)
        return {{.right = u"USAGE"_s}};
    return {{.right = u"CREATE"_s}, {.right = u"USAGE"_s}};
}

QStringList adjustPublicSchema(const Schema &schema, const QString &databaseOwner, int serverVersion)
{
    const auto initial = initialPublicRights(serverVersion);
    Privileges toChange;
    toChange.revoked = schema.privileges.revoked;
    for (const auto &privilege : schema.privileges.granted) {
        if (std::find(initial.begin(), initial.end(), privilege) == initial.end())
            toChange.granted.push_back(privilege);
    }
    for (const auto &privilege : initial) {
        const auto &granted = schema.privileges.granted;
        if (std::find(granted.begin(), granted.end(), privilege) == granted.end())
            toChange.revoked.push_back(privilege);
    }
    QStringList statements;
    const QString initialOwner = serverVersion >= 140000 ? u"pg_database_owner"_s : databaseOwner;
    statements += ownerOf(u"SCHEMA public"_s, schema.owner, initialOwner);
    if (schema.comment.isEmpty())
        statements << u"COMMENT ON SCHEMA public IS NULL"_s;
    else if (schema.comment != u"standard public schema")
        statements += commentOn(u"SCHEMA public"_s, schema.comment);
    return statements + rightsOn(u"SCHEMA public"_s, toChange);
}

/// The argument types of an aggregate as GRANT wants them: the ordered ones like the others.
QString plainArguments(const QString &identityArguments)
{
    const QString marker = u"ORDER BY "_s;
    const auto at = identityArguments.indexOf(marker);
    if (at < 0)
        return identityArguments;
    const QString direct = identityArguments.left(at).trimmed();
    const QString ordered = identityArguments.mid(at + marker.size());
    if (direct.isEmpty())
        return ordered;
    // A variadic direct argument also takes the ordered ones.
    return direct.contains(u"VARIADIC"_s) ? direct : direct + u", "_s + ordered;
}

} // namespace

QStringList createSchema(const Schema &schema, const QString &databaseOwner, int serverVersion)
{
    if (schema.name == u"public")
        return adjustPublicSchema(schema, databaseOwner, serverVersion);
    const QString address = u"SCHEMA "_s + quote(schema.name);
    return QStringList{u"CREATE "_s + address} + ownerOf(address, schema.owner, databaseOwner) +
           commentOn(address, schema.comment) + rightsOn(address, schema.privileges);
}

QStringList createExtension(const Extension &extension)
{
    const QString name = quote(extension.name);
    QStringList statements;
    // It is there from the start, in every new database.
    if (extension.name != u"plpgsql")
        statements << u"CREATE EXTENSION "_s + name + u" WITH SCHEMA "_s + quote(extension.inSchema);
    // An extension brings a comment of its own.
    if (extension.comment.isEmpty())
        statements << u"COMMENT ON EXTENSION "_s + name + u" IS NULL"_s;
    else if (extension.name != u"plpgsql" || extension.comment != u"PL/pgSQL procedural language")
        statements += commentOn(u"EXTENSION "_s + name, extension.comment);
    return statements;
}

QStringList createFunction(const Function &function, const QString &databaseOwner)
{
    const QString name = quote(function.schema, function.name);
    const bool aggregate = function.type == Function::Type::Aggregate;
    const QString word = aggregate                                    ? u"AGGREGATE "_s
                         : function.type == Function::Type::Procedure ? u"PROCEDURE "_s
                                                                      : u"FUNCTION "_s;
    const QString arguments =
        aggregate && function.identityArguments.isEmpty() ? u"*"_s : function.identityArguments;
    const QString address = word + name + u'(' + arguments + u')';
    return QStringList{function.definition.trimmed()} + ownerOf(address, function.owner, databaseOwner) +
           commentOn(address, function.comment);
}

QStringList functionRights(const Function &function)
{
    const QString word = function.type == Function::Type::Procedure ? u"PROCEDURE "_s : u"FUNCTION "_s;
    return rightsOn(word + quote(function.schema, function.name) + u'(' +
                        plainArguments(function.identityArguments) + u')',
                    function.privileges);
}

QStringList createDefinition(const Definition &definition, const QString &databaseOwner)
{
    // GRANT calls servers by their full name.
    const QString grantAddress =
        definition.kind == Kind::ForeignServer ? u"FOREIGN "_s + definition.address : definition.address;
    return definition.statements + ownerOf(definition.address, definition.owner, databaseOwner) +
           commentOn(definition.address, definition.comment) + rightsOn(grantAddress, definition.privileges);
}

QStringList alterDefaultPrivileges(const DefaultPrivileges &privileges)
{
    QString prefix = u"ALTER DEFAULT PRIVILEGES FOR ROLE "_s + quote(privileges.role);
    if (!privileges.schema.isEmpty())
        prefix += u" IN SCHEMA "_s + quote(privileges.schema);
    return defaultRights(prefix + u' ', privileges.objectType, privileges.privileges);
}

} // namespace squall::diff

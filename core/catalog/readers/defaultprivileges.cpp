#include "core/catalog/readers.h"

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

QString objectTypeOf(char letter)
{
    switch (letter) {
    case 'r': return u"TABLES"_s;
    case 'S': return u"SEQUENCES"_s;
    case 'f': return u"FUNCTIONS"_s;
    case 'T': return u"TYPES"_s;
    case 'n': return u"SCHEMAS"_s;
    case 'L': return u"LARGE OBJECTS"_s;
    default: return QString(QLatin1Char(letter));
    }
}

} // namespace

void readDefaultPrivileges(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    DefaultPrivileges privileges;
    privileges.role = assembly.roles.value(row.oid());
    const Oid schema = row.oid();
    privileges.schema = assembly.schemas.value(schema);
    if (schema != 0 && privileges.schema.isEmpty())
        return;
    privileges.objectType = objectTypeOf(row.letter());
    privileges.privileges = row.privileges(privileges.role);
    assembly.add(Catalog::DefaultPrivileges, oid, idOf(privileges));
    assembly.snapshot.defaultPrivileges.push_back(std::move(privileges));
}

} // namespace squall::catalog

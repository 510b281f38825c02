#include "core/catalog/readers.h"

namespace squall::catalog {

void readMember(Row &row, Assembly &assembly)
{
    const auto catalog = static_cast<Catalog>(row.oid());
    const Oid oid = row.oid();
    assembly.addMember(catalog, oid, row.text());
}

void readDatabase(Row &row, Assembly &assembly)
{
    auto &database = *assembly.snapshot.database;
    const int version = database.serverVersion;
    database = assembly.object<Database>(row).value_or(Database());
    database.serverVersion = version;
    database.serverVersionText = row.text();
    database.encoding = row.text();
    database.collate = row.text();
    database.ctype = row.text();
    database.configuration = row.list();
    database.user = row.text();
    database.superuser = row.flag();
}

void readSchema(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const auto schema = assembly.object<Schema>(row).value_or(Schema());
    assembly.schemas.insert(oid, schema.name);
    assembly.add(Catalog::Schema, oid, idOf(schema));
    if (!assembly.isMember(Catalog::Schema, oid))
        assembly.snapshot.schemas.push_back(schema);
}

void readExtension(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    auto extension = assembly.object<Extension>(row).value_or(Extension());
    extension.inSchema = row.text();
    extension.version = row.text();
    assembly.add(Catalog::Extension, oid, idOf(extension));
    assembly.snapshot.extensions.push_back(std::move(extension));
}

} // namespace squall::catalog

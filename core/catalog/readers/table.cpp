#include "core/catalog/readers.h"

namespace squall::catalog {

namespace {

ReplicaIdentity replicaIdentityOf(char letter)
{
    switch (letter) {
    case 'n': return ReplicaIdentity::Nothing;
    case 'f': return ReplicaIdentity::Full;
    case 'i': return ReplicaIdentity::Index;
    default: return ReplicaIdentity::Default;
    }
}

} // namespace

void readTable(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const auto columnSlots = static_cast<int>(row.number());
    const Oid rowType = row.oid();
    const Oid arrayType = row.oid();
    auto table = assembly.object<Table>(row);
    if (!table)
        return;
    table->foreign = row.flag();
    table->persistence = row.letter() == 'u' ? Persistence::Unlogged : Persistence::Permanent;
    table->accessMethod = row.text();
    table->tablespace = row.text();
    table->options = row.list();
    const char replicaIdentity = row.letter();
    if (!table->foreign) // it has none to choose
        table->replicaIdentity = replicaIdentityOf(replicaIdentity);
    table->rowSecurity = row.flag();
    table->forceRowSecurity = row.flag();
    if (const auto type = assembly.find(Catalog::Type, row.oid()))
        table->ofType = {type->schema, type->name};
    table->partitionKey = row.text();
    table->partitionBound = row.text();
    table->server = row.text();
    table->foreignOptions = row.list();
    table->size->rows = row.number();
    table->size->bytes = row.number();
    assembly.add(Catalog::Type, rowType, idOf(*table));
    assembly.add(Catalog::Type, arrayType, idOf(*table));
    assembly.addTable(oid, *std::move(table), columnSlots);
}

} // namespace squall::catalog

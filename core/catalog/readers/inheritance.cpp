#include "core/catalog/readers.h"

namespace squall::catalog {

void readInheritance(Row &row, Assembly &assembly)
{
    auto *table = assembly.table(row.oid());
    const Oid parentOid = row.oid();
    const auto parent = assembly.find(Catalog::Relation, parentOid);
    if (!table || !parent)
        return;
    const auto parentName = assembly.relationName(parentOid);
    if (table->partitionBound.isEmpty()) {
        table->inherits.push_back(parentName);
    } else {
        table->partitionOf = parentName;
        table->detachPending = row.flag();
    }
    assembly.addDependency(idOf(*table), *parent);
}

} // namespace squall::catalog
